internal import HaskapText

/// What can be read from bytes that `PackedWriter` wrote.
protocol Unpackable {
  init(from reader: inout PackedReader) throws(PackedError)

  /// So many that follow one another.
  static func read(
    _ count: Int, from reader: inout PackedReader
  ) throws(PackedError) -> [Self]
}

extension Unpackable {
  static func read(
    _ count: Int, from reader: inout PackedReader
  ) throws(PackedError) -> [Self] {
    var values: [Self] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try reader.read()) }
    return values
  }
}

/// What can be written as bytes as well.
protocol Packable: Unpackable {
  func pack(into writer: inout PackedWriter)
}

extension Int: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(unsigned: UInt64(bitPattern: Int64(self << 1 ^ self >> 63)))
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(unfolding: try reader.unsigned())
  }

  static func read(
    _ count: Int, from reader: inout PackedReader
  ) throws(PackedError) -> [Int] {
    try reader.integers(count)
  }

  /// Undoes what keeps numbers around 0 small, negative ones as well.
  init(unfolding folded: UInt64) {
    self = Int(Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1))
  }
}

extension Double: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(unsigned: bitPattern) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(bitPattern: try reader.unsigned())
  }
}

extension Bool: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(unsigned: self ? 1 : 0) }

  init(from reader: inout PackedReader) throws(PackedError) { self = try reader.unsigned() != 0 }
}

extension String: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(text: self) }

  init(from reader: inout PackedReader) throws(PackedError) { self = try reader.text() }
}

extension Optional: Packable where Wrapped: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(self != nil)
    self?.pack(into: &writer)
  }
}

extension Optional: Unpackable where Wrapped: Unpackable {
  init(from reader: inout PackedReader) throws(PackedError) {
    self = try reader.read(Bool.self) ? .some(try reader.read()) : nil
  }
}

extension Array: Packable where Element: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(unsigned: UInt64(count))
    for element in self { element.pack(into: &writer) }
  }
}

extension Array: Unpackable where Element: Unpackable {
  init(from reader: inout PackedReader) throws(PackedError) {
    self = try Element.read(try reader.count(), from: &reader)
  }
}

extension Packable where Self: RawRepresentable, RawValue == String {
  func pack(into writer: inout PackedWriter) { writer.write(text: rawValue) }

  init(from reader: inout PackedReader) throws(PackedError) {
    guard let value = Self(rawValue: try reader.text()) else {
      throw PackedError(offset: reader.position)
    }
    self = value
  }
}

extension PartialDate: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(year, month, day) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(year: try reader.read(), month: try reader.read(), day: try reader.read())
  }
}

extension DateSpan: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(start, end) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(start: try reader.read(), end: try reader.read())
  }
}
