/// Reads the years that a person types or a report prints.
///
/// One year: 令和5年度, R5年度, 令5, 2023年度, 令和五年, ㋿5, 平成31/令和元, 令和5年度（2023年度）.
/// Several: 2020-2023, 2020-23, 令和2..令和5, 令和2年度～令和5年度, 令和2年度から; open: 2020.., ..R5.
///
/// Places in errors are characters from 0. Sources: `Era`; a fiscal year begins on 1 April (Public
/// Finance Act, article 11).
public enum YearExpression {
  /// - Returns: the years meant; `unspecified` when the text says neither 年 nor 年度.
  /// - Throws: `YearExpressionError` with the place of what cannot be read.
  public static func parse(_ text: String) throws(YearExpressionError) -> YearSpan {
    var scanner = CalendarScanner(text)
    do throws(YearExpressionError.Reason) {
      return try wholeSpan(&scanner)
    } catch {
      throw YearExpressionError(text: text, reason: error, offset: scanner.offset)
    }
  }

  private static func wholeSpan(
    _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) -> YearSpan {
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { throw .empty }
    guard let span = try span(&scanner) else {
      throw .expectedYear(found: scanner.rest())
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { throw .expectedEnd(found: scanner.rest()) }
    return span
  }
}

extension YearExpression {
  private static let dashes = ["...", "..", "…", "‥", "～", "〜", "~", "から", "-", "−", "–", "—", "ー"]

  /// The longest run of years that begins here; nil when none does.
  static func span(
    _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) -> YearSpan? {
    let start = scanner.offset
    if scanner.take(oneOf: dashes) {
      guard let last = try name(&scanner, after: nil) else {
        scanner.offset = start
        return nil
      }
      return YearSpan(first: nil, last: last.year, kind: last.kind)
    }
    guard let first = try name(&scanner, after: nil) else { return nil }
    let end = scanner.offset
    scanner.skipSpaces()
    guard scanner.take(oneOf: dashes) else {
      scanner.offset = end
      return YearSpan(year: first.year, kind: first.kind)
    }
    return try range(from: first, &scanner)
  }

  private static func range(
    from first: PrintedYear, _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) -> YearSpan {
    scanner.skipSpaces()
    guard let last = try name(&scanner, after: first) else {
      return YearSpan(first: first.year, last: nil, kind: first.kind)
    }
    _ = scanner.take("まで")
    let kinds = Set([first.kind, last.kind]).subtracting([.unspecified])
    guard kinds.count < 2 else { throw .mixedKinds }
    guard first.year <= last.year else { throw .reversed(first.year, last.year) }
    return YearSpan(first: first.year, last: last.year, kind: kinds.first ?? .unspecified)
  }

  /// One year with what completes it: the era of the range's first end (令和2～5), its century
  /// (2020-23), and its name in the other calendar (平成31/令和元, 令和5年度（2023年度）).
  private static func name(
    _ scanner: inout CalendarScanner, after first: PrintedYear?
  ) throws(YearExpressionError.Reason) -> PrintedYear? {
    guard var year = try scanner.takeYear() else { return nil }
    if year.needsEra {
      guard let first, year.year < 100 else { throw .eraMissing(year.year) }
      year.year = first.era?.westernYear(year.year) ?? first.year / 100 * 100 + year.year
    }
    guard year.year < 10_000 else { throw .noSuchYear(String(year.year)) }
    try requireYear(year, &scanner)
    try takeOtherName(of: &year, &scanner)
    return year
  }

  private static func requireYear(
    _ year: PrintedYear, _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) {
    var ahead = scanner
    // A hyphen between numbers is a range here, so only the unmistakable forms are dates.
    let mayBeDate = year.kind == .calendar || ahead.peek() == "/" || ahead.peek() == "."
    if mayBeDate, let date = try ahead.takeMonthAndDay(of: year) { throw .notAYear(date) }
  }

  private static func takeOtherName(
    of year: inout PrintedYear, _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) {
    let start = scanner.offset
    let isBracket = scanner.take("(")
    guard isBracket || scanner.take(oneOf: ["/", "・", "="]),
      let other = try scanner.takeYear(), !other.needsEra, !isBracket || scanner.take(")")
    else {
      scanner.offset = start
      return
    }
    guard other.year == year.year else { throw .differentYears(year.year, other.year) }
    let after = scanner.takeKind()
    year.kind = [year.kind, other.kind, after].first { $0 != .unspecified } ?? .unspecified
  }
}
