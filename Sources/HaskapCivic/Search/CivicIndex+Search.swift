internal import Haskap
public import HaskapDocuments
internal import HaskapQuery

extension CivicIndex {
  /// Ranks projects, organizations and activities together: those that match all words first.
  /// Where these are few, or a page is to be filled, those follow that match only some, the rarer the better.
  ///
  /// - Throws: `QuerySyntaxError`, `YearExpressionError`, `CivicFilterError`; `FormatError`.
  public func search(_ request: CivicRequest) throws -> CivicAnswer {
    var (answer, hits) = try pendingSearch(request)
    answer.hits = try hits.made()
    return answer
  }

  /// The same with its hits beside it, which are made when they are asked for.
  ///
  /// - Throws: as `search`.
  public func pendingSearch(
    _ request: CivicRequest
  ) throws -> (answer: CivicAnswer, hits: PendingHits<CivicHit>) {
    let planner = try CivicPlanner(index: self, request: request)
    let asked = try planner.exact()
    let exact = try searcher.prepare(planner.filtered(asked))
    // What has the words as typed is ranked by itself then, and so is the rest.
    let isDivided =
      try request.sort == .relevance && !request.explains && exact.mostMatches > 0
      && planner.hasOtherSpellings()
    let full = try find(
      exact, request, from: isDivided ? 0 : request.offset, limit: isDivided ? 0 : request.limit,
      facets: Self.facetFields, gathers: true)
    var answer = CivicAnswer(query: request.query, total: full.total, offset: request.offset)
    answer.notes = planner.notes
    var hits = PendingHits<CivicHit>()
    let isFound = full.total > 0
    let isShort =
      request.sort == .relevance && (request.fillsPage || full.total < CivicRequest.few)
    let isFilled = isFound && !isShort
    let lower =
      try !isFilled || request.countsAll ? lowerRank(request, planner, isFound) : nil
    // Where nothing has all words, the facets are those of what has some.
    if isFound || lower == nil {
      answer.facets = try facets(
        full.facets, of: full.documents, to: asked, activities: activities(asked, planner).all,
        planner)
    }
    if isFound { try addFull(to: &answer, &hits, full, isRanked: !isDivided, request, planner) }
    if let lower {
      let room = isFilled ? 0 : request.limit - hits.count
      try addPartial(
        to: &answer, &hits, upTo: room, request, planner, lower, besides: full.documents)
    }
    if !isFound {
      try tellShortfall(in: &answer, planner, try thesaurus(with: request.thesaurus))
    }
    return (answer, hits)
  }

  /// Adds what has all words, and tells answers with all of them as typed from those with one in
  /// another spelling, or like it; where relevance ranks, these stand below.
  private func addFull(
    to answer: inout CivicAnswer, _ hits: inout PendingHits<CivicHit>, _ found: Found,
    isRanked: Bool, _ request: CivicRequest, _ planner: CivicPlanner
  ) throws {
    guard found.total > 0, !planner.clauses.isEmpty else {
      answer.exactTotal = found.total
      hits.append(found.page.count, try maker(of: found, request, planner))
      return
    }
    let asked = try planner.exactSpelling()
    let exact = try planner.filtered(asked)
    let typed = try searcher.prepare(.filter(exact)).run(
      SearchRequest(limit: 0, countsTotal: true, gathersDocuments: true))
    answer.exactTotal = typed.total ?? 0
    // The documents themselves are at hand; only an explanation says why they are among them.
    let documents = typed.documents.map(Query.documents) ?? .none
    let own = request.explains ? .filter(exact) : documents
    if answer.exactTotal < found.total {
      let plain = try facets(of: searcher.prepare(documents))
      let own = try facets(
        plain, of: typed.documents, to: asked, activities: activities(asked, planner).all, planner)
      answer.facets.note(\.spelling, besides: own)
    }
    if request.sort == .relevance, answer.exactTotal > 0, answer.exactTotal < found.total {
      let all = found.query.query
      try add(.all([all, own]), below: 0, to: &hits, request, planner)
      try add(
        .all([all, .not(own)]), areTyped: false, below: answer.exactTotal, to: &hits,
        request, planner)
    } else {
      let found = isRanked ? found : try ranked(found, request)
      let others = try planner.otherMatches(of: found.page)
      let areTyped = try searcher.prepare(documents).matches(found.page)
      let make = try maker(of: found, request, planner)
      hits.append(found.page.count) { place in
        var hit = try make(place)
        if !areTyped[place] { hit.match = others[place] }
        return hit
      }
    }
  }

