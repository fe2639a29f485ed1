/// Merges the inverted indexes of several segments with the same fields into one.
///
/// Terms are walked in order over all segments at once. Postings are decoded and encoded block by
/// block, since nearly every block gets other documents than it had; positions, which are most of
/// the bytes, are copied as they are. Memory holds a term's postings as they are encoded, without
/// its positions: about a byte for each of its documents. Where documents change their order, it
/// holds where the postings and positions of each document are, 36 bytes.
enum InvertedMerger {
  static func merge(_ parts: [(InvertedIndex, DocumentIDMap)], to files: SegmentFiles) throws {
    let fields = parts.first?.0.fields ?? []
    let writer = try InvertedWriter(files, fields: fields)
    for field in fields.indices {
      let sources = try parts.map { try FieldSource($0, $1, field: field) }
      let codes = mergedCodes(sources)
      try codes.withUnsafeBufferPointer { codes in
        guard let start = codes.baseAddress else { return try writer.skipField() }
        let statistics = try statistics(sources)
        try writer.beginField(codes: start, documentCount: codes.count, statistics)
        let merged = MergedTerm(
          options: fields[field].options, codes: start, documentCount: codes.count, statistics,
          writer)
        let isAscending = sources.allSatisfy(\.map.isAscending)
        try merge(sources, into: merged, isAscending ? nil : RunSorter(codes: start))
        try writer.endField()
      }
    }
    try writer.finish()
  }

  private static func mergedCodes(_ sources: [FieldSource]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: sources.reduce(0) { $0 + $1.map.count })
    for source in sources {
      guard let codes = source.codes else { continue }
      for document in 0..<source.map.documentCount {
        if let number = source.map[UInt32(document)] { result[Int(number)] = codes[document] }
      }
    }
    return result
  }

  /// Exact while nothing is dropped; then the total length is taken from the lengths' codes,
  /// scaled by what they lose, so that deleting changes it no more than it has to.
  private static func statistics(_ sources: [FieldSource]) throws -> FieldStatistics {
    var result = FieldStatistics()
    for source in sources {
      let old = source.index.places[source.field].statistics
      guard !source.map.keepsAll, let codes = source.codes else {
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

  private static func merge(
    _ sources: [FieldSource], into merged: MergedTerm, _ sorter: RunSorter?
  ) throws {
    let reader = RunReader()
    var terms = try TermUnion(sources.map { $0.index.dictionaries[$0.field] })
    while try terms.advance() {
      let parts = terms.holders.map { (source: sources[$0], info: terms.info(of: $0)) }
      let count = try parts.reduce(0) { try $0 + reader.liveCount($1.info, $1.source) }
      guard count > 0 else { continue }
      merged.begin(documentFrequency: count)
      for part in parts {
        try reader.read(part.info, part.source) {
          if let sorter { sorter.append($0) } else { try merged.append($0) }
        }
      }
      try sorter?.takeSorted { try merged.append($0) }
      try terms.term.withUnsafeBytes { try merged.finish($0) }
    }
  }
}
