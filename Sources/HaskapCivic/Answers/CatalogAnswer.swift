/// All organizations, projects or departments, each with how much the reports have of it.
public struct CatalogAnswer: Sendable, Encodable {
  public enum Kind: String, Sendable, Encodable, CaseIterable {
    case organizations, projects, departments
  }

  public var kind: Kind
  /// In the order of the reports.
  public var entries: [Entry]

  public struct Entry: Sendable, Encodable {
    public var name: String
    /// Whose department it is, where that is not the only city; of several cities, whose project.
    public var owner: String?
    /// Rows of reports that list it.
    public var records: Int
    /// Fiscal years, ascending.
    public var years: [Int]
    /// The sum of what these rows tell; nil where none tells.
    public var participants: Int?
  }
}

extension CivicIndex {
  /// What lies in a period, and all that has anything there.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func catalog(
    _ kind: CatalogAnswer.Kind, period: CivicPeriod = CivicPeriod()
  ) throws -> CatalogAnswer {
    if period.isAlways { return CatalogAnswer(kind: kind, entries: try entries(kind)) }
    let facts = try facts(of: cities().all)
    let all: [(name: String, owner: String?, records: [Int])] =
      switch kind {
      case .organizations:
        try organizations().organizations.map { ($0.name, nil, $0.listed.map(\.record)) }
      case .projects:
        try projects().series.map { ($0.title, $0.city, $0.records) }
      case .departments:
        try departments().departments.map { ($0.name, $0.owner, $0.records) }
      }
    let entries = all.compactMap { name, owner, places -> CatalogAnswer.Entry? in
      let own = places.map { facts[$0] }.filter(period.holds)
      guard !own.isEmpty else { return nil }
      return CatalogAnswer.Entry(name: name, owner: owner, of: own)
    }
    return CatalogAnswer(kind: kind, entries: entries)
  }
}

extension CivicIndex {
  private func entries(_ kind: CatalogAnswer.Kind) throws -> [CatalogAnswer.Entry] {
    let rowKind: CatalogRow.Kind =
      switch kind {
      case .organizations: .organizations
      case .projects: .projects
      case .departments: .departments
      }
    return try rows(rowKind).filter { $0.row.records > 0 }.map { row, city in
      CatalogAnswer.Entry(
        name: row.name, owner: row.owner ?? city, records: row.records, years: row.years,
        participants: row.participants)
    }
  }
}

extension CatalogAnswer.Entry {
  fileprivate init(name: String, owner: String?, of records: [RecordFacts]) {
    let participants = records.compactMap(\.participants)
    self.init(
      name: name, owner: owner, records: records.count,
      years: Set(records.compactMap(\.fiscalYear)).sorted(),
      participants: participants.isEmpty ? nil : participants.reduce(0, +))
  }
}
