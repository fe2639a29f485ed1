/// The engine's varints once more, for numbers below 2³⁵: in the buffer nearly all take one byte or
/// two, which of them nobody can guess, and a wrong guess costs as much as writing two. So these
/// have no branch between them, and all others one together.
enum StreamVarint {
  /// From here on a value takes more than two bytes.
  static let long: UInt64 = 1 << 14

  /// The bytes of a value below `long`, lowest first, and how many they are; those above are 0.
  @inline(__always)
  static func encode(_ value: UInt64) -> (bytes: UInt64, length: Int) {
    let more = value >= 0x80
    return (value & 0x7F | (value & 0x3F80) &<< 1 | (more ? 0x80 : 0), more ? 2 : 1)
  }

  /// Reads a value and moves `place` behind it.
  @inline(__always)
  static func read(_ place: inout UnsafeRawPointer) -> UInt64 {
    let two = UInt64(UInt16(littleEndian: place.loadUnaligned(as: UInt16.self)))
    if two & 0x8080 == 0x8080 { return Varint.read(&place) }
    let more = two & 0x80 != 0
    place += more ? 2 : 1
    return two & 0x7F | (more ? two &>> 1 & 0x3F80 : 0)
  }
}
