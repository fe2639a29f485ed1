/// A day of the Gregorian calendar as its number since 1970-01-01.
///
/// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", which
/// counts years from March so that the leap day comes last.
public struct Day: Sendable, Hashable, Comparable {
  public let number: Int64

  /// Numbers of days beyond the year 999,999, before or after, are taken as the last such day.
  public init(number: Int64) {
    self.number = min(max(number, -400_000_000), 400_000_000)
  }

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (-999_999...999_999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int64(era * 146_097 + dayOfEra - 719_468))
    let found = components
    guard found.month == month, found.day == day else { return nil }
  }

  /// Reads `2023-08-22`. Nil when the text is something else, or there is no such day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 2, parts[2].count == 2, parts[0].count >= 4,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day of a moment: `2023-08-22T10:00:00Z` or `2023-08-22 10:00`, as it is written there.
  package init?(ofMoment text: String) {
    let rest = text.utf8.dropFirst(10)
    guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " "),
      rest.dropFirst().first.map({ 0x30...0x39 ~= $0 }) == true
    else { return nil }
    self.init(String(text.prefix(10)))
  }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}
