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
    let organizations = try documents([Self.type(.organization)])
    var doers = [try self.doers(among: organizations, of: [query] + bounds)]
    if !labels.isEmpty { doers.append(try self.doers(called: named, of: bounds)) }
    if let title { doers.append(try self.doers(called: [title], of: bounds)) }
    if 2...Self.mostNamed ~= labels.count {
      // 社協 names the organization, 雪かき what it did.
      let done = try labels.map { try interpreter.query(unit: $0) }
      doers += try labels.indices.map { name in
        let others = done.indices.filter { $0 != name }.map { done[$0] }
        return try self.doers(called: [named[name]], of: others + bounds)
      }
    }
    let others = Query.all([
      .documents(organizations), .not(.any(doers.map { .documents($0) })),
    ])
    return .all([query, .not(others)])
  }

  /// Each of more words is not taken for a name by itself: who types so many pastes a text.
  private static let mostNamed = 4

  /// The organizations called so that a project names which matches the bounds. Few are called so; so these
  /// are looked for first.
  private func doers(called names: [Query], of bounds: [Query]) throws -> DocumentSets {
    try known.documents(of: [names, bounds]) {
      let called = try documents([Self.type(.organization)] + names)
      let projects = try reader.documents(
        documents([Self.type(.project)]), sharing: CivicSchema.organization, with: called)
      return try doers(among: called, of: bounds + [.documents(projects)])
    }
  }

  /// Of some organizations those that the projects name which match all of these.
  private func doers(
    among organizations: DocumentSets, of queries: [Query]
  ) throws -> DocumentSets {
    try reader.documents(
      organizations, sharing: CivicSchema.organization,
      with: documents([Self.type(.project)] + queries))
  }

  private func documents(_ queries: [Query]) throws -> DocumentSets {
    try known.documents(of: [queries]) {
      try searcher.prepare(.filter(.all(queries))).run(
        SearchRequest(limit: 0, gathersDocuments: true)
      ).documents ?? DocumentSets(words: [])
    }
  }
}
