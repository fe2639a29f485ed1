/// The engine's varints once more, for numbers below 2³⁵ and without a branch: in the buffer the
/// lengths of neighbours have nothing to do with each other, and a wrong guess costs as much as
/// writing two of them.
enum StreamVarint {
  /// Bytes that `read` touches, and a write of what `encode` gives; a value takes at most five.
  static let touched = 8
  private static let tops: UInt64 = 0x80_8080_8080

  /// The value's bytes, lowest first, and how many they are; those above are 0.
  @inline(__always)
  static func encode(_ value: UInt64) -> (bytes: UInt64, length: Int) {
    let bits = 64 &- (value | 1).leadingZeroBitCount
    // Divides by seven and rounds up.
    let length = (bits &* 37 &+ 222) &>> 8
    let groups =
      value & 0x7F | (value & 0x3F80) &<< 1 | (value & 0x1F_C000) &<< 2
      | (value & 0xFE0_0000) &<< 3 | (value & 0x7_F000_0000) &<< 4
    let before = UInt64(1) &<< UInt64(truncatingIfNeeded: 8 &* length &- 8) &- 1
    return ((groups | tops & before).littleEndian, length)
  }

  /// Reads what `encode` made, and moves `place` behind it.
  @inline(__always)
  static func read(_ place: inout UnsafeRawPointer) -> UInt64 {
    let word = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
    let length = (~word & tops).trailingZeroBitCount &>> 3 &+ 1
    place += length
    let groups = word & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    return groups & 0x7F | groups &>> 1 & 0x3F80 | groups &>> 2 & 0x1F_C000
      | groups &>> 3 & 0xFE0_0000 | groups &>> 4 & 0x7_F000_0000
  }
}
