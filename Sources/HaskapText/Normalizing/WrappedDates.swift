/// Spaces that the layout of a PDF puts into a date: 令和 5 年度, 4 月 1 日. Beside other numbers
/// they may part the columns of a table, and stay.
enum WrappedDates {
  /// So many scalars behind the spaces decide.
  static let farthest = 12
  private static let units = "年月日".unicodeScalars.map(\.value)

  /// A quick look: a date has a digit on one side of its spaces.
  static func mayJoin(_ last: UInt32?, _ next: UInt32) -> Bool {
    isDigit(next) || units.contains(next) && last.map(isDigit) == true
  }

  /// Whether the text written last and what comes behind the spaces are parts of one date.
  static func joins(_ written: [UInt8], _ ahead: [UInt32]) -> Bool {
    guard let next = ahead.first else { return false }
    if let last = written.last, isDigit(UInt32(last)) { return units.contains(next) }
    let rest = ahead.drop(while: isDigit)
    guard isDigit(next) else { return false }
    if Era.allCases.contains(where: { written.suffix(6).elementsEqual($0.rawValue.utf8) }) {
      return true
    }
    // 年 before a month, 月 before a day.
    guard let unit = unit(behindSpaces: rest), unit > 0 else { return false }
    return written.suffix(3).elementsEqual(String([units[unit - 1]]).utf8)
  }

  /// The number of the unit that begins here or behind spaces that can lie in a date.
  private static func unit(behindSpaces rest: ArraySlice<UInt32>) -> Int? {
    let spaces = rest.prefix { [0x20, 0x0A, 0x0D].contains($0) }
    guard spaces.count(where: { $0 == 0x0A }) <= 1, let scalar = rest.dropFirst(spaces.count).first
    else { return nil }
    return units.firstIndex(of: scalar)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }
}
