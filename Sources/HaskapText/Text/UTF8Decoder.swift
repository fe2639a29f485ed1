/// Decodes UTF-8 by hand. The one place where text is read without bounds checks: callers keep
/// `index < bytes.count`.
enum UTF8Decoder {
  /// U+FFFD, which stands for every malformed sequence.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `index` and its length in bytes. A malformed sequence gives U+FFFD
  /// for its maximal subpart (Unicode 15, section 3.9, table 3-8).
  @inline(__always)
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    return decodeMultibyte(bytes, at: index)
  }

  private static func decodeMultibyte(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    let expected: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (expected, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF:
      (expected, scalar) = (3, UInt32(first & 0x0F))
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (expected, scalar) = (4, UInt32(first & 0x07))
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return (replacement, 1)
    }
    for offset in 1..<expected {
      guard index + offset < bytes.count else { return (replacement, offset) }
      let byte = bytes[index + offset]
      guard byte >= lowest, byte <= highest else { return (replacement, offset) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      (lowest, highest) = (0x80, 0xBF)
    }
    return (scalar, expected)
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}

/// UTF-16 as ICU wants it, beside UTF-8.
enum UTF16Text {
  static func append(_ scalar: UInt32, to units: inout [UInt16]) {
    if scalar < 0x10000 {
      units.append(UInt16(scalar))
    } else {
      units.append(UInt16(0xD7C0 + scalar >> 10))
      units.append(UInt16(0xDC00 | scalar & 0x3FF))
    }
  }

  /// The scalar at `index` and the index after it; a lone surrogate gives U+FFFD.
  static func scalar(in units: [UInt16], at index: inout Int) -> UInt32 {
    let first = UInt32(units[index])
    index += 1
    guard first & 0xF800 == 0xD800 else { return first }
    guard first < 0xDC00, index < units.count, units[index] & 0xFC00 == 0xDC00 else {
      return UTF8Decoder.replacement
    }
    let second = UInt32(units[index])
    index += 1
    return (first - 0xD7C0) << 10 + (second - 0xDC00)
  }
}
