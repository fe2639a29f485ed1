/// Rows of which each is read when it is asked for: of the records of hundreds of cities an answer tells a few.
struct PackedRows<Row: Unpackable>: Unpackable, Sendable {
  private let reader: PackedReader
  /// Where each row begins, and the last one ends.
  private let bounds: [Int]

  var count: Int { bounds.count - 1 }

  init(_ rows: [Row]) throws(PackedError) where Row: Packable {
    var writer = PackedWriter()
    writer.write(rows: rows)
    var reader = try PackedReader(writer.bytes)
    self = try reader.read()
  }

  func row(_ place: Int) throws(PackedError) -> Row {
    guard place >= 0, place < count else { throw PackedError(offset: reader.position) }
    var reader = reader.at(bounds[place])
    return try reader.read()
  }

  /// Many of them: texts that several have are read once.
  func rows(_ places: [Int]) throws(PackedError) -> [Row] {
    var reader = reader
    var rows: [Row] = []
    rows.reserveCapacity(places.count)
    for place in places {
      guard place >= 0, place < count else { throw PackedError(offset: reader.position) }
      try reader.move(to: bounds[place])
      rows.append(try reader.read())
    }
    return rows
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    let lengths: [Int] = try reader.read()
    var bounds = [reader.position]
    for length in lengths {
      try reader.skip(length)
      bounds.append(reader.position)
    }
    (self.reader, self.bounds) = (reader, bounds)
  }
}
