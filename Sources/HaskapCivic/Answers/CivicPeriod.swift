public import HaskapText

/// The time that somebody asks about: years, and days from one to another.
///
/// Years are fiscal unless they say 年: 令和6年2月 lies in 令和5年度 and in 令和6年. A record with
/// dates belongs where one of them lies, one without where its own period does, or else its fiscal year.
public struct CivicPeriod: Sendable, Hashable {
  public var years: YearSpan?
  public var days: DateSpan?

  public init(years: YearSpan? = nil, days: DateSpan? = nil) {
    (self.years, self.days) = (years, days)
  }

  public var isAlways: Bool { years == nil && days == nil }

  public func contains(_ record: Record) -> Bool { holds(record) }

  func holds(_ record: some Dated) -> Bool {
    (years.map { record.isWithin($0) } ?? true) && (days.map { record.isWithin($0) } ?? true)
  }

  /// As `holds` says it of every record.
  func areHeld(_ times: RecordTimes) -> [Bool] { times.areWithin(years, days) }

  /// As `holds` says it of the records that have a time.
  var times: TimeBounds { TimeBounds(years: years, days: days) }
}

extension CivicPeriod: CustomStringConvertible {
  /// For people: 令和5年度（2023年度）、令和5年10月1日～.
  public var description: String {
    let ends = days.map { "\($0.start?.wareki ?? "")～\($0.end?.wareki ?? "")" }
    return [years?.description, ends].compactMap(\.self).joined(separator: "、")
  }
}
