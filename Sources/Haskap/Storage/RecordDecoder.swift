/// Reads what `RecordEncoder` wrote. No byte is taken on trust: every length is compared with what
/// is left, and a contradiction is an error that names its place.
struct RecordDecoder {
  private let file: String
  private let bytes: UnsafeRawBufferPointer
  /// The place of the first byte in the file, for errors.
  private let start: Int
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer, file: String, at start: Int) {
    self.bytes = bytes
    self.file = file
    self.start = start
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte(_ expected: String = "another byte") throws(FormatError) -> UInt8 {
    guard position < bytes.count else { throw error(expected, found: "the end of the record") }
    defer { position += 1 }
    return bytes[position]
  }

  @inline(__always)
  mutating func unsigned() throws(FormatError) -> UInt64 {
    // Nearly all integers take one byte.
    guard position < bytes.count, bytes[position] < 0x80 else { return try longUnsigned() }
    defer { position &+= 1 }
    return UInt64(bytes[position])
  }

  private mutating func longUnsigned() throws(FormatError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, through: 63, by: 7) {
      let next = try byte("an integer")
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return value }
    }
    throw error("an integer of at most ten bytes", found: "a longer one")
  }

  mutating func signed() throws(FormatError) -> Int64 {
    let folded = try unsigned()
    return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }

  mutating func integer() throws(FormatError) -> Int {
    let value = try unsigned()
    guard let integer = Int(exactly: value) else {
      throw error("an integer of 63 bits", found: "\(value)")
    }
    return integer
  }

  /// How many things follow. Each takes a byte at least, so a wild count is caught at once.
  mutating func count() throws(FormatError) -> Int {
    let count = try integer()
    guard count <= bytes.count - position else {
      throw error("at most \(bytes.count - position)", found: "\(count)")
    }
    return count
  }

  mutating func number() throws(FormatError) -> Double {
    var pattern: UInt64 = 0
    for shift in 0..<8 { pattern |= UInt64(try byte("a number")) << (8 * UInt64(shift)) }
    return Double(bitPattern: pattern)
  }

  mutating func flag() throws(FormatError) -> Bool {
    let value = try byte("0 or 1")
    guard value < 2 else { throw error("0 or 1", found: "\(value)") }
    return value == 1
  }

  mutating func raw() throws(FormatError) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  mutating func string() throws(FormatError) -> [UInt8] { Array(try raw()) }

  mutating func text() throws(FormatError) -> String {
    try text(raw().bindMemory(to: UInt8.self).span)
  }

  /// Text as `DenseText` writes it.
  mutating func denseText() throws(FormatError) -> String {
    guard let utf8 = DenseText.decoded(try raw()) else {
      throw error("whole characters", found: "the end of the text")
    }
    return try text(utf8.span)
  }

  /// The UTF-8 of the same, whether it is well-formed or not.
  ///
  /// The optimizer of Swift 6.3 fails where this is inlined.
  @inline(never)
  mutating func denseUTF8() throws(FormatError) -> [UInt8] {
    let utf8 = DenseText.decoded(try raw())
    guard let utf8 else { throw error("whole characters", found: "the end of the text") }
    return utf8
  }

  private func text(_ utf8: Span<UInt8>) throws(FormatError) -> String {
    guard let text = try? UTF8Span(validating: utf8) else {
      throw error("text in UTF-8", found: "other bytes")
    }
    return String(copying: text)
  }

  func error(_ expected: String, found: String) -> FormatError {
    FormatError(file: file, offset: start + position, expected: expected, found: found)
  }
}
