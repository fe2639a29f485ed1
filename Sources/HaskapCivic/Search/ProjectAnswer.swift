/// A project through the years.
public struct ProjectAnswer: Sendable, Encodable {
  /// The projects that the name means: one, or none when it is not known or leaves a choice.
  public var projects: [Series]
  /// What else the name may mean, the likeliest first.
  public var candidates: [Candidate]

  public struct Series: Sendable, Encodable {
    public var title: String
    /// Every printed name.
    public var names: [String]
    public var years: [Year]
  }

  public struct Year: Sendable, Encodable {
    public var fiscalYear: Int?
    public var participants: Int?
    public var approximate: Bool
    public var cancelled: Bool
    /// Against the last year before that tells participants.
    public var change: Int?
    public var changePercent: Double?
    public var comparedWith: Int?
    public var departments: [String]
    public var partners: [String]
    public var sections: [String]
    public var renamedFrom: String?
    public var occurrences: [Record.Occurrence]
    public var records: [RecordReference]
  }

  public struct Candidate: Sendable, Encodable {
    public var title: String
    public var years: [Int]
  }
}

extension CivicIndex {
  /// A project in each year's reports, by a part of its name.
  public func project(_ name: String) throws -> ProjectAnswer {
    let records = try records()
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    switch catalog.resolve(name) {
    case .none: return ProjectAnswer(projects: [], candidates: [])
    case .one(let match):
      return ProjectAnswer(
        projects: [.init(match.series, records: records)], candidates: [])
    case .several(let matches):
      let candidates = matches.map {
        ProjectAnswer.Candidate(
          title: $0.series.title, years: $0.series.years.compactMap(\.fiscalYear))
      }
      return ProjectAnswer(projects: [], candidates: candidates)
    }
  }
}

extension ProjectAnswer.Series {
  init(_ series: ProjectSeries, records: [Record]) {
    self.init(
      title: series.title, names: series.names,
      years: series.years.map { .init($0, records: records) })
  }
}

extension ProjectAnswer.Year {
  init(_ year: ProjectSeries.Year, records: [Record]) {
    self.init(
      fiscalYear: year.fiscalYear, participants: year.participants,
      approximate: year.isApproximate,
      cancelled: !year.holdings.isEmpty && year.holdings.allSatisfy(\.isCancelled),
      change: year.change?.absolute, changePercent: year.change?.percent,
      comparedWith: year.change?.since, departments: year.departments, partners: year.partners,
      sections: year.sections, renamedFrom: year.renamedFrom,
      occurrences: year.holdings.flatMap(\.occurrences),
      records: year.holdings.flatMap(\.records).map { RecordReference(records[$0]) })
  }
}
