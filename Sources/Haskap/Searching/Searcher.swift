/// Searches a snapshot of an index. Terms are weighed by the statistics of all its segments,
/// deleted documents included until they are merged away.
public final class Searcher: Sendable {
  let segments: [SearchSegment]
  /// The parameters of the scores.
  public let ranking: BM25
  let reader: IndexReader?
  /// The number of each segment's first document among those of all, and the number of all.
  private let bases: [Int]
  let memory: SearcherMemory
  /// How many threads search together.
  let threads: Int

  /// - Parameters:
  ///   - reader: has the columns; nil when there are none.
  ///   - memory: of searchers of the same segments with the same ranking.
  init(
    _ segments: [SearchSegment], ranking: BM25 = BM25(), threads: Int = 1,
    reader: IndexReader? = nil, memory: SearcherMemory = SearcherMemory()
  ) {
    (self.segments, self.threads, self.memory) = (segments, threads, memory)
    self.reader = reader
    self.ranking = ranking
    bases = segments.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.index.documentCount) }
  }

  /// Looks up and weighs the terms of a query, once for all that is asked of it.
  ///
  /// - Throws: `QueryError` when the index cannot answer the query; `FormatError` when it is damaged.
  public func prepare(_ query: Query) throws -> PreparedQuery { try PreparedQuery(query, self) }

  /// Whether the dictionaries have what a query asks for.
  func mayMatch(_ query: Query) throws -> Bool {
    if case .none = try Planner(self).plan(query, boost: 0) { false } else { true }
  }

  /// Of a unit, as of `Planner`; nil of another query.
  func scoresAsWritten(_ query: Query) throws -> ClosedRange<Double>? {
    guard case .unit(let unit) = query else { return nil }
    return try Planner(self).scoresAsWritten(unit)
  }

  /// The best `limit` documents, with the number of all that match when `counting`.
  ///
  /// - Throws: as `prepare` and `PreparedQuery.run`.
  public func search(_ query: Query, limit: Int, counting: Bool = false) throws -> SearchResponse {
    try prepare(query).run(SearchRequest(limit: limit, countsTotal: counting))
  }

  /// The number of documents that match.
  ///
  /// - Throws: as `prepare` and `PreparedQuery.run`.
  public func count(_ query: Query) throws -> Int { try prepare(.filter(query)).count() }

  /// Whether any document matches, which takes less time than to count them.
  ///
  /// - Throws: as `prepare` and `PreparedQuery.run`.
  public func hasMatch(_ query: Query) throws -> Bool {
    try prepare(.filter(query)).hasMatch()
  }

  /// Memory of an earlier search, or new one.
  func takeScratch() -> SearchScratch { memory.takeScratch() }

  /// Keeps memory for the next search. After an error, which may have left scores in it, it is not
  /// given back.
  func giveBack(_ scratch: SearchScratch) { memory.giveBack(scratch) }

  func hit(_ key: UInt64, _ grid: ScoreGrid) -> Hit {
    let document = Int(TopHits.document(of: key))
    let segment = (bases.firstIndex { $0 > document } ?? segments.count) - 1
    return Hit(
      segment: segment, document: UInt32(document - bases[segment]),
      score: grid.score(TopHits.score(of: key)))
  }

  func base(of segment: Int) -> Int { bases[segment] }

  /// Deleted documents included.
  var documentCount: Int { bases[segments.count] }

  func holds(_ segment: Int, _ document: UInt32) -> Bool {
    segments.indices.contains(segment) && document < segments[segment].index.documentCount
  }

  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  func column(_ field: String) throws -> SnapshotColumn {
    guard let reader else { throw SnapshotColumn.missing(field) }
    return try SnapshotColumn(reader, field)
  }

  /// What the segments' parts of a field have in common; nil when none has the field.
  func field(named name: String) -> FieldContext? {
    memory.field(named: name) {
      guard segments.contains(where: { $0.index.field(named: name) != nil }) else { return nil }
      return FieldContext(name, segments: segments, ranking: ranking)
    }
  }
}
