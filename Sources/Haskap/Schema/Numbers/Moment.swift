/// A day and a time of it, as they are written: an offset from UTC behind them makes no difference.
public struct Moment: Sendable, Hashable, Comparable {
  /// Since 1970-01-01T00:00 of the same clock.
  public let milliseconds: Int64

  private static let dayLength: Int64 = 86_400_000

  public init(_ day: Day, _ time: TimeOfDay = TimeOfDay(milliseconds: 0)) {
    milliseconds = day.number * Self.dayLength + time.milliseconds
  }

  /// Of what no day gives, the first or the last day that there is.
  init(milliseconds: Int64) {
    // Division rounds towards zero; a day begins before its moments.
    let days = milliseconds / Self.dayLength - (milliseconds % Self.dayLength < 0 ? 1 : 0)
    self.init(Day(number: days), TimeOfDay(milliseconds: Self.rest(milliseconds)))
  }

  /// Reads `2023-08-22T10:00`, `2023-08-22 10:00:30.5+09:00`, `2023-08-22`. Nil when the text is
  /// something else, or there is no such moment.
  public init?(_ text: String) {
    guard let moments = Self.moments(of: text) else { return nil }
    self = moments.lowerBound
  }

  /// All moments that a text can mean: those of a whole minute for `2023-08-22T10:00`, of a day for
  /// `2023-08-22`.
  public static func moments(of text: String) -> ClosedRange<Moment>? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "Tt ".contains($0) }
    guard let first = parts.first, let day = Day(String(first)) else { return nil }
    guard parts.count > 1 else {
      return Moment(day)...Moment(day, TimeOfDay(milliseconds: dayLength - 1))
    }
    guard let times = TimeOfDay.times(of: plainTime(parts[1])) else { return nil }
    return Moment(day, times.lowerBound)...Moment(day, times.upperBound)
  }

  public var day: Day {
    Day(number: (milliseconds - Self.rest(milliseconds)) / Self.dayLength)
  }

  public var time: TimeOfDay { TimeOfDay(milliseconds: Self.rest(milliseconds)) }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Since midnight.
  private static func rest(_ milliseconds: Int64) -> Int64 {
    let rest = milliseconds % dayLength
    return rest < 0 ? rest + dayLength : rest
  }

  /// Without an offset from UTC, and with thousandths of a second at most.
  private static func plainTime(_ text: Substring) -> String {
    let time = text.prefix { !"Zz+-".contains($0) }
    guard let point = time.lastIndex(of: ".") else { return String(time) }
    return String(time[...point] + time[time.index(after: point)...].prefix(3))
  }
}

extension Moment: CustomStringConvertible {
  /// `2023-08-22T10:00`; with seconds and their thousandths where there are some.
  public var description: String { "\(day)T\(time)" }
}
