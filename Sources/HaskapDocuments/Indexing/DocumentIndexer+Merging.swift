public import Haskap

extension DocumentIndexer {
  /// Makes the index out of others, by merging their segments: no text is analyzed again. They are
  /// checked first. Where the schema has a key, of documents of the same key that of the last index
  /// stays.
  ///
  /// - Parameters:
  ///   - reader: of the indexes, in the order of their documents.
  ///   - replaces: whether an index that is there already gives way.
  /// - Throws: `DocumentIndexError.exists`; `FormatError` when an index is damaged. The earlier index
  ///   is untouched then.
  @discardableResult
  public func merge(_ reader: IndexReader, replaces: Bool = false) throws -> Summary {
    let start = ContinuousClock.now
    if !replaces, try IndexReader.payload(path: index) != nil {
      throw DocumentIndexError.exists(index)
    }
    let writer = try IndexWriter(replacing: index, schema: reader.schema, options: options)
    let replaced = try writer.replaceAll(by: reader)
    let payloads = reader.payloads.compactMap(DocumentPayload.init)
    let payload = DocumentPayload(joining: payloads, facets: try reader.facetFields)
    try writer.commit(
      payload: payloads.count == reader.payloads.count ? payload.bytes : [])
    var summary = Summary(index: index, schema: reader.schema)
    try measure(&summary, since: start)
    summary.replaced = replaced
    summary.added = payload.files.map(\.path)
    return summary
  }
}
