extension IndexReader {
  /// A searcher of this snapshot.
  ///
  /// It keeps what the scores of a field have in common, so one is made for many searches.
  public func makeSearcher(ranking: BM25 = BM25()) -> Searcher {
    let segments = segments.map { segment in
      SearchSegment(
        index: segment.inverted,
        live: segment.deletions.map { LiveDocuments(words: $0.liveWords) },
        boundaries: segment.boundaries)
    }
    return Searcher(segments, ranking: ranking)
  }

  /// The stored fields of a document that was found.
  public func storedDocument(_ hit: Hit) throws -> Document {
    try storedDocument(segment: hit.segment, document: Int(hit.document))
  }
}