  /// The page of what was found and not ranked.
  private func ranked(_ found: Found, _ request: CivicRequest) throws -> Found {
    let known = found.documents.map(Query.documents) ?? .none
    return try find(
      searcher.prepare(.all([found.query.query, known])), request, from: request.offset,
      limit: request.limit, counts: false)
  }

  /// Adds those of the page that a query finds.
  ///
  /// - Parameters:
  ///   - areTyped: whether they have the words as typed.
  ///   - count: how many answers stand above them, on all pages.
  private func add(
    _ query: Query, areTyped: Bool = true, below count: Int, to hits: inout PendingHits<CivicHit>,
    _ request: CivicRequest, _ planner: CivicPlanner
  ) throws {
    let above = hits.count
    guard above < request.limit else { return }
    let found = try find(
      searcher.prepare(query), request, from: max(0, request.offset - count),
      limit: request.limit - above, counts: false)
    let others = try areTyped ? [] : planner.otherMatches(of: found.page)
    let make = try maker(of: found, request, planner)
    hits.append(found.page.count) { place in
      var hit = try make(place)
      hit.rank += above
      if !areTyped { hit.match = others[place] }
      return hit
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
    /// 0 where they were not counted.
    var total: Int
    var facets: CivicFacets
    /// All of them; nil when they were not to be gathered.
    var documents: DocumentSets?
    /// Of those that another query has as well; nil where there is none.
    var part: SearchResponse?
  }

  func find(
    _ query: PreparedQuery, _ request: CivicRequest, from offset: Int, limit: Int,
    facets: [String] = [], counts: Bool = true, gathers: Bool = false,
    dividedBy other: PreparedQuery? = nil
  ) throws -> Found {
    let all = reader.documentCount
    let wanted =
      request.sort == .relevance ? min(all, min(all, offset) + min(all, max(0, limit))) : all
    let (found, part) = try query.run(
      SearchRequest(
        limit: wanted, countsTotal: counts, facets: facets, gathersDocuments: gathers),
      dividedBy: other)
    let page = try sorted(found.hits, request.sort).dropFirst(offset).prefix(max(0, limit))
    return Found(
      query: query, page: Array(page), total: found.total ?? 0,
      facets: facets.isEmpty ? CivicFacets() : CivicFacets(found.facets),
      documents: found.documents, part: part)
  }

  /// Makes an answer by its place on the page.
  ///
  /// - Parameter meanings: what each has in place of the words that it lacks.
  func maker(
    of found: Found, _ request: CivicRequest, _ planner: CivicPlanner,
    marking meanings: [[CivicMeaning]] = []
  ) throws -> (Int) throws -> CivicHit {
    var known: [[String]: CivicSnippets] = [:]
    return { place in
      let hit = found.page[place]
      let entry = try self.entry(hit)
      let others = meanings.isEmpty ? [] : meanings[place].map(\.found)
      let snippets = try known[others] ?? planner.snippets(marking: others)
      known[others] = snippets
      return CivicHit(
        rank: request.offset + place + 1, score: hit.score, entry: entry,
        snippet: snippets.snippet(of: try self.paragraphs(of: entry, hit, planner.session)),
        explanation: request.explains ? try self.explanation(of: hit, for: found.query) : nil)
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
    case .name: return try sortedByName(hits)
    }
  }

  /// Many answers have one name, which is read and compared with the others once.
  private func sortedByName(_ hits: [Hit]) throws -> [Hit] {
    let labels = try ColumnReader(reader, field: CivicSchema.label)
    var names: [String] = []
    var known: [Int: Int] = [:]
    let places = try hits.map { hit in
      let (segment, document) = (hit.segment, Int(hit.document))
      let keyword = try labels.keyword(segment: segment, document: document)
        .map { $0 * reader.segmentCount + segment }
      if let keyword, let place = known[keyword] { return place }
      if let keyword { known[keyword] = names.count }
      // What is longer than any name is no keyword.
      names.append(
        try labels.values(segment: segment, document: document).first?.text
          ?? entry(reader.storedDocument(hit), segment: segment, document).name)
      return names.count - 1
    }
    var ranks = names.map { _ in 0 }
    var (last, rank) = ("", 0)
    for place in names.indices.sorted(by: { names[$0] < names[$1] }) {
      if names[place] != last { (last, rank) = (names[place], rank + 1) }
      ranks[place] = rank
    }
    return zip(hits, places).map { (hit: $0, rank: ranks[$1]) }
      .stableSorted { $0.rank < $1.rank }.map(\.hit)
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
