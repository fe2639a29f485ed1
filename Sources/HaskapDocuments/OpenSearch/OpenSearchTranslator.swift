package import Haskap

/// Writes what a cluster is asked, by the folder of an export.
package struct OpenSearchTranslator {
  private let reader: IndexReader
  private let searcher: Searcher
  private let statistics: CharacterStatistics
  /// More than are compared, since equal scores may come in another order.
  private static let hits = 30
  static let compared = 10

  /// - Throws: `InputError` where the folder is none of an export.
  package init(_ reader: IndexReader, folder: String) throws {
    self.init(reader, try CharacterStatistics(folder: folder))
  }

  init(_ reader: IndexReader, _ statistics: CharacterStatistics) {
    (self.reader, self.statistics) = (reader, statistics)
    searcher = reader.makeSearcher()
  }

  /// The body of a search request.
  package func body(of request: OpenSearchRequest) throws -> String {
    try translated(request).body
  }

  private func translated(
    _ request: OpenSearchRequest
  ) throws -> (body: String, translation: OpenSearchQuery) {
    // Whatever is wrong with it is said before anything is written.
    _ = try searcher.prepare(request.query)
    let (query, translation) = try translated(request.exported)
    let order = [
      JSONText.object([("_score", JSONText.string("desc"))]),
      JSONText.object([(OpenSearchPath.number, JSONText.string("asc"))]),
    ]
    let body = JSONText.object([
      ("query", query), ("sort", JSONText.array(order)), ("track_scores", "true"),
      ("track_total_hits", "true"), ("size", "\(Self.compared)"), ("_source", "false"),
    ])
    return (body, translation)
  }

  /// Ranked as closely as the clauses that a cluster takes allow.
  ///
  /// - Throws: `InputError` where not even the documents can be asked for by so few.
  private func translated(
    _ query: Query
  ) throws -> (json: String, translation: OpenSearchQuery) {
    for ranking in OpenSearchQuery.UnitRanking.allCases {
      let translation = OpenSearchQuery(reader.schema, searcher, statistics, ranking: ranking)
      let json = try translation.json(query)
      if OpenSearchClauses.count(json) <= OpenSearchClauses.most { return (json, translation) }
    }
    throw InputError(
      description: "a cluster takes no query of so many words and spellings; give fewer words")
  }

  /// A line of the verification set: what Haskap finds, and what the cluster is to be asked.
  func line(_ request: OpenSearchRequest) throws -> String {
    let (body, translation) = try translated(request)
    let found = try searcher.search(request.query, limit: Self.hits, counting: true)
    let hits = try found.hits.map { hit in
      JSONText.object([
        ("id", JSONText.string(try id(of: hit))), ("score", JSONText.number(hit.score)),
      ])
    }
    if request.isPartial { translation.differences.insert(.someWords) }
    let differences = translation.differences.map(\.rawValue).sorted()
    return JSONText.object([
      ("query", JSONText.string(request.text)), ("partial", "\(request.isPartial)"),
      ("fields", JSONText.array(translation.fields.sorted().map(JSONText.string))),
      ("count", "\(found.total ?? 0)"), ("hits", JSONText.array(hits)),
      ("differences", JSONText.array(differences.map(JSONText.string))), ("request", body),
    ])
  }

  /// The key, or the number among all documents.
  private func id(of hit: Hit) throws -> String {
    let number = searcher.number(of: Int(hit.document), inSegment: hit.segment)
    guard let key = reader.schema.key else { return "\(number)" }
    let document = Int(hit.document)
    let rows = try reader.words(of: key, segment: hit.segment, document..<document + 1)
    return rows?.terms(of: document).first?.map { String(decoding: $0, as: UTF8.self) }
      ?? "\(number)"
  }
}
