/// A run of Gregorian days, both ends included; an end that is nil is open.
public struct DateSpan: Hashable, Sendable {
  public var start: PartialDate?
  public var end: PartialDate?

  public init(start: PartialDate?, end: PartialDate?) {
    self.start = start
    self.end = end
  }

  /// Whether any day that `other` can mean lies in this span. A month or a year stands for all
  /// of its days.
  public func overlaps(_ other: DateSpan) -> Bool {
    (start?.firstOrdinal ?? .min) <= (other.end?.lastOrdinal ?? .max)
      && (other.start?.firstOrdinal ?? .min) <= (end?.lastOrdinal ?? .max)
  }

  public func overlaps(_ date: PartialDate) -> Bool {
    overlaps(DateSpan(start: date, end: date))
  }
}
