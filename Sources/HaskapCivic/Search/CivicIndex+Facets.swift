internal import Haskap

extension CivicIndex {
  /// The columns that `CivicFacets` is made of.
  static let facetFields = [
    CivicSchema.year, CivicSchema.form, CivicSchema.type, CivicSchema.department,
  ]
}

/// What a search finds that is narrowed by a value has that value, but not all that has it is found: an
/// organization has to have done within it what is asked. And of activities more are found where these alone
/// are asked for.
extension CivicIndex {
  /// Facets of which each value counts what a search finds that is narrowed by it.
  ///
  /// - Parameters:
  ///   - plain: how many of the answers have each value.
  ///   - asked: the question without its bounds.
  ///   - part: what the answers match that are meant.
  func facets(
    _ plain: CivicFacets, of answers: DocumentSets?, to asked: Query, within part: [Query] = [],
    _ planner: CivicPlanner
  ) throws -> CivicFacets {
    var facets = plain
    if planner.types.isEmpty {
      let count = try searcher.count(
        .all([asked, CivicPlanner.type(.activity)] + part + planner.filters.map(\.query)))
      facets.tellActivities(count)
    }
    guard let answers, plain.type.contains(where: { $0.value == CivicType.organization.rawValue })
    else { return facets }
    // The projects among the answers are those that match, unless something else left some out.
    let isWhole = planner.types.isEmpty && planner.filters.allSatisfy(\.picksDeeds)
    let doers = try planner.doers(
      isWhole ? .documents(answers) : asked, labels: planner.texts,
      within: planner.deeds(planner.filters, planner.conditions))
    // Of one that is an answer by its name alone, all that it did counts.
    let named = Query.any(doers.filter(\.isNameEnough).map { .all($0.names ?? []) })
    let found = try searcher.prepare(
      .filter(.all([.documents(answers), CivicPlanner.type(.organization), .not(named)] + part))
    ).run(SearchRequest(limit: 0, facets: Self.facetFields, gathersDocuments: true))
    guard let bodies = found.documents, !bodies.isEmpty else { return facets }
    let joins = try doers.filter { !$0.isNameEnough }.map { try planner.join($0, among: bodies) }
    let counts = try reader.counts(
      of: [CivicSchema.year, CivicSchema.form, CivicSchema.department], among: bodies,
      sharing: CivicSchema.organization, by: joins)
    facets.replace(CivicFacets(found.facets), with: counts)
    return facets
  }
}

extension CivicFacets {
  fileprivate mutating func tellActivities(_ count: Int) {
    type.removeAll { $0.value == CivicType.activity.rawValue }
    if count > 0 { type.append(Count(value: CivicType.activity.rawValue, count: count)) }
    type.sort(by: Self.precedes)
  }

  /// - Parameter counts: of years, forms and departments.
  fileprivate mutating func replace(_ old: CivicFacets, with counts: [[FacetCount]]) {
    let facets: [WritableKeyPath<Self, [Count]>] = [\.year, \.form, \.department]
    for (facet, counts) in zip(facets, counts) {
      let all =
        self[keyPath: facet].map { ($0.value, $0.count) }
        + old[keyPath: facet].map { ($0.value, -$0.count) }
        + counts.map { ($0.value.text ?? "", $0.count) }
      self[keyPath: facet] = Dictionary(all, uniquingKeysWith: +).filter { $0.value > 0 }
        .map { Count(value: $0.key, count: $0.value) }
        .sorted(by: Self.precedes)
    }
    year.sort { $0.value < $1.value }
  }

  /// The most frequent first.
  private static func precedes(_ count: Count, _ other: Count) -> Bool {
    (other.count, count.value) < (count.count, other.value)
  }

  /// - Parameter counts: of `CivicIndex.facetFields`, in their order.
  init(_ counts: [[FacetCount]]) {
    self.init()
    let all = counts.map { counts in
      counts.map { Count(value: $0.value.text ?? "", count: $0.count) }
    }
    year = all[0].sorted { $0.value < $1.value }
    (form, type, department) = (all[1], all[2], all[3])
  }
}
