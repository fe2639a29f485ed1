internal import Glibc

/// What a segment has of a field whose grams are kept.
struct GramField {
  let index: InvertedIndex
  /// The number of the field of grams.
  let field: Int
  let boundaries: BoundariesField
}

/// How often a unit stands in a document, rung by rung.
struct RungCounts: Hashable {
  private(set) var counts = SIMD4<UInt32>()

  @inline(__always)
  mutating func add(_ rung: UnitRung) { counts[Int(rung.rawValue)] &+= 1 }

  subscript(rung: UnitRung) -> Int { Int(counts[Int(rung.rawValue)]) }

  var isEmpty: Bool { counts == SIMD4() }

  /// The best rung that it stands on.
  @inline(__always)
  var best: UnitRung {
    counts[0] > 0 ? .aligned : counts[1] > 0 ? .extended : counts[2] > 0 ? .inside : .across
  }

  /// The frequency that BM25 is given: an occurrence counts half of one on the rung above. Exact
  /// below 2²¹ occurrences.
  @inline(__always)
  var weighted: Float {
    Float(8 &* counts[0] &+ 4 &* counts[1] &+ 2 &* counts[2] &+ counts[3]) / 8
  }
}

/// The documents of one field where a variant of a unit stands, in ascending order.
struct VariantMatches {
  private(set) var documents: [UInt32] = []
  private(set) var counts: [RungCounts] = []

  @inline(__always)
  mutating func append(_ document: UInt32, _ counts: RungCounts) {
    documents.append(document)
    self.counts.append(counts)
  }
}

/// Finds the occurrences of one variant of a unit in one field of one segment.
///
/// Of a variant of several scalars it takes the grams at the places 0, 2, 4 and so on, and the one
/// that ends it: documents that have them all are found first, then their positions are compared,
/// the rarest gram first. A single scalar is the beginning of many grams, whose documents are united.
struct UnitMatcher {
  private let field: GramField
  private let variant: UnitVariant
  private let offsets: [Int]
  private let ladder: UnitLadder

  init(_ field: GramField, _ variant: UnitVariant) {
    self.field = field
    self.variant = variant
    offsets = UTF8Length.offsets(in: variant.utf8)
    ladder = UnitLadder(length: offsets.count - 1, cuts: variant.cuts)
  }

  private var length: Int { offsets.count - 1 }

  /// All documents of the range where the variant stands.
  func matches(in documents: Range<UInt32>) throws -> VariantMatches {
    switch length {
    case 0: VariantMatches()
    case 1: try character(in: documents)
    case 2: try gram(in: documents)
    default: try grams(in: documents)
    }
  }

  /// The cursor of the gram at a place of the variant; nil when the segment does not have it.
  private func cursor(at place: Int) throws -> GramCursor? {
    let bytes = offsets[place]..<offsets[place + 2]
    let info = try variant.utf8.withUnsafeBytes {
      try field.index.find(UnsafeRawBufferPointer(rebasing: $0[bytes]), field: field.field)
    }
    guard let info else { return nil }
    return try GramCursor(field.index, field: field.field, info: info)
  }

  private func gram(in documents: Range<UInt32>) throws -> VariantMatches {
    var matches = VariantMatches()
    guard let cursor = try cursor(at: 0) else { return matches }
    let starts = PositionList()
    cursor.seek(to: documents.lowerBound)
    while cursor.document < documents.upperBound {
      starts.read(cursor, at: 0)
      matches.append(cursor.document, try classify(starts, in: cursor.document))
      cursor.advance()
    }
    return matches
  }

  private func grams(in documents: Range<UInt32>) throws -> VariantMatches {
    var matches = VariantMatches()
    var places = Array(stride(from: 0, to: length - 1, by: 2))
    if length % 2 == 1 { places.append(length - 2) }
    var cursors: [PlacedCursor] = []
    for place in places {
      guard let cursor = try cursor(at: place) else { return matches }
      cursors.append(PlacedCursor(cursor: cursor, place: UInt32(place)))
    }
    cursors.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    let starts = PositionList()
    let others = PositionList()
    cursors[0].cursor.seek(to: documents.lowerBound)
    while let document = Self.nextCommon(cursors), document < documents.upperBound {
      starts.read(cursors[0].cursor, at: cursors[0].place)
      for other in cursors[1...] where starts.count > 0 {
        others.read(other.cursor, at: other.place)
        starts.keepCommon(others)
      }
      if starts.count > 0 { matches.append(document, try classify(starts, in: document)) }
      cursors[0].cursor.advance()
    }
    return matches
  }

