/// A query on a snapshot, its terms looked up and weighed; nothing has been searched yet.
///
///     let prepared = try reader.makeSearcher().prepare(query)
///     let response = try prepared.run(SearchRequest(limit: 10, countsTotal: true, facets: ["year"]))
///
/// A run makes one pass over each segment, window by window: hits, total, facets and the rest are
/// taken from the same matches. A prepared query may be run from several threads at once.
public final class PreparedQuery: Sendable {
  /// What was prepared.
  public let query: Query
  private let searcher: Searcher
  let plan: Plan
  private let grid: ScoreGrid

  init(_ query: Query, _ searcher: Searcher) throws {
    self.query = query
    self.searcher = searcher
    plan = try Planner(searcher).plan(query, boost: 1)
    grid = ScoreGrid(weight: plan.largestWeight, total: plan.total)
  }

  /// - Throws: `SchemaError` when a field has no column; `FormatError` when the index is damaged;
  ///   `TimeLimitExceeded` inside of `TimeLimit.run`.
  public func run(_ request: SearchRequest) throws -> SearchResponse {
    let (offset, limit) = (max(0, request.offset), max(0, request.limit))
    let wanted = offset.addingReportingOverflow(limit)
    let end = min(wanted.overflow ? .max : wanted.partialValue, searcher.documentCount)
    let collectors = try RequestCollectors(request, end: end, searcher)
    var hits = TopHits(
      limit: request.sort == nil ? end : 0, highest: grid.constant(plan.total))
    let scratch = searcher.takeScratch()
    let total =
      collectors.all.isEmpty
      ? try runTogether(into: &hits, counting: request.countsTotal, scratch)
      : try runInOrder(into: &hits, counting: request.countsTotal, collectors, scratch)
    searcher.giveBack(scratch)
    var response = SearchResponse()
    let found = try collectors.sorted ?? hits.sorted().map { searcher.hit($0, grid) }
    response.hits = Array(found.dropFirst(offset).prefix(limit))
    response.total = request.countsTotal ? total : nil
    response.facets = try collectors.facets
    response.documents = collectors.documents
    return response
  }

  /// Where nobody else takes the matches, the windows of all segments are one row: what the best of
  /// one segment have keeps the others from being looked at.
  private func runTogether(
    into hits: inout TopHits, counting: Bool, _ scratch: SearchScratch
  ) throws -> Int {
    var best = BestPass()
    var total = 0
    let limit = TimeLimit.current
    for segment in searcher.segments.indices {
      total += try run(segment, scratch, limit).begin(
        &best, into: &hits, counting: counting, collectors: [])
    }
    return try total + best.visit(into: &hits, [])
  }

  private func runInOrder(
    into hits: inout TopHits, counting: Bool, _ collectors: RequestCollectors,
    _ scratch: SearchScratch
  ) throws -> Int {
    try searcher.segments.indices.reduce(0) { total, segment in
      let run = try self.run(segment, scratch)
      try collectors.begin(segment)
      return try total
        + run.run(into: &hits, counting: counting, collectors: collectors.all)
    }
  }

  /// The number of documents that match.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func count() throws -> Int {
    if let known = plan.knownCount, searcher.segments.allSatisfy({ $0.live == nil }) {
      return known
    }
    let scratch = searcher.takeScratch()
    let total = try searcher.segments.indices.reduce(0) { $0 + (try run($1, scratch).count()) }
    searcher.giveBack(scratch)
    return total
  }

  /// A number that the matches do not exceed, as far as it is known without looking at documents.
  ///
  /// - Throws: `FormatError` when the index is damaged.
  package func mostMatches() throws -> Int {
    let scratch = searcher.takeScratch()
    defer { searcher.giveBack(scratch) }
    return try searcher.segments.indices.reduce(0) { $0 + (try run($1, scratch).node.cost) }
  }

  /// How the score of a document comes about; nil when it does not match or is deleted.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func explain(segment: Int, document: UInt32) throws -> Explanation? {
    guard searcher.holds(segment, document) else { return nil }
    return try run(segment, SearchScratch()).explain(document)
  }

  /// Whether a document that another query found matches as well.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func matches(_ hit: Hit) throws -> Bool {
    try matches(segment: hit.segment, document: hit.document)
  }

  /// Whether a document matches and is not deleted.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func matches(segment: Int, document: UInt32) throws -> Bool {
    try matches([Hit(segment: segment, document: document, score: 0)])[0]
  }

  /// Of documents that another query found, whether each matches as well: for several sooner than
  /// one by one.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func matches(_ hits: [Hit]) throws -> [Bool] {
    var isMatch = hits.map { _ in false }
    let known = hits.indices.filter { searcher.holds(hits[$0].segment, hits[$0].document) }
    let scratch = searcher.takeScratch()
    for (segment, places) in Dictionary(grouping: known, by: { hits[$0].segment }) {
      let found = try run(segment, scratch).matching(places.map { hits[$0].document })
      for place in places { isMatch[place] = found.contains(hits[place].document) }
    }
    searcher.giveBack(scratch)
    return isMatch
  }

  private func run(
    _ segment: Int, _ scratch: SearchScratch, _ limit: TimeLimit? = TimeLimit.current
  ) throws -> SegmentRun {
    let builder = NodeBuilder(
      searcher: searcher, segment: segment, grid: grid, scratch.memory, limit: limit)
    return SegmentRun(
      node: try builder.node(plan), segment: searcher.segments[segment],
      base: searcher.base(of: segment), grid: grid, scratch: scratch, limit: limit)
  }
}
