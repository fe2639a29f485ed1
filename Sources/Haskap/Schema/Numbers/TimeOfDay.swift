/// A time of day in milliseconds since midnight: from 00:00 to 24:00, which ends a day.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  public let milliseconds: Int64

  static let all: ClosedRange<Int64> = 0...86_400_000

  /// Numbers before and behind the day are taken as its ends.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.all.lowerBound), Self.all.upperBound)
  }

  /// Reads `9:30`, `09:30:15`, `09:30:15.250`, `9時半`, `15時30分`, `午後3時`. Nil when the text is
  /// something else, or there is no such time.
  public init?(_ text: String) {
    guard let times = Self.times(of: text) else { return nil }
    self = times.lowerBound
  }

  /// All times that a text can mean: those of a whole minute for `9:30`.
  public static func times(of text: String) -> ClosedRange<TimeOfDay>? {
    var scanner = TimeScanner(text)
    guard let (start, length) = scanner.time(), start <= all.upperBound else { return nil }
    return TimeOfDay(milliseconds: start)...TimeOfDay(milliseconds: start + length - 1)
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `09:30`; with seconds and their thousandths where there are some.
  public var description: String {
    func padded(_ number: Int64, to width: Int) -> String {
      String(String(number + 1_000_000).suffix(width))
    }
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let minutes = "\(padded(seconds / 3600, to: 2)):\(padded(seconds / 60 % 60, to: 2))"
    if rest > 0 { return "\(minutes):\(padded(seconds % 60, to: 2)).\(padded(rest, to: 3))" }
    return seconds % 60 > 0 ? "\(minutes):\(padded(seconds % 60, to: 2))" : minutes
  }
}
