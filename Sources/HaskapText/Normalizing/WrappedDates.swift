/// Spaces that the layout of a PDF puts into a date: 令和 5 年度, 4 月 1 日. Beside other numbers
/// they may part the columns of a table, and stay.
struct WrappedDates {
  private static let units: [Unicode.Scalar] = ["年", "月", "日"]

  let source: UnsafeBufferPointer<UInt8>

  /// Whether the text written last and the source from `position` on are parts of one date.
  func joins(_ written: [UInt8], at position: Int) -> Bool {
    if let last = written.last, 0x30...0x39 ~= last { return unit(at: position) != nil }
    guard let end = endOfNumber(at: position) else { return false }
    if Era.allCases.contains(where: { written.suffix(6).elementsEqual($0.rawValue.utf8) }) {
      return true
    }
    // 年 before a month, 月 before a day.
    guard let next = unit(at: endOfSpaces(at: end)), next > 0 else { return false }
    return written.suffix(3).elementsEqual(Array(String(Self.units[next - 1]).utf8))
  }

  /// The number of the unit that begins here: 0 for years, 1 for months, 2 for days.
  private func unit(at position: Int) -> Int? {
    guard position < source.count else { return nil }
    let scalar = UTF8Decoder.decode(source, at: position).scalar
    return Self.units.firstIndex { $0.value == scalar }
  }

  /// Behind the digits that begin here, of either width.
  private func endOfNumber(at position: Int) -> Int? {
    var end = position
    while end < source.count {
      let (scalar, length) = UTF8Decoder.decode(source, at: end)
      guard 0x30...0x39 ~= scalar || 0xFF10...0xFF19 ~= scalar else { break }
      end += length
    }
    return end > position ? end : nil
  }

  private func endOfSpaces(at position: Int) -> Int {
    var end = position
    while end < source.count, source[end] == 0x20 { end += 1 }
    return end
  }
}
