/// How much each fiscal year's reports hold.
public struct YearsAnswer: Sendable, Encodable {
  public var years: [Year]

  public struct Year: Sendable, Encodable {
    public var fiscalYear: Int?
    public var total: Counts
    public var forms: [Form]
  }

  public struct Form: Sendable, Encodable {
    public var form: String
    public var counts: Counts
  }

  public struct Counts: Sendable, Encodable {
    public var rows: Int
    public var projects: Int
    public var activities: Int
    public var cancelled: Int
    public var organizations: Int

    init(_ counts: YearSummary.Counts) {
      rows = counts.rows
      projects = counts.projects
      activities = counts.activities
      cancelled = counts.cancelled
      organizations = counts.organizations
    }
  }
}

extension CivicIndex {
  public func years() throws -> YearsAnswer {
    let records = try records()
    let registry = OrganizationRegistry(records: records)
    let catalog = ProjectCatalog(records: records, organizations: registry)
    let summaries = YearSummary.all(records: records, catalog: catalog, organizations: registry)
    return YearsAnswer(
      years: summaries.map { summary in
        .init(
          fiscalYear: summary.fiscalYear, total: .init(summary.total),
          forms: summary.byForm.map { .init(form: $0.form.label, counts: .init($0.counts)) })
      })
  }
}
