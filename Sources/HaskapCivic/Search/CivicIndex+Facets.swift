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
  ///   - part: those of the answers that are meant; nil for all.
  ///   - asked: the question without its bounds.
  ///   - activities: how many of these are found where they alone are asked for; nil where they are not
  ///     told.
  func facets(
    _ plain: CivicFacets, of answers: DocumentSets?, among part: DocumentSets? = nil,
    to asked: Query, activities: Int?, _ planner: CivicPlanner
  ) throws -> CivicFacets {
    var facets = plain
    if let activities { facets.tellActivities(activities) }
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
      .filter(
        .all([.documents(part ?? answers), CivicPlanner.type(.organization), .not(named)]))
    ).run(SearchRequest(limit: 0, facets: Self.facetFields, gathersDocuments: true))
    guard let bodies = found.documents, !bodies.isEmpty else { return facets }
    let joins = try doers.filter { !$0.isNameEnough }.map { try planner.join($0, among: bodies) }
    let counts = try reader.counts(
      of: [CivicSchema.year, CivicSchema.form, CivicSchema.department], among: bodies,
      sharing: CivicSchema.organization, by: joins)
    facets.replace(CivicFacets(found.facets), with: counts)
    return facets
  }

  /// How many activities a question finds within its filters, and how many of these match another query as
  /// well; nil where the question has types.
  func activities(
    _ asked: Query, dividedBy other: PreparedQuery? = nil, _ planner: CivicPlanner
  ) throws -> (all: Int?, part: Int?) {
    guard planner.types.isEmpty else { return (nil, nil) }
    let found = try searcher.prepare(
      .filter(.all([asked, CivicPlanner.type(.activity)] + planner.filters.map(\.query)))
    ).run(SearchRequest(limit: 0, countsTotal: true), dividedBy: other)
    return (found.all.total, found.part?.total)
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
