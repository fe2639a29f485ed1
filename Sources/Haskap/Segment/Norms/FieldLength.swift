/// The length of a field in one byte: exact up to 40, four significant bits above.
///
/// The code is the one of Lucene's `SmallFloat.intToByte4`, so that scores can be compared:
/// lengths below 24 are themselves; what is above is written as a floating-point number with a
/// three-bit mantissa. 0 means that the document does not have the field.
enum FieldLength {
  private static let exact = 24

  static func encode(_ length: Int) -> UInt8 {
    guard length >= exact else { return UInt8(max(length, 0)) }
    let rest = min(length, Int(Int32.max)) - exact
    let bits = Int.bitWidth - rest.leadingZeroBitCount
    guard bits >= 4 else { return UInt8(exact + rest) }
    let shift = bits - 4
    return UInt8(exact + ((rest >> shift & 0x07) | (shift + 1) << 3))
  }

  /// The smallest length that has this code: what the score is computed from.
  static func decode(_ code: UInt8) -> Int {
    guard code >= exact else { return Int(code) }
    let rest = Int(code) - exact
    let exponent = rest >> 3
    return exponent == 0 ? exact + rest : exact + (rest & 0x07 | 0x08) << (exponent - 1)
  }

  /// The largest length that has this code.
  static func largest(_ code: UInt8) -> Int {
    code == .max ? Int(Int32.max) : decode(code + 1) - 1
  }

  /// The same of every code, as an array that stays.
  nonisolated(unsafe) static let largestByCode: UnsafePointer<UInt32> = {
    let lengths = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    for code in 0..<256 { lengths[code] = UInt32(largest(UInt8(code))) }
    return UnsafePointer(lengths)
  }()

  /// Bits of a position above its low byte, for a field whose length has this code. Positions
  /// are below the length, so most passages need none.
  @inline(__always)
  static func highBits(_ code: UInt8) -> UInt8 {
    // Below this code, positions are below 247 and have none.
    guard code >= 24 + 5 << 3 else { return 0 }
    let last = largest(code) - 1
    return UInt8(truncatingIfNeeded: Int.bitWidth - (last >> 8).leadingZeroBitCount)
  }

  /// The same of every code, as an array that stays.
  nonisolated(unsafe) static let highBitsByCode: UnsafePointer<UInt8> = {
    let bits = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for code in 0..<256 { bits[code] = highBits(UInt8(code)) }
    return UnsafePointer(bits)
  }()
}
