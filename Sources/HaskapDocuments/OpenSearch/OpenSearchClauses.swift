/// The clauses of a query as Lucene counts them: all that asks for terms, however deep.
enum OpenSearchClauses {
  /// A cluster takes 1,024 unless `indices.query.bool.max_clause_count` says otherwise; some are left to
  /// what others may put around.
  static let most = 900

  private static let leaves: Set<String> = [
    "exists", "match_all", "match_none", "match_phrase", "prefix", "range", "span_gap", "span_term",
    "term", "terms", "wildcard",
  ]

  /// - Parameter json: one that is nested too deep to be read counts as too much.
  static func count(_ json: String) -> Int { JSONValue(json).map(count) ?? .max }

  private static func count(_ value: JSONValue) -> Int {
    switch value {
    case .array(let values): values.reduce(0) { $0 + count($1) }
    case .object(let members):
      members.reduce(0) { $0 + (leaves.contains($1.key) ? 1 : count($1.value)) }
    default: 0
    }
  }
}
