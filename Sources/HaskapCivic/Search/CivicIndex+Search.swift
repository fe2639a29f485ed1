internal import Haskap
internal import HaskapQuery

extension CivicIndex {
  /// Ranks projects, organisations and activities together. When nothing matches all words, the
  /// answer says which of them fail and holds the best that match some.
  ///
  /// - Throws: `QuerySyntaxError`, `YearExpressionError`, `CivicFilterError`; `FormatError`.
  public func search(_ request: CivicRequest) throws -> CivicAnswer {
    let planner = try CivicPlanner(index: self, request: request)
    let exact = try answer(request, to: try planner.exact(), planner)
    guard exact.total == 0, !planner.texts.isEmpty else { return exact }
    var partial = try answer(request, to: try planner.partial(), planner)
    partial.isPartial = true
    partial.failedWords = try planner.failedWords(searcher)
    partial.suggestions = try suggestions(for: partial.failedWords)
    return partial
  }

  private func answer(
    _ request: CivicRequest, to query: Query, _ planner: CivicPlanner
  ) throws -> CivicAnswer {
    let all = reader.documentCount
    let wanted =
      request.sort == .relevance
      ? min(all, min(all, request.offset) + min(all, request.limit)) : all
    let found = try searcher.search(query, limit: wanted, counting: true)
    let page = try page(of: found.hits, request)
    let hits = try page.enumerated().map { place, hit in
      let entry = try entry(hit)
      return CivicHit(
        rank: request.offset + place + 1, score: hit.score, entry: entry,
        snippet: try planner.snippets.snippet(of: entry),
        explanation: request.explains ? try explanation(of: hit, for: query) : nil)
    }
    return CivicAnswer(
      query: request.query, total: found.total ?? 0, offset: request.offset, hits: hits,
      facets: try facets(of: query), isPartial: false, failedWords: [], suggestions: [])
  }

  private func page(of hits: [Hit], _ request: CivicRequest) throws -> ArraySlice<Hit> {
    let sorted =
      switch request.sort {
      case .relevance: hits
      case .year:
        try sorted(hits) {
          $0.fiscalYears.last ?? 0
        } by: {
          $0 > $1
        }
      case .name:
        try sorted(hits) {
          $0.name
        } by: {
          $0 < $1
        }
      }
    return sorted.dropFirst(request.offset).prefix(request.limit)
  }

  /// Sorted by what an entry says; among equals the more relevant stays first.
  private func sorted<Key>(
    _ hits: [Hit], _ key: (CivicEntry) -> Key, by precedes: (Key, Key) -> Bool
  ) throws -> [Hit] {
    try hits.map { (hit: $0, key: key(try entry($0))) }
      .stableSorted { precedes($0.key, $1.key) }.map(\.hit)
  }

  private func explanation(of hit: Hit, for query: Query) throws -> String? {
    try searcher.explain(query, segment: hit.segment, document: hit.document)
      .map(\.description)
  }

  /// Names of projects and organisations near to words that match nothing.
  private func suggestions(for words: [String]) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let registry = OrganizationRegistry(records: try records())
    return words.flatMap { registry.find($0).prefix(2).map(\.entity.name) }
  }
}
