/// With whom an organization did what.
public struct PartnersAnswer: Sendable, Encodable {
  /// The body that the name means; nil where it is not known or leaves a choice.
  public var organization: String?
  /// Those that stand in the same rows, the most frequent first.
  public var partners: [Partner]
  public var candidates: [OrganizationAnswer.Candidate]
  /// Whether nothing is called so, and what is told is called nearly so.
  public var isNearSpelling = false

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
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func partners(
    of name: String, period: CivicPeriod = CivicPeriod()
  ) throws -> PartnersAnswer {
    let (asked, registry) = try askedOrganization(name)
    switch registry.resolve(asked.name) {
    case .none: return PartnersAnswer(partners: [], candidates: [])
    case .several(let matches):
      return PartnersAnswer(
        partners: [], candidates: matches.map { .init($0.entity) },
        isNearSpelling: matches.allSatisfy(\.agreement.isNearSpelling))
    case .one(let match):
      let facts = try facts(of: asked.cities)
      let own = Set(match.entity.listed.map(\.record).filter { period.holds(facts[$0]) })
      let partners = try registry.organizations.filter { $0.id != match.entity.id }
        .compactMap { try partner($0, in: own, facts) }
      return PartnersAnswer(
        organization: match.entity.name,
        partners: partners.stableSorted { $0.activities.count > $1.activities.count },
        candidates: [], isNearSpelling: match.agreement.isNearSpelling)
    }
  }

  /// Nil where it is listed in none of the records.
  private func partner(
    _ entity: OrganizationEntity, in own: Set<Int>, _ facts: KnownFacts
  ) throws -> PartnersAnswer.Partner? {
    let shared = entity.listed.filter { own.contains($0.record) }
    guard !shared.isEmpty else { return nil }
    return PartnersAnswer.Partner(
      name: entity.name, years: Set(shared.compactMap { facts[$0.record].fiscalYear }).sorted(),
      activities: try shared.map(reference))
  }
}
