internal import Haskap
public import HaskapDocuments
internal import HaskapText

extension CivicIndex {
  /// The records, or organizations, most like one; an activity is compared with projects. Nil where
  /// the index has nothing so called.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func similar(
    to id: String, limit: Int = 10, offset: Int = 0
  ) throws -> SimilarAnswer<CivicHit>? {
    guard let entry = try entry(id: id) else { return nil }
    let types: [CivicType] = entry.type == .organization ? [.organization] : [.project, .paragraph]
    let own = [id, String(id.prefix { $0 != "#" })].map { key in
      Query.term(field: CivicSchema.key, Array(key.utf8))
    }
    let search = try SimilarSearch(
      to: entry.texts, in: reader, searcher, fields: CivicSchema.textFields,
      conditions: [
        .filter(.any(types.map(CivicPlanner.type))), .not(.any(own)),
      ])
    let found = try search.search(SearchRequest(limit: limit, offset: offset, countsTotal: true))
    return SimilarAnswer(
      id: id, words: search.words, total: found.total ?? 0, offset: offset,
      hits: try found.hits.enumerated().map { place, hit in
        try self.hit(hit, rank: offset + place + 1, shared: search.shared(with: hit))
      })
  }

  private func hit(_ hit: Hit, rank: Int, shared: [String]) throws -> CivicHit {
    let interpreter = QueryInterpreter(
      reader.schema, defaults: CivicSchema.textFields, reader: reader)
    let analyzer = try reader.schema.analyzer(named: CivicSchema.analyzer)
    let snippets = try CivicSnippets(
      units: shared, quotations: Set(shared), interpreter: interpreter,
      highlighter: Highlighter(columns: 68))
    let entry = try entry(hit)
    return CivicHit(
      rank: rank, score: hit.score, entry: entry, match: .similar, shared: shared,
      snippet: snippets.snippet(
        of: try paragraphs(of: entry, hit, analyzer.makeSession())))
  }
}