  /// The next document, from the current one of the first cursor on, that all cursors have.
  private static func nextCommon(_ cursors: [PlacedCursor]) -> UInt32? {
    let first = cursors[0].cursor
    var candidate = first.document
    var agreeing = 1
    while agreeing < cursors.count {
      guard candidate != PostingsLayout.noDocument else { return nil }
      let cursor = cursors[agreeing].cursor
      cursor.seek(to: candidate)
      if cursor.document == candidate {
        agreeing += 1
      } else {
        first.seek(to: cursor.document)
        candidate = first.document
        agreeing = 1
      }
    }
    return candidate == PostingsLayout.noDocument ? nil : candidate
  }

  private func character(in documents: Range<UInt32>) throws -> VariantMatches {
    guard !documents.isEmpty else { return VariantMatches() }
    let found = DenseCounts(documents)
    let starts = PositionList()
    var terms = try variant.utf8.withUnsafeBytes { bytes in
      try field.index.dictionaries[field.field].cursor(from: bytes)
    }
    while try terms.advance(), terms.term.starts(with: variant.utf8) {
      let cursor = try GramCursor(field.index, field: field.field, info: terms.info)
      cursor.seek(to: documents.lowerBound)
      while cursor.document < documents.upperBound {
        starts.read(cursor, at: 0)
        try classify(starts, in: cursor.document, into: &found[cursor.document])
        cursor.advance()
      }
    }
    return found.matches()
  }

  @inline(__always)
  private func classify(_ starts: PositionList, in document: UInt32) throws -> RungCounts {
    var counts = RungCounts()
    try classify(starts, in: document, into: &counts)
    return counts
  }

  @inline(__always)
  private func classify(
    _ starts: PositionList, in document: UInt32, into counts: inout RungCounts
  ) throws {
    let bits = try field.boundaries.bits(of: Int(document))
    for index in 0..<starts.count {
      let start = Int(starts[index])
      guard let rung = ladder.rung(at: start, in: bits) else {
        throw field.boundaries.error(
          "boundaries of document \(document) up to \(start + length)", found: bits.count)
      }
      counts.add(rung)
    }
  }
}

/// A gram and the place in its unit where it stands.
private struct PlacedCursor {
  let cursor: GramCursor
  let place: UInt32
}

/// The positions in one document where a unit may begin. Its memory is used again and again.
private final class PositionList {
  private var capacity = 256
  private var positions: UnsafeMutablePointer<UInt32>
  private(set) var count = 0

  init() { positions = .allocate(capacity: capacity) }

  deinit { positions.deallocate() }

  @inline(__always)
  subscript(index: Int) -> UInt32 { positions[index] }

  /// Reads where a unit begins that has the cursor's gram at `place`.
  @inline(__always)
  func read(_ cursor: GramCursor, at place: UInt32) {
    count = cursor.frequency
    if count > capacity { grow() }
    cursor.readPositions(minus: place, into: positions)
  }

  private func grow() {
    capacity = max(count, capacity * 2)
    positions.deallocate()
    positions = .allocate(capacity: capacity)
  }

  /// Removes what the other list does not have. Both ascend, positions below 0 taken as such.
  func keepCommon(_ other: PositionList) {
    var kept = 0
    var next = 0
    for index in 0..<count {
      let position = Int32(bitPattern: positions[index])
      while next < other.count && Int32(bitPattern: other[next]) < position { next &+= 1 }
      guard next < other.count else { break }
      if other[next] == positions[index] {
        positions[kept] = positions[index]
        kept &+= 1
      }
    }
    count = kept
  }
}

/// A cell for every document of a range.
private final class DenseCounts {
  private let documents: Range<UInt32>
  private let cells: UnsafeMutablePointer<RungCounts>

  init(_ documents: Range<UInt32>) {
    self.documents = documents
    cells = .allocate(capacity: documents.count)
    memset(cells, 0, documents.count * MemoryLayout<RungCounts>.stride)
  }

  deinit { cells.deallocate() }

  subscript(document: UInt32) -> RungCounts {
    @inline(__always)
    _modify { yield &cells[Int(document &- documents.lowerBound)] }
    @inline(__always)
    _read { yield cells[Int(document &- documents.lowerBound)] }
  }

  func matches() -> VariantMatches {
    var matches = VariantMatches()
    for document in documents where !self[document].isEmpty {
      matches.append(document, self[document])
    }
    return matches
  }
}
