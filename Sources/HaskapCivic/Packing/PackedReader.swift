/// Reads what `PackedWriter` wrote. No byte is taken on trust: what does not fit is an error.
struct PackedReader {
  private let bytes: [UInt8]
  private(set) var position = 0
  private var texts: [String] = []

  init(_ bytes: [UInt8]) throws(PackedError) {
    self.bytes = bytes
    let count = try self.count()
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try table()) }
  }

  mutating func unsigned() throws(PackedError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, through: 63, by: 7) {
      guard position < bytes.count else { throw PackedError(offset: position) }
      let next = bytes[position]
      position += 1
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    throw PackedError(offset: position)
  }

  /// How many things follow. Each takes a byte at least, so that a wild count is seen at once.
  mutating func count() throws(PackedError) -> Int {
    let count = try unsigned()
    guard count <= bytes.count - position else { throw PackedError(offset: position) }
    return Int(count)
  }

  mutating func text() throws(PackedError) -> String {
    let place = try unsigned()
    guard place < texts.count else { throw PackedError(offset: position) }
    return texts[Int(place)]
  }

  mutating func read<Value: Packable>(_: Value.Type = Value.self) throws(PackedError) -> Value {
    try Value(from: &self)
  }

  /// Asks for something of what was read.
  func require(_ holds: Bool) throws(PackedError) {
    if !holds { throw PackedError(offset: position) }
  }

  private mutating func table() throws(PackedError) -> String {
    let count = try count()
    defer { position += count }
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw PackedError(offset: position)
    }
    return text
  }
}

/// Bytes that are no packed values.
struct PackedError: Error {
  /// In bytes.
  var offset: Int
}
