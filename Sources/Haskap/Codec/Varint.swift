/// Unsigned integers in groups of seven bits, lowest first; the top bit says that more follow.
enum Varint {
  /// Bytes that the longest 64-bit value takes.
  static let maximumLength = 10

  /// Writes `value` and returns the bytes it took. There must be room for `maximumLength` bytes.
  @inline(__always)
  static func write(_ value: UInt64, to target: UnsafeMutableRawPointer) -> Int {
    var rest = value
    var length = 0
    while rest >= 0x80 {
      target.storeBytes(
        of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: length, as: UInt8.self)
      rest &>>= 7
      length &+= 1
    }
    target.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: length, as: UInt8.self)
    return length &+ 1
  }

  /// Reads a value that `write` made and moves `place` behind it.
  @inline(__always)
  static func read(_ place: inout UnsafeRawPointer) -> UInt64 {
    var byte = place.load(as: UInt8.self)
    place += 1
    var value = UInt64(byte & 0x7F)
    var shift: UInt64 = 7
    while byte >= 0x80 {
      byte = place.load(as: UInt8.self)
      place += 1
      value |= UInt64(byte & 0x7F) &<< shift
      shift &+= 7
    }
    return value
  }

  /// The same for values known to fit 32 bits.
  @inline(__always)
  static func read32(_ place: inout UnsafeRawPointer) -> UInt32 {
    let first = place.load(as: UInt8.self)
    if first < 0x80 {
      place += 1
      return UInt32(first)
    }
    return UInt32(truncatingIfNeeded: read(&place))
  }
}
