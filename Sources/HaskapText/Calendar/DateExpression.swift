/// Reads dates and the two ends of a stretch of time. Places in errors are characters from 0.
///
/// Source: the calendar is the Gregorian, which Japan has used since 1873; `Era` names the decrees.
public enum DateExpression {
  /// A date as exactly as the text gives it: 令和6年2月17日, 令6.2.17, R6.2, 2024-02-17, 2024/2,
  /// 2024年. A year says 年 or nothing; a fiscal year is not a date.
  ///
  /// - Throws: `YearExpressionError` with the place of what cannot be read.
  public static func parse(_ text: String) throws(YearExpressionError) -> PartialDate {
    try dateOfEra(text).date
  }

  /// The first and the last day that such a date can mean, as exactly as they are known. Where it tells
  /// an era, none outside: 昭和64年 ends on 7 January 1989. A month that no day of the era is in counts
  /// whole.
  ///
  /// - Throws: as `parse`.
  public static func days(
    of text: String
  ) throws(YearExpressionError) -> (first: PartialDate, last: PartialDate) {
    let (date, era) = try dateOfEra(text)
    guard let era else { return (date, date) }
    let first = [date, era.firstDay].max { $0.firstOrdinal < $1.firstOrdinal } ?? date
    let last = [date, era.lastDay ?? date].min { $0.lastOrdinal < $1.lastOrdinal } ?? date
    return first.firstOrdinal <= last.lastOrdinal ? (first, last) : (date, date)
  }

  private static func dateOfEra(
    _ text: String
  ) throws(YearExpressionError) -> (date: PartialDate, era: Era?) {
    var scanner = CalendarScanner(text)
    do throws(YearExpressionError.Reason) {
      let (year, date) = try point(&scanner)
      guard year.kind != .fiscal else { throw .expectedEnd(found: "年度") }
      return (date ?? PartialDate(year: year.year), year.era)
    } catch {
      throw YearExpressionError(text: text, reason: error, offset: scanner.offset)
    }
  }

  /// The days from the first of `since` to the last of `until`; each a date or a year. A year
  /// without 年 is a fiscal year, as in `YearSpan`.
  ///
  /// - Throws: `YearExpressionError` with the place of what cannot be read, and for an end before
  ///   the beginning.
  public static func span(
    since: String?, until: String?
  ) throws(YearExpressionError) -> DateSpan {
    var span = DateSpan(start: nil, end: nil)
    if let since { span.start = try days(since).start }
    if let until { span.end = try days(until).end }
    if let start = span.start, let end = span.end, start.firstOrdinal > end.lastOrdinal {
      throw YearExpressionError(
        text: until ?? "", reason: .reversed(start.year, end.year), offset: 0)
    }
    return span
  }

  private static func days(_ text: String) throws(YearExpressionError) -> DateSpan {
    var scanner = CalendarScanner(text)
    do throws(YearExpressionError.Reason) {
      let (year, date) = try point(&scanner)
      return date.map { DateSpan(start: $0, end: $0) }
        ?? YearSpan(year: year.year, kind: year.kind).days
    } catch {
      throw YearExpressionError(text: text, reason: error, offset: scanner.offset)
    }
  }

  private static func point(
    _ scanner: inout CalendarScanner
  ) throws(YearExpressionError.Reason) -> (PrintedYear, PartialDate?) {
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { throw .empty }
    guard let year = try scanner.takeYear() else { throw .expectedYear(found: scanner.rest()) }
    guard !year.needsEra else { throw .eraMissing(year.year) }
    let date = try scanner.takeMonthAndDay(of: year)
    scanner.skipSpaces()
    guard scanner.isAtEnd else { throw .expectedEnd(found: scanner.rest()) }
    return (year, date)
  }
}
