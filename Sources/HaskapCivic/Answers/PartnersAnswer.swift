/// With whom an organization did what.
public struct PartnersAnswer: Sendable, Encodable {
  /// The body that the name means; nil where it is not known or leaves a choice.
  public var organization: String?
  /// Those that stand in the same rows, the most frequent first.
  public var partners: [Partner]
  public var candidates: [OrganizationAnswer.Candidate]

  public struct Partner: Sendable, Encodable {
    public var name: String
    /// Fiscal years, ascending.
    public var years: [Int]
    /// What both are listed in.
    public var activities: [RecordReference]
  }
}

extension CivicIndex {
  /// The organizations that are listed together with one, by whatever spelling or part of its name.
  public func partners(
    of name: String, period: CivicPeriod = CivicPeriod()
  ) throws -> PartnersAnswer {
    let records = try records()
    let registry = try organizations()
    switch registry.resolve(name) {
    case .none: return PartnersAnswer(partners: [], candidates: [])
    case .several(let matches):
      return PartnersAnswer(
        partners: [],
        candidates: matches.map {
          .init(name: $0.entity.name, activities: $0.entity.mentions.count)
        })
    case .one(let match):
      let own = Set(match.entity.listed.map(\.record).filter { period.contains(records[$0]) })
      let partners = registry.organizations.filter { $0.id != match.entity.id }
        .compactMap { PartnersAnswer.Partner($0, in: own, of: records) }
      return PartnersAnswer(
        organization: match.entity.name,
        partners: partners.stableSorted { $0.activities.count > $1.activities.count },
        candidates: [])
    }
  }
}

extension PartnersAnswer.Partner {
  /// Nil where it is listed in none of the records.
  fileprivate init?(_ entity: OrganizationEntity, in own: Set<Int>, of records: [Record]) {
    let shared = entity.listed.filter { own.contains($0.record) }
    guard !shared.isEmpty else { return nil }
    self.init(
      name: entity.name, years: Set(shared.compactMap { records[$0.record].fiscalYear }).sorted(),
      activities: shared.map {
        RecordReference(records[$0.record], role: $0.role, spelling: $0.spelling)
      })
  }
}
