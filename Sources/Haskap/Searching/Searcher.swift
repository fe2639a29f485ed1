internal import Synchronization

/// Searches a snapshot of an index. Terms are weighed by the statistics of all its segments,
/// deleted documents included until they are merged away.
public final class Searcher: Sendable {
  let segments: [SearchSegment]
  /// The parameters of the scores.
  public let ranking: BM25
  private let bases: [Int]
  private let fields = Mutex<[FieldContext]>([])
  private let scratches = Mutex<[SearchScratch]>([])

  init(_ segments: [SearchSegment], ranking: BM25 = BM25()) {
    self.segments = segments
    self.ranking = ranking
    bases = segments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.index.documentCount) }
  }

  /// The best `limit` documents, with the number of all that match when `counting`.
  public func search(_ query: Query, limit: Int, counting: Bool = false) throws -> SearchResult {
    let plan = try Planner(searcher: self).plan(query, boost: 1)
    let grid = ScoreGrid(weight: plan.largestWeight, total: plan.total)
    var hits = TopHits(
      limit: min(max(limit, 0), bases[segments.count]), highest: grid.constant(plan.total))
    var total = 0
    let scratch = takeScratch()
    for segment in segments.indices {
      let run = try self.run(plan, grid, segment, scratch)
      total += try run.collect(into: &hits, counting: counting)
    }
    giveBack(scratch)
    return SearchResult(
      hits: hits.sorted().map { hit($0, grid) }, total: counting ? total : nil)
  }

  /// The number of documents that match.
  public func count(_ query: Query) throws -> Int {
    let plan = try Planner(searcher: self).plan(query, boost: 0)
    let scratch = takeScratch()
    let total = try segments.indices.reduce(0) { total, segment in
      total + (try run(plan, ScoreGrid(weight: 0, total: 0), segment, scratch).count())
    }
    giveBack(scratch)
    return total
  }

  /// All matching documents, for every segment as bits.
  public func matches(_ query: Query) throws -> DocumentSets {
    let plan = try Planner(searcher: self).plan(query, boost: 0)
    let scratch = takeScratch()
    let words = try segments.indices.map { segment in
      try run(plan, ScoreGrid(weight: 0, total: 0), segment, scratch).matches()
    }
    giveBack(scratch)
    return DocumentSets(words: words)
  }

  /// How the score of a document comes about; nil when it does not match or is deleted.
  public func explain(_ query: Query, segment: Int, document: UInt32) throws -> Explanation? {
    guard segments.indices.contains(segment), document < segments[segment].index.documentCount
    else { return nil }
    let plan = try Planner(searcher: self).plan(query, boost: 1)
    let grid = ScoreGrid(weight: plan.largestWeight, total: plan.total)
    return try run(plan, grid, segment, SearchScratch()).explain(document)
  }

  private func run(
    _ plan: Plan, _ grid: ScoreGrid, _ segment: Int, _ scratch: SearchScratch
  ) throws -> SegmentRun {
    let node = try NodeBuilder(searcher: self, segment: segment, grid: grid).node(plan)
    return SegmentRun(
      node: node, segment: segments[segment], base: bases[segment], grid: grid, scratch: scratch)
  }

  /// Memory of an earlier search, or new one.
  private func takeScratch() -> SearchScratch {
    scratches.withLock { $0.popLast() } ?? SearchScratch()
  }

  /// Keeps memory for the next search. After an error, which may have left scores in it, it is not
  /// given back.
  private func giveBack(_ scratch: SearchScratch) {
    scratches.withLock { $0.append(scratch) }
  }

  private func hit(_ key: UInt64, _ grid: ScoreGrid) -> Hit {
    let document = Int(TopHits.document(of: key))
    let segment = (bases.firstIndex { $0 > document } ?? segments.count) - 1
    return Hit(
      segment: segment, document: UInt32(document - bases[segment]),
      score: grid.score(TopHits.score(of: key)))
  }

  /// What the segments' parts of a field have in common; nil when none has the field.
  func field(named name: String) throws -> FieldContext? {
    try fields.withLock { fields in
      if let known = fields.first(where: { $0.name == name }) { return known }
      guard segments.contains(where: { $0.index.field(named: name) != nil }) else { return nil }
      let made = try FieldContext(name, segments: segments, ranking: ranking)
      fields.append(made)
      return made
    }
  }
}
