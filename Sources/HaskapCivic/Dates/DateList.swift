import HaskapText

/// The dates that belong together in a cell: `5日、6日`, `4月1日～3月31日`.
struct DateList: Equatable {
  struct Span: Equatable {
    var start: PartialDate
    var end: PartialDate?
    /// The days that follow each other and were listed one by one: `13日、14日`.
    var days: [PartialDate] = []
  }

  var spans: [Span] = []
  /// What is wrong with the dates as printed, or was inferred.
  var notes: [Record.Note] = []
  /// The index after the last character.
  var end = 0
  private var isDotted = false

  /// Reads the dates that begin at `position`; nil where none does.
  ///
  /// `fiscalYear` serves dates without a year.
  init?(_ folded: [Character], at position: Int, fiscalYear: Int?) {
    guard Self.canBegin(folded, at: position) else { return nil }
    var scanner = DateScanner(folded, at: position)
    guard let first = scanner.scanDate(allowsMonth: fiscalYear != nil, allowsDay: false),
      first.day != nil || first.year != nil || Self.standsAlone(folded, at: scanner.position),
      first.month != nil || Self.standsAlone(folded, at: scanner.position)
    else { return nil }
    append(first, fiscalYear: fiscalYear)
    noteImpossible(&scanner)
    scanner.skipWeekday()
    end = scanner.position
    isDotted = first.isDotted
    while readEnd(&scanner, folded) || readNext(&scanner) {}
    mergeConsecutiveDays()
    check()
  }

  /// Reads `～10月29日` after a date.
  private mutating func readEnd(_ scanner: inout DateScanner, _ folded: [Character]) -> Bool {
    guard let last = spans.last, last.end == nil else { return false }
    if isTimed(scanner) { _ = scanner.takeTime() }
    guard scanner.take("~", "から", "-") else { return false }
    end = scanner.position
    guard let parts = scanEnd(&scanner, after: last.start) else { return false }
    noteImpossible(&scanner)
    scanner.skipWeekday()
    _ = scanner.take("まで")
    spans[spans.count - 1].end = Self.resolve(parts, after: last.start)
    end = scanner.position
    return true
  }

  /// True before `午後5時～1月31日`: a time that a day follows, and not another time.
  private func isTimed(_ scanner: DateScanner) -> Bool {
    var ahead = scanner
    guard ahead.takeTime(), ahead.take("~", "から", "-") else { return false }
    return ahead.scanDate(allowsMonth: true, allowsDay: true).map {
      $0.month != nil || $0.day != nil
    } ?? false
  }

  private func scanEnd(
    _ scanner: inout DateScanner, after start: PartialDate
  ) -> DateScanner.Parts? {
    if let parts = scanner.scanDate(allowsMonth: true, allowsDay: true)
      ?? scanner.scanShortYear(after: start.year)
    {
      return parts
    }
    guard isDotted, let first = start.day else { return nil }
    return scanner.scanBareDay(after: first).map { .init(month: start.month, day: $0) }
  }

  /// `13月1日` after a year: the date keeps what can be.
  private mutating func noteImpossible(_ scanner: inout DateScanner) {
    while let part = scanner.scanImpossible() { note("\(part)という日付は存在しません") }
  }

  /// Reads `、6日` after a date.
  private mutating func readNext(_ scanner: inout DateScanner) -> Bool {
    guard let last = spans.last else { return false }
    if let day = scanner.scanDayBelow(last.end ?? last.start) {
      scanner.skipWeekday()
      spans.append(Span(start: day, end: nil))
      end = scanner.position
      return true
    }
    guard scanner.take("、", "・", ",", "及び", "と", "/"),
      let parts = scanner.scanDate(allowsMonth: true, allowsDay: true)
        ?? scanBareDay(&scanner, after: last.end ?? last.start)
    else { return false }
    scanner.skipWeekday()
    spans.append(Span(start: Self.resolve(parts, after: last.end ?? last.start), end: nil))
    end = scanner.position
    return true
  }

  /// `10` of `6/3・10・17`.
  private func scanBareDay(
    _ scanner: inout DateScanner, after date: PartialDate
  ) -> DateScanner.Parts? {
    guard isDotted, let first = date.day else { return nil }
    return scanner.scanBareDay(after: first).map { .init(month: date.month, day: $0) }
  }

  private mutating func append(_ parts: DateScanner.Parts, fiscalYear: Int?) {
    if let year = parts.year {
      spans = [Span(start: PartialDate(year: year, month: parts.month, day: parts.day), end: nil)]
    } else if let month = parts.month, let fiscalYear {
      let year = month < 4 ? fiscalYear + 1 : fiscalYear
      let date = PartialDate(year: year, month: month, day: parts.day)
      spans = [Span(start: date, end: nil)]
      notes.append(
        .init(kind: .inferred, field: "occurrences", reason: "\(date)の年は年度から補ったものです"))
    }
  }

