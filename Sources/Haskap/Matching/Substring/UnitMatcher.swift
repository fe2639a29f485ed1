/// What a segment has of a field whose grams are kept.
struct GramField {
  let index: InvertedIndex
  /// The number of the field of grams.
  let field: Int
  let weights: FieldWeights
  let boundaries: BoundariesField
}

/// How often a unit stands in a document, rung by rung; 65,535 stands for more, which change no
/// score.
struct RungCounts: Hashable {
  private(set) var counts = SIMD4<UInt16>()

  init() {}

  /// The most occurrences that can be counted in one word.
  static let most = 0xFFFF

  /// - Parameter word: sixteen bits for each rung, the first lowest (`UnitRung.one`).
  @inline(__always)
  init(_ word: UInt64) { counts = unsafeBitCast(word.littleEndian, to: SIMD4<UInt16>.self) }

  @inline(__always)
  init(clamping counts: SIMD4<UInt32>) {
    self.counts = SIMD4<UInt16>(truncatingIfNeeded: pointwiseMin(counts, SIMD4(repeating: 0xFFFF)))
  }

  mutating func add(_ other: RungCounts) {
    self = RungCounts(
      clamping: SIMD4<UInt32>(truncatingIfNeeded: counts)
        &+ SIMD4<UInt32>(truncatingIfNeeded: other.counts))
  }

  subscript(rung: UnitRung) -> Int { Int(counts[Int(rung.rawValue)]) }

  var isEmpty: Bool { counts == SIMD4() }

  /// The best rung that it stands on.
  @inline(__always)
  var best: UnitRung {
    counts[0] > 0 ? .aligned : counts[1] > 0 ? .extended : counts[2] > 0 ? .inside : .across
  }

  /// The frequency that BM25 is given: an occurrence counts half of one on the rung above.
  @inline(__always)
  var weighted: Float {
    let eighths = SIMD4<UInt32>(truncatingIfNeeded: counts) &* SIMD4(8, 4, 2, 1)
    return Float(eighths.wrappedSum()) / 8
  }
}

/// The documents of one field where a variant of a unit stands, in ascending order.
struct VariantMatches {
  private(set) var entries: [(document: UInt32, counts: RungCounts)] = []

  @inline(__always)
  mutating func append(_ document: UInt32, _ counts: RungCounts) {
    entries.append((document, counts))
  }
}

/// Finds the occurrences of one variant of a unit in one field of one segment.
///
/// Of a variant of three scalars and more `GramCover` chooses the grams, and `GramMatcher` finds
/// where they stand at their distances. A single scalar is the beginning of many grams, whose
/// documents are united.
struct UnitMatcher {
  private let field: GramField
  private let variant: UnitVariant
  private let offsets: [Int]
  private let ladder: UnitLadder

  init(_ field: GramField, _ variant: UnitVariant) {
    self.field = field
    self.variant = variant
    offsets = UTF8Length.offsets(in: variant.utf8)
    ladder = UnitLadder(
      length: offsets.count - 1, cuts: variant.cuts, endsWord: variant.endsWord)
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

  /// The gram at a place of the variant; nil when the segment does not have it.
  private func info(at place: Int) throws -> TermInfo? {
    let bytes = offsets[place]..<offsets[place + 2]
    return try variant.utf8.withUnsafeBytes {
      try field.index.find(UnsafeRawBufferPointer(rebasing: $0[bytes]), field: field.field)
    }
  }

  private func gram(in documents: Range<UInt32>) throws -> VariantMatches {
    var matches = VariantMatches()
    guard let info = try info(at: 0) else { return matches }
    let cursor = try GramCursor(field.index, field: field.field, info: info)
    var batch = OccurrenceBatch(field.boundaries, ladder)
    cursor.seek(to: documents.lowerBound)
    while cursor.document < documents.upperBound {
      let place = cursor.place
      place.read(minus: 0, into: batch.extend(by: place.count))
      batch.add(cursor.document, count: place.count)
      if batch.isFull { try batch.take { matches.append($0, $1) } }
      cursor.advance()
    }
    try batch.take { matches.append($0, $1) }
    return matches
  }

  private func grams(in documents: Range<UInt32>) throws -> VariantMatches {
    var matches = VariantMatches()
    let count = field.index.documentCount
    guard !documents.isEmpty,
      let grams = try GramCover(length - 1, documentCount: count, find: info)
    else { return matches }
    let matcher = try GramMatcher(field, grams)
    let scratch = SearchScratch()
    let words = scratch.words()
    var batch = OccurrenceBatch(field.boundaries, ladder)
    let windows = WindowGrid(documentCount: count, bits: WindowGrid.largestBits)
    let end = Int(documents.upperBound)
    var start = Int(documents.lowerBound)
    while let first = matcher.firstDocument(from: start), first < end {
      let window = windows.window(first >> windows.bits, scratch)
      Bits.clear(words, count: window.wordCount)
      Bits.insert(first - window.start..<min(end - window.start, window.count), into: words)
      try matcher.find(window, words)
      while matcher.read(into: &batch) {
        if batch.isFull { try batch.take { matches.append($0, $1) } }
      }
      start = window.end
    }
    try batch.take { matches.append($0, $1) }
    return matches
  }

  private func character(in documents: Range<UInt32>) throws -> VariantMatches {
    guard !documents.isEmpty else { return VariantMatches() }
    let found = DenseCounts(documents)
    var batch = OccurrenceBatch(field.boundaries, ladder)
    var terms = try variant.utf8.withUnsafeBytes { bytes in
      try field.index.dictionaries[field.field].cursor(from: bytes)
    }
    while try terms.advance(), terms.term.starts(with: variant.utf8) {
      let cursor = try GramCursor(field.index, field: field.field, info: terms.info)
      cursor.seek(to: documents.lowerBound)
      while cursor.document < documents.upperBound {
        let place = cursor.place
        place.read(minus: 0, into: batch.extend(by: place.count))
        batch.add(cursor.document, count: place.count)
        if batch.isFull { try batch.take { found.add($0, $1) } }
        cursor.advance()
      }
    }
    try batch.take { found.add($0, $1) }
    return found.matches()
  }
}

/// A cell for every document of a range.
private final class DenseCounts {
  private let documents: Range<UInt32>
  private let cells: UnsafeMutablePointer<RungCounts>

  init(_ documents: Range<UInt32>) {
    self.documents = documents
    cells = .allocate(capacity: documents.count)
    cells.initialize(repeating: RungCounts(), count: documents.count)
  }

  deinit { cells.deallocate() }

  @inline(__always)
  func add(_ document: UInt32, _ counts: RungCounts) {
    cells[Int(document &- documents.lowerBound)].add(counts)
  }

  func matches() -> VariantMatches {
    var matches = VariantMatches()
    for index in 0..<documents.count where !cells[index].isEmpty {
      matches.append(documents.lowerBound + UInt32(index), cells[index])
    }
    return matches
  }
}
