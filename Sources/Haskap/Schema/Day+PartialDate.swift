public import HaskapText

extension PartialDate {
  /// The first or the last day that the date can mean; nil where there is no such day.
  public func day(isLast: Bool) -> Day? {
    guard isLast, day == nil else { return Day(year: year, month: month ?? 1, day: day ?? 1) }
    let next = (month ?? 12) == 12 ? (year + 1, 1) : (year, (month ?? 12) + 1)
    return Day(year: next.0, month: next.1, day: 1).map { Day(number: $0.number - 1) }
  }
}
