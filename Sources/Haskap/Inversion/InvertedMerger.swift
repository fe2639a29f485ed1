/// Where the documents of a segment go when it is merged: in the same order, from `base` on,
/// without those that are dropped.
struct DocumentMap: Sendable {
  /// The new number of the first document that stays.
  let base: UInt32
  /// New numbers by old ones, `dropped` for those that go; nil when all stay.
  private let numbers: [UInt32]?
  /// How many stay.
  let count: Int

  private static let dropped = UInt32.max

  /// - Parameter isLive: for every document whether it stays; nil when all do.
  init(base: UInt32, documentCount: Int, isLive: ((Int) -> Bool)? = nil) {
    self.base = base
    guard let isLive else {
      numbers = nil
      count = documentCount
      return
    }
    var next = base
    numbers = (0..<documentCount).map { document in
      guard isLive(document) else { return Self.dropped }
      defer { next += 1 }
      return next
    }
    count = Int(next - base)
  }

  /// The new number of a document; nil when it is dropped.
  @inline(__always)
  subscript(document: UInt32) -> UInt32? {
    guard let numbers else { return document &+ base }
    let number = numbers[Int(document)]
    return number == Self.dropped ? nil : number
  }
}

/// Merges the inverted indexes of several segments with the same fields into one.
///
/// Terms are walked in order over all segments at once; memory holds one term at a time.
enum InvertedMerger {
  static func merge(_ parts: [(InvertedIndex, DocumentMap)], to files: SegmentFiles) throws {
    let fields = parts.first?.0.fields ?? []
    let writer = try InvertedWriter(files, fields: fields)
    for field in fields.indices {
      let sources = try parts.map { try FieldSource($0, $1, field: field) }
      let codes = mergedCodes(sources)
      try codes.withUnsafeBufferPointer { codes in
        guard let start = codes.baseAddress else { return try writer.skipField() }
        try writer.beginField(
          codes: start, documentCount: codes.count, try statistics(sources, codes))
        try merge(sources, into: writer)
        try writer.endField()
      }
    }
    try writer.finish()
  }

  private static func mergedCodes(_ sources: [FieldSource]) -> [UInt8] {
    var result: [UInt8] = []
    for source in sources {
      for document in 0..<source.index.documentCount where source.map[UInt32(document)] != nil {
        result.append(source.codes?[document] ?? 0)
      }
    }
    return result
  }

  /// Exact while nothing is dropped; then the total length is taken from the lengths' codes,
  /// scaled by what they lose, so that deleting changes it no more than it has to.
  private static func statistics(
    _ sources: [FieldSource], _ codes: UnsafeBufferPointer<UInt8>
  ) throws -> FieldStatistics {
    var result = FieldStatistics()
    for source in sources {
      let old = source.index.places[source.field].statistics
      guard source.map.count < source.index.documentCount, let codes = source.codes else {
        result = result + old
        continue
      }
      var all = 0
      var kept = FieldStatistics()
      for document in 0..<source.index.documentCount {
        let length = FieldLength.decode(codes[document])
        all += length
        guard source.map[UInt32(document)] != nil, length > 0 else { continue }
        kept = kept + FieldStatistics(documentCount: 1, totalLength: length)
      }
      let scale = all == 0 ? 1 : Double(old.totalLength) / Double(all)
      kept.totalLength = Int((Double(kept.totalLength) * scale).rounded())
      result = result + kept
    }
    return result
  }

  private static func merge(_ sources: [FieldSource], into writer: InvertedWriter) throws {
    let list = PostingsList()
    var cursors = try sources.map { try $0.index.dictionaries[$0.field].cursor() }
    var waiting = try cursors.indices.filter { try cursors[$0].advance() }
    while let first = waiting.min(by: { isBelow(cursors[$0].term, cursors[$1].term) }) {
      let term = cursors[first].term
      list.removeAll()
      for source in waiting where cursors[source].term == term {
        try list.append(cursors[source].info, sources[source])
      }
      if list.count > 0 { try term.withUnsafeBytes { try writer.append($0, list) } }
      waiting = try waiting.filter { source in
        try cursors[source].term != term || cursors[source].advance()
      }
    }
  }

  private static func isBelow(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { compareBytes(left, $0) < 0 } }
  }
}

/// One field of a segment that is being merged.
struct FieldSource {
  let index: InvertedIndex
  let map: DocumentMap
  let field: Int
  /// Nil when the segment has no documents.
  let codes: UnsafePointer<UInt8>?

  init(_ index: InvertedIndex, _ map: DocumentMap, field: Int) throws {
    self.index = index
    self.map = map
    self.field = field
    codes = index.documentCount > 0 ? try index.lengthCodes(field: field) : nil
  }
}

extension PostingsList {
  /// Adds what a segment has of a term, under the new document numbers.
  func append(_ term: TermInfo, _ source: FieldSource) throws {
    guard let codes = source.codes else { return }
    let reader = try source.index.postings(of: term, field: source.field)
    let hasPositions = source.index.fields[source.field].positions
    let bytes = hasPositions ? try source.index.positions(of: term).baseAddress : nil
    reserve(
      documents: term.documentFrequency, positions: hasPositions ? term.totalFrequency : 0)
    let cache = BlockCache()
    for block in 0..<reader.allBlocks {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      if let bytes {
        _ = PositionsReader.read(
          bytes + reader.positionsStart(ofBlock: block), documents: cache.documents,
          frequencies: cache.frequencies, count: cache.count, codes: codes,
          into: positions + totalFrequency)
      }
      append(cache, source.map, hasPositions: bytes != nil)
    }
  }

  /// Takes over a decoded block whose positions stand behind the last ones already, and closes the
  /// gaps that dropped documents leave in them.
  private func append(_ block: BlockCache, _ map: DocumentMap, hasPositions: Bool) {
    var read = totalFrequency
    for index in 0..<block.count {
      let frequency = block.frequencies[index]
      defer { read += Int(frequency) }
      guard let document = map[block.documents[index]] else { continue }
      if hasPositions && read > totalFrequency {
        (positions + totalFrequency).update(from: positions + read, count: Int(frequency))
      }
      append(document: document, frequency: frequency)
    }
  }
}
