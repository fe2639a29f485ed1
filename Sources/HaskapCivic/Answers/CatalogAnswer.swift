/// All organizations, projects or departments, each with how much the reports have of it.
public struct CatalogAnswer: Sendable, Encodable {
  public typealias Kind = CatalogKind

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
    let rows = try period.isAlways ? rows(kind) : rows(kind, within: period)
    let entries = rows.filter { $0.row.records > 0 }.map { row, city in
      CatalogAnswer.Entry(
        name: row.name, owner: row.owner ?? city, records: row.records, years: row.years,
        participants: row.participants)
    }
    return CatalogAnswer(kind: kind, entries: entries)
  }

  private func rows(
    _ kind: CatalogKind, within period: CivicPeriod
  ) throws -> [(row: CatalogRow, city: String?)] {
    let facts = try facts(of: cities().all)
    let all: [(id: String, name: String, owner: String?, records: [Int])] =
      switch kind {
      case .organizations:
        try organizations().organizations.map { ($0.id, $0.name, nil, $0.listed.map(\.record)) }
      case .projects:
        try projects().series.map { ($0.id, $0.title, $0.city, $0.records) }
      case .departments:
        try departments().departments.map { ($0.id, $0.name, $0.owner, $0.records) }
      }
    return all.map { id, name, owner, places in
      let own = places.map { facts[$0] }.filter(period.holds)
      return (CatalogRow(kind, id: id, name: name, owner: owner, of: own), nil)
    }
  }
}
