internal import HaskapText

/// Years and days within which times of records are looked for, worked out for a million of them.
struct TimeBounds: Sendable {
  /// Of the records whose fiscal year is known; nil where the days count.
  private let years: YearSpan?
  private let daysOfYears: Days
  private let days: Days

  /// As numbers, both included.
  private struct Days {
    let first: Int
    let last: Int

    init(_ span: DateSpan?) {
      first = span?.start?.firstOrdinal ?? .min
      last = span?.end?.lastOrdinal ?? .max
    }

    func hold(_ time: RecordTime) -> Bool { first <= time.last && time.first <= last }
  }

  /// Nil where all lie within.
  init(years: YearSpan? = nil, days: DateSpan? = nil) {
    self.years = years?.kind == .calendar ? nil : years
    (daysOfYears, self.days) = (Days(years?.days), Days(days))
  }

  /// As `Dated` says it of the record.
  func hold(_ time: RecordTime) -> Bool {
    guard days.hold(time) else { return false }
    guard let years, let year = time.fiscalYear else { return daysOfYears.hold(time) }
    return years.contains(year: year)
  }
}
