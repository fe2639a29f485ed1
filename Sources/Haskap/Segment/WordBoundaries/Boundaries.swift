/// The word boundaries of a segment, mapped (see `BoundariesLayout`).
struct Boundaries: Sendable {
  private let file: MappedFile
  private let places: [BoundariesPlace]
  private let documentCount: Int

  /// - Parameter fieldCount: the fields whose grams are kept, in the order of the schema.
  init(_ files: SegmentFiles, fieldCount: Int, documentCount: Int) throws {
    let file = try files.mapped(.boundaries)
    let table = file.body.upperBound - fieldCount * BoundariesPlace.byteCount
    let words = try file.verified(table..<file.body.upperBound)
    places = (0..<fieldCount).map { field in
      let place = words[(field * BoundariesPlace.byteCount)...]
      return BoundariesPlace(bits: Self.offset(place, 0), starts: Self.offset(place, 8))
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

/// The word boundaries of one field. Valid as long as the file object lives, which it holds.
struct BoundariesField {
  private let file: MappedFile
  private let bits: Int
  private let starts: UnsafeRawBufferPointer
  private let documentCount: Int

  fileprivate init(file: MappedFile, bits: Int, starts: UnsafeRawBufferPointer, documentCount: Int)
  {
    self.file = file
    self.bits = bits
    self.starts = starts
    self.documentCount = documentCount
  }

  /// The bits of a document as they are in the file; empty when it does not have the field.
  @inline(__always)
  func bytes(of document: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    guard document >= 0, document < documentCount else {
      throw error("a document below \(documentCount)", found: document)
    }
    let start = Int(starts.loadUnaligned(fromByteOffset: 4 &* document, as: UInt32.self))
    let end = Int(starts.loadUnaligned(fromByteOffset: 4 &* document &+ 4, as: UInt32.self))
    guard start <= end else { throw error("bits that end behind \(start)", found: end) }
    return try file.verified(bits &+ start..<bits &+ end)
  }

  @inline(__always)
  func bits(of document: Int) throws(FormatError) -> BoundaryBits {
    BoundaryBits(try bytes(of: document))
  }

  func error(_ expected: String, found: Int) -> FormatError {
    FormatError(file: file.name, offset: bits, expected: expected, found: "\(found)")
  }
}

/// The word boundaries of one document: a bit for every position.
struct BoundaryBits {
  private let start: UnsafeRawPointer?
  /// Positions, filled up to a multiple of 8.
  let count: Int

  /// The most bits that `pattern` gives.
  static let widest = 57

  init(_ bytes: UnsafeRawBufferPointer) {
    start = UnsafeRawPointer(bytes.baseAddress)
    count = bytes.count &* 8
  }

  /// Whether the document has `width` positions from `position` on.
  @inline(__always)
  func holds(_ position: Int, width: Int) -> Bool {
    start != nil && position >= 0 && position &+ width <= count
  }

  /// The bits of `width` positions from `position` on, at most `widest`; nil when the document
  /// does not have so many positions.
  @inline(__always)
  func pattern(at position: Int, width: Int) -> UInt64? {
    holds(position, width: width) ? uncheckedPattern(at: position, width: width) : nil
  }

  /// The same where `holds` is true. Reads up to seven bytes behind the document's.
  @inline(__always)
  func uncheckedPattern(at position: Int, width: Int) -> UInt64 {
    let word = (start.unsafelyUnwrapped + position &>> 3).loadUnaligned(as: UInt64.self)
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- width)
    return word &>> UInt64(truncatingIfNeeded: position & 7) & mask
  }
}
