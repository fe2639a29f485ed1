internal import Haskap
public import HaskapDocuments
internal import HaskapText

/// The answers about records as tables, a row for each record; the headings are the names in JSON.
public enum RecordTables {
  public static let references = CSVTable<RecordReference>([
    ("fiscalYear", { $0.fiscalYear?.cell }),
    ("wareki", { $0.fiscalYear.map { YearSpan.fiscal($0).description } }),
    ("section", { $0.section }),
    ("form", { $0.form }),
    ("number", { $0.number?.cell }),
    ("policy", { $0.policy }),
    ("pledge", { $0.pledge?.cell }),
    ("measure", { $0.measure?.cell }),
    ("name", { $0.name }),
    ("subItem", { $0.subItem }),
    ("departments", { $0.departments.cell }),
    ("date", { $0.date?.description }),
    ("participants", { $0.participants?.cell }),
    ("approximate", { $0.approximate?.cell }),
    ("city", { $0.city }),
    ("document", { $0.document }),
    ("line", { $0.line.cell }),
    ("id", { $0.id }),
    ("file", { $0.file }),
    ("sheet", { $0.sheet }),
    ("page", { $0.page?.cell }),
  ])

  /// What one organization did.
  public static let activities = CSVTable<
    (body: OrganizationAnswer.Body, activity: RecordReference)
  >(
    [
      ("organization", { $0.body.name }),
      ("cities", { $0.body.cities.map { "\($0.name) \($0.activities)" }.cell }),
      ("role", { $0.activity.role?.rawValue }),
      ("spelling", { $0.activity.spelling }),
    ], and: references.of { $0.activity })

  /// What one organization and another are both listed in.
  public static let partners = CSVTable<
    (partner: PartnersAnswer.Partner, activity: RecordReference)
  >(
    [
      ("partner", { $0.partner.name }),
      ("role", { $0.activity.role?.rawValue }),
      ("spelling", { $0.activity.spelling }),
    ], and: references.of { $0.activity })

  /// What one department looks after.
  public static let projects = CSVTable<
    (department: DepartmentAnswer.Department, project: RecordReference)
  >(
    [
      ("department", { $0.department.name }),
      ("owner", { $0.department.owner }),
    ], and: references.of { $0.project })

  /// The answers of a search.
  public static let hits = CSVTable<CivicHit>([
    ("rank", { $0.rank.cell }),
    ("match", { $0.match.rawValue }),
    ("type", { $0.entry.type.rawValue }),
    ("name", { $0.entry.record?.name ?? $0.entry.name }),
    ("subItem", { $0.entry.record?.subItem }),
    ("fiscalYears", { $0.entry.fiscalYears.map(\.cell).cell }),
    ("wareki", { YearSpan.text(ofFiscal: $0.entry.fiscalYears) }),
    ("section", { $0.entry.record?.section }),
    ("form", { $0.entry.forms.cell }),
    ("number", { $0.entry.record?.number?.cell }),
    ("policy", { $0.entry.record?.policy }),
    ("pledge", { $0.entry.record?.pledge?.cell }),
    ("measure", { $0.entry.record?.measure?.cell }),
    ("departments", { $0.entry.departments.cell }),
    ("organizations", { $0.entry.record?.organizations.map(\.text).cell }),
    ("occurrences", { $0.entry.record?.occurrences.map(\.text).cell }),
    ("participants", { $0.participants?.cell }),
    ("approximate", { $0.approximate?.cell }),
    ("spellings", { $0.entry.organization?.spellings.cell }),
    ("activities", { $0.entry.organization?.activities.cell }),
    ("missing", { $0.missing.cell }),
    ("snippet", { $0.snippet?.text }),
    ("document", { $0.entry.record?.document }),
    ("line", { $0.entry.record?.line.cell }),
    ("id", { $0.entry.id }),
    ("file", { $0.entry.record?.file }),
    ("sheet", { $0.entry.record?.sheet }),
    ("page", { $0.entry.record?.page?.cell }),
  ])
}

extension CivicHit {
  fileprivate var participants: Int? {
    entry.type == .activity
      ? entry.record?.occurrences.first?.participants : entry.record?.participants
  }

  fileprivate var approximate: Bool? {
    entry.type == .activity
      ? entry.record?.occurrences.first?.approximate : entry.record?.areParticipantsApproximate
  }
}
