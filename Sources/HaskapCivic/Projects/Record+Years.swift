public import HaskapText

/// What has dates, or at least fiscal years.
protocol Dated {
  /// The report's own.
  var fiscalYear: Int? { get }
  /// All that it tells of.
  var fiscalYears: [Int] { get }
  /// The time that it covers as a whole, where it tells one of its own.
  var span: DateSpan? { get }
  /// Of its occurrences that have a date.
  var days: [DateSpan] { get }
}

extension Dated {
  /// Whether the record belongs to the years asked for. Fiscal years are compared with the report's
  /// own; calendar years with the dates of its occurrences, and where it has none with its own time, else
  /// with the part of its fiscal year that may lie in them.
  func isWithin(_ years: YearSpan) -> Bool {
    if years.kind != .calendar, fiscalYear != nil {
      return fiscalYears.contains(where: years.contains)
    }
    return isWithin(years.days)
  }

  /// Whether an occurrence, or of an undated record its own time or its fiscal year, touches the days
  /// asked for.
  func isWithin(_ days: DateSpan) -> Bool {
    if !self.days.isEmpty { return self.days.contains { days.overlaps($0) } }
    if let span { return days.overlaps(span) }
    return fiscalYears.contains { days.overlaps(YearSpan.fiscal($0).days) }
  }
}

extension Record: Dated {
  var days: [DateSpan] { occurrences.compactMap(\.days) }
  var span: DateSpan? { period.map { DateSpan(start: $0.start, end: $0.end) } }
}

extension Record.Occurrence {
  /// From its start to its end; nil when it has no date.
  public var days: DateSpan? {
    guard let first = start ?? end else { return nil }
    return DateSpan(start: first, end: end ?? first)
  }
}
