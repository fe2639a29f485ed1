/// Writes the boundaries of a segment, field by field and document by document.
///
/// A merge appends the bytes of the documents that it keeps, as they are.
final class BoundariesWriter {
  private let files: SegmentFiles
  private let file: FileWriter
  private var places: [BoundariesRow] = []
  private var starts: [UInt32] = []

  init(_ files: SegmentFiles) throws {
    self.files = files
    file = try files.writer(.boundaries)
  }

  func beginField() throws {
    try file.align(to: 8)
    places.append(BoundariesRow(bits: file.offset, starts: 0))
    starts = [0]
  }

  /// Adds the bits of the next document; none when it does not have the field.
  func append(_ bits: UnsafeRawBufferPointer) throws {
    try file.append(bits)
    guard let end = UInt32(exactly: file.offset - places[places.count - 1].bits) else {
      throw SegmentLimitError.boundaries
    }
    starts.append(end)
  }

  func endField() throws {
    for _ in 0..<BoundariesLayout.padding { try file.append(0 as UInt8) }
    try file.align(to: 8)
    places[places.count - 1].starts = file.offset
    for start in starts { try file.append(start) }
  }

  func finish() throws {
    try file.align(to: 8)
    for place in places {
      try file.append(UInt64(place.bits))
      try file.append(UInt64(place.starts))
    }
    try files.finish(file)
  }
}
