public import Haskap

/// Finds the documents most like one, in an index of any schema with a key.
public struct SimilarDocuments {
  private let reader: IndexReader
  private let shape: DocumentShape

  public init(in reader: IndexReader) {
    self.reader = reader
    shape = DocumentShape(reader.schema)
  }

  /// Nil where the index has no document of that key.
  ///
  /// - Throws: `InputError` where documents have no key, or keep no text.
  public func answer(
    to id: String, limit: Int = 10, offset: Int = 0
  ) throws -> SimilarAnswer<DocumentHit>? {
    let own = try reader.query(key: id)
    let searcher = reader.makeSearcher()
    guard let hit = try searcher.search(own, limit: 1).hits.first else { return nil }
    let document = try reader.storedDocument(hit)
    let texts = reader.schema.fields.filter { $0.textOptions != nil }
      .flatMap { document[$0.name].compactMap(\.text) }
    let search = try SimilarSearch(
      to: texts, in: reader, searcher, fields: reader.schema.textFields,
      conditions: [.not(own)])
    let found = try search.search(SearchRequest(limit: limit, offset: offset, countsTotal: true))
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    return SimilarAnswer(
      id: id, words: search.words, total: found.total ?? 0, offset: offset,
      hits: try found.hits.enumerated().map { place, hit in
        let document = try reader.storedDocument(hit)
        let shared = try search.shared(with: hit)
        return DocumentHit(
          rank: offset + place + 1, match: .similar, score: hit.score, document: document,
          schema: reader.schema, shared: shared,
          snippet: try shape.snippet(
            of: document, marking: shared, quotations: Set(shared),
            columns: DocumentRequest().snippetColumns,
            interpreter))
      })
  }
}
