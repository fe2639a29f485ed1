/// Everything that an organization did.
public struct OrganizationAnswer: Sendable, Encodable {
  /// The bodies that the name means: one, or none when it is not known or leaves a choice.
  public var organizations: [Body]
  /// What else the name may mean, the likeliest first.
  public var candidates: [Candidate]
  /// Whether nothing is called so, and what is told is called nearly so.
  public var isNearSpelling = false

  public struct Body: Sendable, Encodable {
    public var id: String
    public var name: String
    public var kind: Record.OrganizationMention.Kind
    public var spellings: [Spelling]
    public var otherNames: [String]
    public var formerNames: [String]
    public var parent: String?
    public var children: [String]
    /// Whose reports name it, where several cities' do: bodies of one name are perhaps not one body.
    public var cities: [City]
    /// By year, newest last; in a year in the order of the reports.
    public var activities: [RecordReference]
  }

  public struct Spelling: Sendable, Encodable {
    public var text: String
    public var count: Int
    /// The fiscal years whose reports list it so, ascending.
    public var years: [Int]
  }

  public struct City: Sendable, Encodable {
    public var name: String
    public var activities: Int
  }

  public struct Candidate: Sendable, Encodable {
    public var name: String
    public var activities: Int

    init(_ entity: OrganizationEntity) {
      (name, activities) = (entity.name, entity.mentions.count)
    }
  }
}

extension CivicIndex {
  /// All activities of an organization, by whatever spelling or part of its name.
  ///
  /// - Parameters:
  ///   - withChildren: also those of its branches, committees and centers.
  ///   - withMentions: also records that name it only in their title or prose.
  ///   - period: only what lies in it.
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func organization(
    _ name: String, withChildren: Bool = false, withMentions: Bool = true,
    period: CivicPeriod = CivicPeriod()
  ) throws -> OrganizationAnswer {
    let (asked, registry) = try askedOrganization(name)
    switch registry.resolve(asked.name) {
    case .none: return OrganizationAnswer(organizations: [], candidates: [])
    case .several(let matches):
      return OrganizationAnswer(
        organizations: [], candidates: matches.map { .init($0.entity) },
        isNearSpelling: matches.allSatisfy(\.agreement.isNearSpelling))
    case .one(let match):
      let isWithin = try holding(period, in: asked.cities)
      let mentions = registry.mentions(
        of: match.entity.id, withChildren: withChildren, withMentions: withMentions
      ).filter { isWithin($0.record) }
      var entity = match.entity
      entity.mentions.removeAll { !isWithin($0.record) }
      let body = OrganizationAnswer.Body(entity, try mentions.map(reference), of: registry)
      return OrganizationAnswer(
        organizations: [body], candidates: [], isNearSpelling: match.agreement.isNearSpelling)
    }
  }
}

extension CivicIndex {
  /// All activities of the organization that `OrganizationEntity.id` names; nil where there is none.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func organization(id: String) throws -> OrganizationAnswer.Body? {
    let registry = try organizations()
    return try registry[id].map { entity in
      .init(entity, try registry.mentions(of: id).map(reference), of: registry)
    }
  }

  /// The record of a mention, as what the body is in it.
  func reference(_ mention: OrganizationEntity.Mention) throws -> RecordReference {
    var reference = try reference(mention.record)
    (reference.role, reference.spelling) = (mention.role, mention.spelling)
    let cities = try cities()
    reference.city = cities.label(of: cities.city(of: mention.record))
    return reference
  }
}

extension OrganizationAnswer.Body {
  init(
    _ entity: OrganizationEntity, _ references: [RecordReference], of registry: OrganizationRegistry
  ) {
    func name(_ id: String) -> String { registry[id]?.name ?? id }
    let listed = references.filter { $0.role != .mentioned }
    let years = Dictionary(grouping: listed) { $0.spelling ?? "" }
      .mapValues { Set($0.compactMap(\.fiscalYear)).sorted() }
    let counts = Dictionary(grouping: entity.listed, by: \.spelling).mapValues(\.count)
    let cities = Dictionary(grouping: references.compactMap(\.city)) { $0 }
      .map { OrganizationAnswer.City(name: $0.key, activities: $0.value.count) }
      .sorted { $0.name < $1.name }
    self.init(
      id: entity.id, name: entity.name, kind: entity.kind,
      spellings: entity.spellings.compactMap { spelling in
        counts[spelling.text].map {
          .init(text: spelling.text, count: $0, years: years[spelling.text] ?? [])
        }
      },
      otherNames: entity.otherNames, formerNames: entity.formerNames,
      parent: entity.parent.map(name),
      children: entity.children.map(name), cities: cities.count > 1 ? cities : [],
      activities: references.stableSorted { ($0.fiscalYear ?? 0) < ($1.fiscalYear ?? 0) })
  }
}

extension Array {
  /// Sorted, with elements that are alike left in their order.
  func stableSorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    indices.sorted { one, other in
      if precedes(self[one], self[other]) { return true }
      return !precedes(self[other], self[one]) && one < other
    }.map { self[$0] }
  }
}
