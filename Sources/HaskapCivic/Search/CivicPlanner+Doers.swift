internal import Haskap
internal import HaskapQuery

/// Organizations as answers of a year, a form or a department. The document of an organization has all
/// that it ever did; so the words may be those of another year.
extension CivicPlanner {
  /// What picks from the deeds of an organization.
  func deeds(_ filters: [CivicFilters.Filter], _ conditions: [QueryNode]) throws -> [Query] {
    let asked = try conditions.compactMap { condition -> Query? in
      switch condition {
      case .not, .field(CivicSchema.type, _): nil
      default: try interpreter.query(condition)
      }
    }
    return filters.filter(\.picksDeeds).map(\.query) + asked
  }

  /// The answers to a query without the organizations that did it otherwise than within the bounds. One
  /// is an answer for what it did within them, and by its name where it did anything.
  ///
  /// - Parameter labels: the words of the query.
  func withDoers(_ query: Query, labels: [String], within bounds: [Query]) throws -> Query {
    guard !bounds.isEmpty else { return query }
    let named = try labels.map { try interpreter.query(unit: $0, in: CivicSchema.nameFields) }
    var doers = try bodies(of: [query] + bounds)
    if !labels.isEmpty { doers.append(try bodies(called: named, in: bounds)) }
    if let title { doers.append(try bodies(called: [title], in: bounds)) }
    if 2...Self.mostNamed ~= labels.count {
      // 社協 names the organization, 雪かき what it did.
      let done = try labels.map { try interpreter.query(unit: $0) }
      doers += try labels.indices.map { name in
        let others = done.indices.filter { $0 != name }.map { done[$0] }
        return try bodies(called: [named[name]], in: others + bounds)
      }
    }
    let others = Query.all([Self.type(.organization), .not(.any(doers))])
    return .all([query, .not(others)])
  }

  /// Each of more words is not taken for a name by itself: who types so many pastes a text.
  private static let mostNamed = 4

  /// The organizations called so that a project names which matches the bounds. Few are called so; so these
  /// are looked for first.
  private func bodies(called names: [Query], in bounds: [Query]) throws -> Query {
    let called = Query.any(try ids([Self.type(.organization)] + names))
    return .all([called, .any(try bodies(of: bounds + [.filter(called)]))])
  }

  /// The organizations that the projects name which match all of these.
  private func bodies(of queries: [Query]) throws -> [Query] {
    try ids([Self.type(.project)] + queries)
  }

  /// The organizations of the documents that match all of these, each as a query for its documents.
  private func ids(_ queries: [Query]) throws -> [Query] {
    let field = CivicSchema.organization
    let found =
      try searcher.prepare(.filter(.all(queries)))
      .run(SearchRequest(limit: 0, facets: [field])).facets.first ?? []
    return found.compactMap(\.value.text).map { .term(field: field, Array($0.utf8)) }
  }
}
