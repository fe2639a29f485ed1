extension IndexReader {
  /// A searcher of this snapshot.
  ///
  /// What the scores of a field have in common is kept with the reader, so another costs little.
  public func makeSearcher(ranking: BM25 = BM25()) -> Searcher {
    Searcher(segments.map(SearchSegment.init), ranking: ranking, reader: self)
  }

  /// The stored fields of a document that was found.
  ///
  /// - Throws: `FormatError` when the index is damaged.
  public func storedDocument(_ hit: Hit) throws -> Document {
    try TimeLimit.check()
    return try storedDocument(segment: hit.segment, document: Int(hit.document))
  }

  /// Some of its fields, which takes less time.
  package func storedDocument(_ hit: Hit, fields: Set<String>) throws -> Document {
    try TimeLimit.check()
    return try storedDocument(
      segment: hit.segment, document: Int(hit.document), fields: fields)
  }
}
