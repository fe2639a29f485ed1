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
    try run(request, dividedBy: nil).all
  }

  /// The same, and of the matches that another query has as well how many they are, their facets and
  /// these themselves: together in less time than one after the other.
  ///
  /// - Parameter other: of the same searcher.
  /// - Throws: as the other.
  package func run(
    _ request: SearchRequest, dividedBy other: PreparedQuery?
  ) throws -> (all: SearchResponse, part: SearchResponse?) {
    let (offset, limit) = (max(0, request.offset), max(0, request.limit))
    let wanted = offset.addingReportingOverflow(limit)
    let end = min(wanted.overflow ? .max : wanted.partialValue, searcher.documentCount)
    let grid = request.sort == nil && end > 0 ? grid : .unscored
    let reached = RequestPass.Reached()
    let passes = try searcher.eachPart(lookingAt: mostMatches) { segments, scratch in
      let collectors = try RequestCollectors(request, end: end, self.searcher, part: other?.plan)
      var hits = TopHits(
        limit: request.sort == nil ? end : 0, highest: grid.constant(self.plan.total))
      reached.raise(&hits)
      let total = try self.run(
        segments, into: &hits, counting: request.countsTotal, collectors, grid, scratch)
      reached.take(hits)
      return RequestPass(collectors: collectors, hits: hits, total: total)
    }
    for other in passes.dropFirst() { try passes[0].add(other) }
    return (
      try response(to: request, passes[0], offset: offset, limit: limit),
      try passes[0].collectors.part
    )
  }

  private func response(
    to request: SearchRequest, _ pass: RequestPass, offset: Int, limit: Int
  ) throws -> SearchResponse {
    var response = SearchResponse()
    let found =
      try pass.collectors.sorted ?? pass.hits.sorted().map { searcher.hit($0, grid) }
    response.hits = Array(found.dropFirst(offset).prefix(limit))
    response.total = request.countsTotal ? pass.total : nil
    response.facets = try pass.collectors.facets
    response.documents = pass.collectors.documents
    return response
  }

  /// Where nobody else takes the matches, the windows of all segments are one row: what the best of
  /// one segment have keeps the others from being looked at.
  ///
  /// - Returns: how many match, where they are counted.
  private func run(
    _ segments: Range<Int>, into hits: inout TopHits, counting: Bool,
    _ collectors: RequestCollectors, _ grid: ScoreGrid, _ scratch: SearchScratch
  ) throws -> Int {
    var best = BestPass(segmentCount: segments.count)
    let builder = builder(segments.lowerBound, scratch, grid)
    var total = 0
    for segment in segments {
      builder.begin(segment)
      let run = try self.run(builder, scratch)
      if collectors.all.isEmpty {
        total += try run.begin(&best, into: &hits, counting: counting, collectors: [])
      } else {
        try collectors.begin(segment, builder)
        total += try run.run(into: &hits, counting: counting, collectors: collectors.all)
      }
    }
    return try total + best.visit(into: &hits, [])
  }

  /// The number of documents that match.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func count() throws -> Int {
    if let known = plan.knownCount, searcher.segments.allSatisfy({ $0.live == nil }) {
      return known
    }
    return try searcher.eachPart(lookingAt: mostMatches) { segments, scratch in
      let builder = self.builder(segments.lowerBound, scratch)
      return try segments.reduce(0) { sum, segment in
        builder.begin(segment)
        return sum + (try self.run(builder, scratch).count())
      }
    }.reduce(0, +)
  }

  /// The same where these are at least so many; else nil, as soon as the dictionaries tell that the rest
  /// is too few.
  ///
  /// - Throws: as `count`.
  package func count(atLeast least: Int) throws -> Int? {
    let scratch = searcher.takeScratch()
    let builder = builder(0, scratch)
    var total = 0
    for segment in searcher.segments.indices {
      guard total + mostMatches(in: segment..<searcher.segments.count) >= least else { break }
      builder.begin(segment)
      total += try run(builder, scratch).count()
    }
    searcher.giveBack(scratch)
    return total >= least ? total : nil
  }

  /// Whether any document matches: no more are looked at than those of the first windows.
  ///
  /// - Throws: as `count`.
  public func hasMatch() throws -> Bool {
    if let known = plan.knownCount, searcher.segments.allSatisfy({ $0.live == nil }) {
      return known > 0
    }
    let scratch = searcher.takeScratch()
    let builder = builder(0, scratch)
    let found = try searcher.segments.indices.contains { segment in
      builder.begin(segment)
      return try run(builder, scratch).hasMatch()
    }
    searcher.giveBack(scratch)
    return found
  }

  /// A number that the matches do not exceed, as far as the dictionaries tell it.
  package var mostMatches: Int { mostMatches(in: searcher.segments.indices) }

  private func mostMatches(in segments: Range<Int>) -> Int {
    let documents = searcher.base(of: segments.upperBound) - searcher.base(of: segments.lowerBound)
    return min(plan.mostMatches(in: segments) ?? documents, documents)
  }

  /// How the score of a document comes about; nil when it does not match or is deleted.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func explain(segment: Int, document: UInt32) throws -> Explanation? {
    guard searcher.holds(segment, document) else { return nil }
    let scratch = SearchScratch()
    return try withExtendedLifetime(scratch) {
      try run(builder(segment, scratch, grid), scratch).explain(document)
    }
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
    if hits.isEmpty || plan.knownCount == 0 { return isMatch }
    let known = hits.indices.filter { searcher.holds(hits[$0].segment, hits[$0].document) }
    let scratch = searcher.takeScratch()
    for (segment, places) in Dictionary(grouping: known, by: { hits[$0].segment }) {
      let found = try run(builder(segment, scratch), scratch).matching(
        places.map { hits[$0].document })
      for place in places { isMatch[place] = found.contains(hits[place].document) }
    }
    searcher.giveBack(scratch)
    return isMatch
  }

  /// - Parameter grid: of the scores, where these are of interest.
  private func builder(
    _ segment: Int, _ scratch: SearchScratch, _ grid: ScoreGrid = .unscored
  ) -> NodeBuilder {
    NodeBuilder(searcher: searcher, segment: segment, grid: grid, scratch.memory)
  }

  private func run(_ builder: NodeBuilder, _ scratch: SearchScratch) throws -> SegmentRun {
    SegmentRun(
      node: try builder.node(plan), segment: searcher.segments[builder.segment],
      base: searcher.base(of: builder.segment), grid: builder.grid, scratch: scratch,
      limit: builder.limit)
  }
}
