/// Reads what `PackedWriter` wrote. No byte is taken on trust: what does not fit is an error.
struct PackedReader {
  private let bytes: [UInt8]
  private(set) var position = 0
  /// Where the texts of the table stand.
  private var places: [Range<Int>] = []
  /// Those that were asked for; empty where none is kept.
  private var texts: [String?] = []

  init(_ bytes: [UInt8]) throws(PackedError) {
    self.bytes = bytes
    let count = try self.count()
    places.reserveCapacity(count)
    for _ in 0..<count {
      let length = try self.count()
      places.append(position..<position + length)
      position += length
    }
    texts = Array(repeating: nil, count: count)
  }

  /// The same at another place, for a few values: no text is kept for the next.
  func at(_ position: Int) -> PackedReader {
    var other = self
    (other.position, other.texts) = (position, [])
    return other
  }

  /// Reads on at another place.
  mutating func move(to position: Int) throws(PackedError) {
    guard 0...bytes.count ~= position else { throw PackedError(offset: position) }
    self.position = position
  }

  mutating func skip(_ count: Int) throws(PackedError) {
    guard count >= 0, count <= bytes.count - position else { throw PackedError(offset: position) }
    position += count
  }

  mutating func unsigned() throws(PackedError) -> UInt64 {
    guard let number = Self.number(bytes, at: &position) else {
      throw PackedError(offset: position)
    }
    return number
  }

  /// Numbers that follow one another.
  mutating func integers(_ count: Int) throws(PackedError) -> [Int] {
    // Both stay in registers.
    let bytes = bytes
    var place = position
    var integers: [Int] = []
    integers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = Self.number(bytes, at: &place) else { throw PackedError(offset: place) }
      integers.append(Int(unfolding: number))
    }
    position = place
    return integers
  }

  @inline(__always)
  private static func number(_ bytes: [UInt8], at place: inout Int) -> UInt64? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let next = bytes[place]
      place += 1
      value |= UInt64(next & 0x7F) &<< shift
      if next < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  /// How many things follow. Each takes a byte at least, so that a wild count is seen at once.
  mutating func count() throws(PackedError) -> Int {
    let count = try unsigned()
    guard count <= bytes.count - position else { throw PackedError(offset: position) }
    return Int(count)
  }

  mutating func text() throws(PackedError) -> String {
    let number = try unsigned()
    guard number < places.count else { throw PackedError(offset: position) }
    let place = Int(number)
    if place < texts.count, let known = texts[place] { return known }
    let text = try self.text(at: places[place])
    if place < texts.count { texts[place] = text }
    return text
  }

  private func text(at place: Range<Int>) throws(PackedError) -> String {
    guard let utf8 = try? UTF8Span(validating: bytes.span.extracting(place)) else {
      throw PackedError(offset: place.lowerBound)
    }
    return String(copying: utf8)
  }

  mutating func readBytes() throws(PackedError) -> [UInt8] {
    let count = try self.count()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func read<Value: Unpackable>(_: Value.Type = Value.self) throws(PackedError) -> Value {
    try Value(from: &self)
  }

  /// Rows, one after the other.
  mutating func rows<Row: Unpackable>(_: Row.Type = Row.self) throws(PackedError) -> [Row] {
    let lengths: [Int] = try read()
    var rows: [Row] = []
    rows.reserveCapacity(lengths.count)
    for _ in lengths { rows.append(try read()) }
    return rows
  }

  /// Asks for something of what was read.
  func require(_ holds: Bool) throws(PackedError) {
    if !holds { throw PackedError(offset: position) }
  }
}

/// Bytes that are no packed values.
struct PackedError: Error {
  /// In bytes.
  var offset: Int
}
