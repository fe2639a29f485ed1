public import HaskapDocuments
internal import HaskapText

/// Projects and years as tables; the headings are the names in JSON.
public enum ProjectTables {
  /// A holding of a project, or a year that tells of none.
  public struct Activity {
    public var project: String
    public var year: ProjectAnswer.Year
    public var occurrence: Record.Occurrence?
  }

  public static func rows(_ answer: ProjectAnswer) -> [Activity] {
    answer.projects.flatMap(rows)
  }

  public static func rows(_ series: ProjectAnswer.Series) -> [Activity] {
    series.years.flatMap { year in
      let held: [Record.Occurrence?] = year.occurrences.isEmpty ? [nil] : year.occurrences
      return held.map { Activity(project: series.title, year: year, occurrence: $0) }
    }
  }

  /// A row a holding; what belongs to the whole year stands in each of its rows.
  public static let activities = CSVTable<Activity>([
    ("project", { $0.project }),
    ("fiscalYear", { $0.year.fiscalYear?.cell }),
    ("wareki", { $0.year.fiscalYear.map { YearSpan.fiscal($0).description } }),
    ("names", { $0.year.names.cell }),
    ("standing", { $0.year.standing?.rawValue }),
    ("renamedFrom", { $0.year.renamedFrom }),
    ("sections", { ($0.year.sections.isEmpty ? $0.year.forms : $0.year.sections).cell }),
    ("start", { $0.occurrence?.start?.description }),
    ("end", { $0.occurrence?.end?.description }),
    ("label", { $0.occurrence?.label }),
    ("participants", { $0.occurrence?.participants?.cell }),
    ("unit", { $0.occurrence?.unit }),
    ("approximate", { $0.occurrence?.approximate?.cell }),
    ("cancelled", { ($0.occurrence?.cancelled ?? $0.year.cancelled).cell }),
    ("yearParticipants", { $0.year.participants?.cell }),
    ("yearApproximate", { $0.year.approximate.cell }),
    ("change", { $0.year.change?.cell }),
    ("changePercent", { $0.year.changePercent.map { String(($0 * 10).rounded() / 10) } }),
    ("comparedWith", { $0.year.comparedWith?.cell }),
    ("results", { $0.year.results.map(\.textWithYear).cell }),
    ("partners", { $0.year.partners.cell }),
    ("departments", { $0.year.departments.cell }),
    ("records", { $0.year.records.map { "\($0.document):\($0.line)" }.cell }),
  ])

  public typealias YearForm = (year: YearsAnswer.Year, form: String?, counts: YearsAnswer.Counts)

  /// A row a form, and of several forms one for the whole year, without a form.
  public static func rows(_ answer: YearsAnswer) -> [YearForm] {
    answer.years.flatMap { year in
      year.forms.map { (year, $0.form, $0.counts) }
        + (year.forms.count > 1 ? [(year, nil, year.total)] : [])
    }
  }

  public static let years = CSVTable<YearForm>([
    ("fiscalYear", { $0.year.fiscalYear?.cell }),
    ("wareki", { $0.year.fiscalYear.map { YearSpan.fiscal($0).description } }),
    ("form", { $0.form }),
    ("rows", { $0.counts.rows.cell }),
    ("projects", { $0.counts.projects.cell }),
    ("activities", { $0.counts.activities.cell }),
    ("cancelled", { $0.counts.cancelled.cell }),
    ("pausedActivities", { $0.counts.paused.cell }),
    ("organizations", { $0.counts.organizations.cell }),
    ("participants", { $0.counts.participants?.cell }),
    ("approximate", { $0.counts.approximate?.cell }),
    ("comparedWith", { change($0)?.comparedWith.cell }),
    ("new", { change($0)?.new.cell }),
    ("calledOff", { change($0)?.calledOff.cell }),
    ("notDue", { change($0)?.notDue.cell }),
    ("paused", { change($0)?.paused.cell }),
    ("ended", { change($0)?.ended.cell }),
    ("moved", { change($0)?.moved.cell }),
    ("renamed", { change($0)?.renamed.map(\.text).cell }),
    ("perhapsRenamed", { change($0)?.perhapsRenamed.map(\.text).cell }),
  ])

  private static func change(_ row: YearForm) -> YearsAnswer.Change? {
    row.year.changes.first { $0.form == row.form }
  }
}
