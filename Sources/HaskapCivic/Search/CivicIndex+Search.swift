internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery

extension CivicIndex {
  /// Ranks projects, organizations and activities together: those that match all words first.
  /// Where these are few, or a page is to be filled, those follow that match only some, the rarer the better.
  ///
  /// - Throws: `QuerySyntaxError`, `YearExpressionError`, `CivicFilterError`; `FormatError`.
  public func search(_ request: CivicRequest) throws -> CivicAnswer {
    let planner = try CivicPlanner(index: self, request: request)
    let exact = try searcher.prepare(planner.exact())
    let full = try find(
      exact, request, from: request.offset, limit: request.limit, facets: Self.facetFields)
    var answer = CivicAnswer(query: request.query, total: full.total, offset: request.offset)
    answer.notes = planner.notes
    answer.facets = full.facets
    try addFull(to: &answer, full, request, planner)
    let isShort =
      request.sort == .relevance && (request.fillsPage || full.total < CivicRequest.few)
    let isFilled = full.total > 0 && !isShort
    if !isFilled || request.countsAll, let lower = try lowerRank(request, planner, full.total > 0) {
      let room = isFilled ? 0 : request.limit - answer.hits.count
      try addPartial(to: &answer, upTo: room, request, planner, lower, besides: exact.query)
    }
    if full.total == 0 {
      try tellShortfall(in: &answer, planner, try thesaurus(with: request.thesaurus))
    }
    return answer
  }

  /// Adds what has all words, and tells answers with all of them as typed from those with one in
  /// another spelling, or like it; where relevance ranks, these stand below.
  private func addFull(
    to answer: inout CivicAnswer, _ found: Found, _ request: CivicRequest, _ planner: CivicPlanner
  ) throws {
    guard found.total > 0, !planner.clauses.isEmpty else {
      answer.exactTotal = found.total
      answer.hits = try hits(found, of: request, planner)
      return
    }
    let typed = try searcher.prepare(.filter(planner.exactSpelling()))
    answer.exactTotal = try typed.count()
    if answer.exactTotal < found.total {
      answer.facets.note(\.spelling, besides: try facets(of: typed))
    }
    if request.sort == .relevance, answer.exactTotal > 0, answer.exactTotal < found.total {
      let all = found.query.query
      try add(.all([all, typed.query]), below: 0, to: &answer, request, planner)
      try add(
        .all([all, .not(typed.query)]), areTyped: false, below: answer.exactTotal, to: &answer,
        request, planner)
    } else {
      answer.hits = try hits(found, of: request, planner)
      let others = try planner.otherMatches(of: found.page)
      for (place, isTyped) in try typed.matches(found.page).enumerated() where !isTyped {
        answer.hits[place].match = others[place]
      }
    }
  }

  /// Adds those of the page that a query finds.
  ///
  /// - Parameters:
  ///   - areTyped: whether they have the words as typed.
  ///   - count: how many answers stand above them, on all pages.
  private func add(
    _ query: Query, areTyped: Bool = true, below count: Int, to answer: inout CivicAnswer,
    _ request: CivicRequest, _ planner: CivicPlanner
  ) throws {
    let above = answer.hits.count
    guard above < request.limit else { return }
    let found = try find(
      searcher.prepare(query), request, from: max(0, request.offset - count),
      limit: request.limit - above, facets: [])
    let others = try areTyped ? [] : planner.otherMatches(of: found.page)
    for (place, var hit) in try hits(found, of: request, planner).enumerated() {
      hit.rank += above
      if !areTyped { hit.match = others[place] }
      answer.hits.append(hit)
    }
  }

  func facets(of query: PreparedQuery) throws -> CivicFacets {
    CivicFacets(try query.run(SearchRequest(limit: 0, facets: Self.facetFields)).facets)
  }

  private func tellShortfall(
    in answer: inout CivicAnswer, _ planner: CivicPlanner, _ thesaurus: Thesaurus
  ) throws {
    let shortfall = try planner.shortfall()
    answer.shortfall = shortfall
    answer.suggestions = try suggestions(
      for: planner.misspelled(in: shortfall, thesaurus), planner)
  }

  /// A page of what was found.
  struct Found {
    var query: PreparedQuery
    var page: [Hit]
    var total: Int
    var facets: CivicFacets
  }

  func find(
    _ query: PreparedQuery, _ request: CivicRequest, from offset: Int, limit: Int,
    facets: [String]
  ) throws -> Found {
    let all = reader.documentCount
    let wanted =
      request.sort == .relevance ? min(all, min(all, offset) + min(all, max(0, limit))) : all
    let found = try query.run(
      SearchRequest(limit: wanted, countsTotal: true, facets: facets))
    let page = try sorted(found.hits, request.sort).dropFirst(offset).prefix(max(0, limit))
    return Found(
      query: query, page: Array(page), total: found.total ?? 0,
      facets: facets.isEmpty ? CivicFacets() : CivicFacets(found.facets))
  }

  /// - Parameter meanings: what each has in place of the words that it lacks.
  func hits(
    _ found: Found, of request: CivicRequest, _ planner: CivicPlanner,
    marking meanings: [[CivicMeaning]] = []
  ) throws -> [CivicHit] {
    let plain = planner.snippets()
    return try found.page.enumerated().map { place, hit in
      let entry = try entry(hit)
      let others = meanings.isEmpty ? [] : meanings[place].map(\.found)
      let snippets = others.isEmpty ? plain : planner.snippets(marking: others)
      return CivicHit(
        rank: request.offset + place + 1, score: hit.score, entry: entry,
        snippet: try snippets.snippet(of: entry),
        explanation: request.explains ? try explanation(of: hit, for: found.query) : nil)
    }
  }

  private func sorted(_ hits: [Hit], _ order: CivicRequest.Sort) throws -> [Hit] {
    switch order {
    case .relevance: return hits
    case .year:
      let years = try ColumnReader(reader, field: CivicSchema.year)
      return try sorted(hits) {
        try Self.lastYear(years.values(segment: $0.segment, document: Int($0.document)))
      } by: {
        $0 > $1
      }
    case .name:
      // Not kept: there may be more than are kept, and few of them are shown.
      return try sorted(hits) {
        try entry(reader.storedDocument($0), segment: $0.segment, Int($0.document)).name
      } by: {
        $0 < $1
      }
    }
  }

  /// Of the fiscal years that an answer tells of; 0 where it tells none.
  private static func lastYear(_ years: [FieldValue]) -> Int {
    years.compactMap { $0.text.flatMap { Int($0) } }.max() ?? 0
  }

  /// Sorted by what an answer says; among equals the more relevant stays first.
  private func sorted<Key>(
    _ hits: [Hit], _ key: (Hit) throws -> Key, by precedes: (Key, Key) -> Bool
  ) throws -> [Hit] {
    try hits.map { (hit: $0, key: try key($0)) }
      .stableSorted { precedes($0.key, $1.key) }.map(\.hit)
  }

  private func explanation(of hit: Hit, for query: PreparedQuery) throws -> Explanation? {
    try query.explain(segment: hit.segment, document: hit.document)
  }
}
