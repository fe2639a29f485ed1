extension IndexWriter {
  /// How many documents match a query, those that were added since the last commit included.
  ///
  /// - Throws: `QueryError` when the index cannot answer the query; the writer goes on.
  public func count(_ query: Query) throws -> Int {
    try working { try flush() }
    let open = try segments.map { try Segment(directory, $0, schema: schema, readsOnce: true) }
    return try Searcher(open.map { SearchSegment($0) }).count(query)
  }

  /// Deletes the documents that match a query, those that were added since the last commit too.
  ///
  /// - Throws: `QueryError` when the index cannot answer the query; the writer goes on.
  public func delete(where query: Query) throws {
    try working { try flush() }
    let open = try segments.map { try Segment(directory, $0, schema: schema, readsOnce: true) }
    let request = SearchRequest(limit: 0, gathersDocuments: true)
    let matches = try Searcher(open.map { SearchSegment($0) }).prepare(query).run(request).documents
    try working {
      for (index, segment) in open.enumerated() {
        var deletions = segment.deletions ?? Deletions(documentCount: segment.documentCount)
        matches?.forEach(inSegment: index, below: segment.documentCount) { deletions.insert($0) }
        segments[index] = try record(segments[index], with: deletions)
      }
      segments.removeAll { $0.liveCount == 0 }
    }
  }
}
