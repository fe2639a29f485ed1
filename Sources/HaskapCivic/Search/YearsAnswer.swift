/// How much each fiscal year's reports hold, and what they gained and lost.
public struct YearsAnswer: Sendable, Encodable {
  public var years: [Year]

  public struct Year: Sendable, Encodable {
    public var fiscalYear: Int?
    public var total: Counts
    public var forms: [Form]
    /// By form, against the last report before that has it.
    public var changes: [Change]
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

  /// What a form's list gained and lost; projects by their titles.
  public struct Change: Sendable, Encodable {
    public var form: String
    /// The fiscal year compared with.
    public var comparedWith: Int
    public var new: [String]
    public var ended: [String]
    public var continued: [String]
    /// Listed under other forms before.
    public var moved: [String]
    public var renamed: [Renaming]
    /// Ended and new ones that are perhaps one project under another name; nobody says so.
    public var perhapsRenamed: [Renaming]
  }

  public struct Renaming: Sendable, Encodable {
    public var from: String
    public var to: String
  }
}

extension CivicIndex {
  public func years() throws -> YearsAnswer {
    let records = try records()
    let registry = try registry(of: records)
    let catalog = ProjectCatalog(records: records, organizations: registry)
    let summaries = YearSummary.all(records: records, catalog: catalog, organizations: registry)
    let comparisons = YearComparison.all(records: records, catalog: catalog)
    return YearsAnswer(
      years: summaries.map { summary in
        .init(
          fiscalYear: summary.fiscalYear, total: .init(summary.total),
          forms: summary.byForm.map { .init(form: $0.form.label, counts: .init($0.counts)) },
          changes: comparisons.filter { $0.later == summary.fiscalYear }.map {
            .init($0, catalog)
          })
      })
  }
}

extension YearsAnswer.Change {
  init(_ comparison: YearComparison, _ catalog: ProjectCatalog) {
    func title(_ id: String) -> String { catalog[id]?.title ?? id }
    self.init(
      form: comparison.form.label, comparedWith: comparison.earlier,
      new: comparison.new.map(title), ended: comparison.ended.map(title),
      continued: comparison.continued.map(title), moved: comparison.moved.map(title),
      renamed: comparison.renamed.map { .init(from: $0.from, to: $0.to) },
      perhapsRenamed: comparison.perhapsRenamed.map {
        .init(from: title($0.from), to: title($0.to))
      })
  }
}
