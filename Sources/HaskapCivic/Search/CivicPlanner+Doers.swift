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
    let organizations = try documents([Self.type(.organization)])
    let doers = try self.doers(query, labels: labels, within: bounds).map(bodies)
    let others = Query.all([
      .documents(organizations), .not(.any(doers.map { .documents($0) })),
    ])
    return .all([query, .not(others)])
  }

  /// Organizations that are answers because of projects which name them.
  struct Doers {
    /// What they are called; nil whatever it is.
    var names: [Query]?
    /// What the projects match.
    var deeds: [Query]

    /// Whether all that an organization did counts, since it is called so.
    var isNameEnough: Bool { names != nil && deeds.isEmpty }
  }

  /// - Parameter bounds: none where all that an organization did counts.
  func doers(_ query: Query, labels: [String], within bounds: [Query]) throws -> [Doers] {
    let named = try labels.map { try interpreter.query(unit: $0, in: CivicSchema.nameFields) }
    var doers = [Doers(names: nil, deeds: [query] + bounds)]
    if !labels.isEmpty { doers.append(Doers(names: named, deeds: bounds)) }
    if let title { doers.append(Doers(names: [title], deeds: bounds)) }
    if 2...Self.mostNamed ~= labels.count {
      // 社協 names the organization, 雪かき what it did.
      let done = try labels.map { try interpreter.query(unit: $0) }
      doers += labels.indices.map { name in
        let others = done.indices.filter { $0 != name }.map { done[$0] }
        return Doers(names: [named[name]], deeds: others + bounds)
      }
    }
    return doers
  }

  /// Each of more words is not taken for a name by itself: who types so many pastes a text.
  private static let mostNamed = 4

  private func bodies(_ doers: Doers) throws -> DocumentSets {
    try known.documents(of: [doers.names ?? [], doers.deeds]) {
      let join = try join(doers)
      return try reader.documents(
        join.documents, sharing: CivicSchema.organization, with: join.others)
    }
  }

  /// The organizations, and the projects that tell what they did. Few are called so; so these are looked
  /// for first.
  ///
  /// - Parameter some: the organizations that are asked about; nil for all.
  func join(_ doers: Doers, among some: DocumentSets? = nil) throws -> IndexReader.Join {
    let called = try documents([Self.type(.organization)] + (doers.names ?? []))
    if let some, called.isDisjoint(with: some) {
      return .init(documents: DocumentSets(words: []), others: DocumentSets(words: []))
    }
    guard doers.names != nil else {
      return .init(
        documents: called, others: try documents([Self.type(.project)] + doers.deeds))
    }
    let projects = try known.documents(of: [[], [], doers.names ?? []]) {
      try reader.documents(
        documents([Self.type(.project)]), sharing: CivicSchema.organization, with: called)
    }
    return .init(
      documents: called,
      others: try documents([Self.type(.project)] + doers.deeds + [.documents(projects)]))
  }

  /// What meets all of some queries.
  func documents(_ queries: [Query]) throws -> DocumentSets {
    try known.documents(of: [queries]) {
      try searcher.prepare(.filter(.all(queries))).run(
        SearchRequest(limit: 0, gathersDocuments: true)
      ).documents ?? DocumentSets(words: [])
    }
  }
}