  /// What a date leaves out is that of the date before it; an earlier month is the next year's.
  private static func resolve(_ parts: DateScanner.Parts, after last: PartialDate) -> PartialDate {
    if let year = parts.year { return PartialDate(year: year, month: parts.month, day: parts.day) }
    guard let month = parts.month else {
      return PartialDate(year: last.year, month: last.month, day: parts.day)
    }
    let isNextYear = last.month.map { month < $0 } ?? false
    return PartialDate(year: last.year + (isNextYear ? 1 : 0), month: month, day: parts.day)
  }
}

extension DateList {
  /// `13日、14日` is one holding of two days; days that do not follow each other are several.
  private mutating func mergeConsecutiveDays() {
    var merged: [Span] = []
    for span in spans {
      let last = merged.indices.last
      if let last, span.end == nil,
        Self.follows(span.start, merged[last].end ?? merged[last].start)
      {
        if merged[last].end == nil { merged[last].days = [merged[last].start] }
        if !merged[last].days.isEmpty { merged[last].days.append(span.start) }
        merged[last].end = span.start
      } else {
        merged.append(span)
      }
    }
    spans = merged
  }

  /// Notes show the dates as the cell prints them.
  mutating func setPrinted(_ printed: String) {
    for index in notes.indices { notes[index].printed = printed }
  }

  private static func follows(_ date: PartialDate, _ last: PartialDate) -> Bool {
    guard let day = date.day, let lastDay = last.day, let lastMonth = last.month else {
      return false
    }
    if date.year == last.year, date.month == lastMonth { return day == lastDay + 1 }
    let isNextMonth = date.year * 12 + (date.month ?? 0) == last.year * 12 + lastMonth + 1
    return isNextMonth && day == 1 && lastDay == daysInMonth(last.year, lastMonth)
  }

  private mutating func check() {
    for (index, span) in spans.enumerated() {
      for date in [span.start, span.end].compactMap({ $0 }) {
        if Self.isImpossible(date) { note("\(date)という日付は存在しません") }
        if date.year > Self.latest { note("\(date)の年は先すぎます") }
      }
      if let end = span.end, Self.isBefore(end, span.start) {
        let slip = Self.isEraSlip(span.start, end) ? "（「平成」は「令和」の誤りか）" : ""
        note("終了日\(end)が開始日\(span.start)より前です" + slip)
      }
      spans[index].start = Self.possible(span.start)
      spans[index].end = span.end.map(Self.possible)
    }
  }

  /// Years of our calendar that are written are no later either.
  private static let latest = 2100

  /// Of `2月30日` the month.
  private static func possible(_ date: PartialDate) -> PartialDate {
    isImpossible(date) ? PartialDate(year: date.year, month: date.month) : date
  }

  /// Each note shows the whole cell: of thousands of dates they would take gigabytes.
  private static let mostNotes = 16

  private mutating func note(_ reason: String) {
    guard notes.count < Self.mostNotes else { return }
    notes.append(.init(kind: .suspect, field: "occurrences", reason: reason))
  }

  /// True where the end would follow the start, were its Heisei year one of Reiwa.
  private static func isEraSlip(_ start: PartialDate, _ end: PartialDate) -> Bool {
    var meant = end
    meant.year += Era.reiwa.firstYear - Era.heisei.firstYear
    return end.year < Era.reiwa.firstYear && !isBefore(meant, start)
  }

  private static func isImpossible(_ date: PartialDate) -> Bool {
    guard let month = date.month, let day = date.day else { return false }
    return day > daysInMonth(date.year, month)
  }

  /// True only where both dates tell as much: a month is not before a day in it.
  static func isBefore(_ a: PartialDate, _ b: PartialDate) -> Bool {
    if a.year != b.year { return a.year < b.year }
    guard let aMonth = a.month, let bMonth = b.month else { return false }
    if aMonth != bMonth { return aMonth < bMonth }
    guard let aDay = a.day, let bDay = b.day else { return false }
    return aDay < bDay
  }

  private static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// A date cannot begin in the middle of a number, nor as an ordinal.
  private static func canBegin(_ folded: [Character], at position: Int) -> Bool {
    guard position < folded.count else { return false }
    let here = folded[position]
    guard here.isDigit || DateScanner.beginsEra(here) else { return false }
    guard position > 0 else { return true }
    let before = folded[position - 1]
    if here.isDigit {
      return !before.isDigit && !"第.,'".contains(before) && !before.isASCIILetter
    }
    return !before.isASCIILetter
  }

  /// True where no word continues after a date: `令和3年成人式` names an event.
  private static func standsAlone(_ folded: [Character], at position: Int) -> Bool {
    guard position < folded.count else { return true }
    let next = folded[position]
    return !next.isLetter || "のかとま".contains(next)
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
