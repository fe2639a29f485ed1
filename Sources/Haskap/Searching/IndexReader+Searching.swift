extension IndexReader {
  /// A searcher of this snapshot.
  ///
  /// What the scores of a field have in common is kept with the reader, so another costs little.
  ///
  /// - Parameter threads: how many may search for one question, of an index of several segments.
  public func makeSearcher(ranking: BM25 = BM25(), threads: Int = 1) -> Searcher {
    let shared = memory.object { SearcherMemories(segments) }
    return Searcher(
      shared.segments, ranking: ranking, threads: max(1, threads), reader: self,
      memory: shared.memory(ranking))
  }

  /// The stored fields of a document that was found.
  ///
  /// - Throws: `FormatError` when the index is damaged.
  public func storedDocument(_ hit: Hit) throws -> Document {
    try TimeLimit.check()
    return try storedDocument(segment: hit.segment, document: Int(hit.document))
  }

  /// The texts of some of its fields, which takes less time. Whether they are well-formed UTF-8 is
  /// not looked at.
  ///
  /// - Parameter fields: numbers in the schema.
  package func storedTexts(
    _ hit: Hit, fields: [Int]
  ) throws -> [(field: Int, utf8: [UInt8])] {
    try TimeLimit.check()
    return try documents(ofSegment: hit.segment).texts(of: Int(hit.document), fields: fields)
  }
}
