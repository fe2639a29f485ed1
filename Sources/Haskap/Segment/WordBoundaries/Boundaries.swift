/// The word boundaries of a segment, mapped (see `BoundariesLayout`).
struct Boundaries: Sendable {
  private let file: MappedFile
  private let places: [BoundariesRow]
  private let documentCount: Int

  /// - Parameter fieldCount: the fields whose grams are kept, in the order of the schema.
  init(_ files: SegmentFiles, fieldCount: Int, documentCount: Int) throws {
    let file = try files.mapped(.boundaries)
    let table = file.body.upperBound - fieldCount * BoundariesRow.byteCount
    let words = try file.verified(table..<file.body.upperBound)
    places = (0..<fieldCount).map { field in
      let place = words[(field * BoundariesRow.byteCount)...]
      return BoundariesRow(bits: Self.offset(place, 0), starts: Self.offset(place, 8))
    }
    self.file = file
    self.documentCount = documentCount
  }

  private static func offset(_ bytes: Slice<UnsafeRawBufferPointer>, _ place: Int) -> Int {
    let word = UnsafeRawBufferPointer(rebasing: bytes)
      .loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Int(truncatingIfNeeded: UInt64(littleEndian: word) & 0x7FFF_FFFF_FFFF)
  }

  /// The boundaries of one field. Its table of documents is checked now, their bits when they are
  /// asked for.
  func field(_ field: Int) throws(FormatError) -> BoundariesField {
    let place = places[field]
    let starts = try file.verified(place.starts..<place.starts + 4 * (documentCount + 1))
    return BoundariesField(
      file: file, bits: place.bits, starts: starts, documentCount: documentCount)
  }
}
