public import HaskapText

extension Record {
  /// Whether the record belongs to the years asked for. Fiscal years are compared with the report's
  /// own; calendar years with the dates of its occurrences, and where it has none with the part of
  /// its fiscal year that may lie in them.
  public func isWithin(_ years: YearSpan) -> Bool {
    if years.kind != .calendar, fiscalYear != nil {
      return fiscalYears.contains(where: years.contains)
    }
    return isWithin(years.days)
  }

  /// Whether an occurrence, or of an undated record its fiscal year, touches the days asked for.
  public func isWithin(_ days: DateSpan) -> Bool {
    let dated = occurrences.compactMap(\.days)
    if !dated.isEmpty { return dated.contains { days.overlaps($0) } }
    return fiscalYears.contains { days.overlaps(YearSpan.fiscal($0).days) }
  }
}

extension Record.Occurrence {
  /// From its start to its end; nil when it has no date.
  public var days: DateSpan? {
    guard let first = start ?? end else { return nil }
    return DateSpan(start: first, end: end ?? first)
  }
}
