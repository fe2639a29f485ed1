/// Reads a time of day from a whole text.
struct TimeScanner {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// When it begins, and how long what the text tells lasts, in milliseconds.
  mutating func time() -> (start: Int64, length: Int64)? {
    // 午前 and 午後 count twelve hours each; 午後12時 ends the day.
    let half: Int64? = take("午前") ? 0 : take("午後") ? 12 : nil
    guard let hour = number(1...2), hour <= (half == nil ? 24 : 12) else { return nil }
    let start = (hour + (half ?? 0)) * 3_600_000
    let more = take(":") ? digital() : take("時") ? spoken() : nil
    guard let more, rest.isEmpty else { return nil }
    return (start + more.start, more.length)
  }

  /// What follows `9:`.
  private mutating func digital() -> (start: Int64, length: Int64)? {
    guard let minute = number(2...2), minute < 60 else { return nil }
    guard take(":") else { return (minute * 60_000, 60_000) }
    guard let second = number(2...2), second < 60 else { return nil }
    let start = minute * 60_000 + second * 1000
    guard take(".") else { return (start, 1000) }
    let places = rest.utf8.count
    guard let fraction = number(1...3) else { return nil }
    let unit: Int64 = places == 1 ? 100 : places == 2 ? 10 : 1
    return (start + fraction * unit, unit)
  }

  /// What follows `9時`.
  private mutating func spoken() -> (start: Int64, length: Int64)? {
    if rest.isEmpty { return (0, 3_600_000) }
    if take("半") { return (30 * 60_000, 60_000) }
    guard let minute = number(1...2), minute < 60, take("分") else { return nil }
    if rest.isEmpty { return (minute * 60_000, 60_000) }
    guard let second = number(1...2), second < 60, take("秒") else { return nil }
    return (minute * 60_000 + second * 1000, 1000)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  /// So many digits of ASCII.
  private mutating func number(_ digits: ClosedRange<Int>) -> Int64? {
    let found = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard digits.contains(found.count) else { return nil }
    rest.removeFirst(found.count)
    return Int64(found)
  }
}
