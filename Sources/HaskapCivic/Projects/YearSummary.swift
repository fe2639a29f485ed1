internal import HaskapText

/// How much a fiscal year's reports hold, as a whole and by form.
public struct YearSummary: Sendable {
  public struct Counts: Hashable, Sendable {
    /// Rows of the reports.
    public var rows = 0
    /// Different projects: one that is listed twice counts once.
    public var projects = 0
    /// Dated holdings that took place.
    public var activities = 0
    public var cancelled = 0
    /// Different organizations that are listed, without groups and persons.
    public var organizations = 0
    /// The sum of what the rows tell.
    public var participants = 0
  }

  /// Nil for records whose year is not known; they come last.
  public var fiscalYear: Int?
  public var total: Counts
  /// In the order of the forms; only those that the year has.
  public var byForm: [OfForm]

  public struct OfForm: Sendable {
    public var form: ReportForm
    public var counts: Counts
  }

  /// One summary a fiscal year, in order.
  public static func all(
    records: [Record], catalog: ProjectCatalog, organizations: OrganizationRegistry
  ) -> [YearSummary] {
    all(RecordList(records), catalog: catalog, organizations: organizations)
  }

  static func all(
    _ records: RecordList, catalog: ProjectCatalog, organizations: OrganizationRegistry
  ) -> [YearSummary] {
    let bodies = listedBodies(records.count, organizations)
    let years = Dictionary(grouping: records.indices) { records[$0].fiscalYear ?? .max }
    return years.sorted { $0.key < $1.key }.map { year, members in
      let forms = Dictionary(grouping: members) { records[$0].form }
      func counts(_ members: [Int]) -> Counts {
        let occurrences = members.flatMap { records[$0].occurrences }
        let cancelled = occurrences.count { $0.cancelled == true }
        return Counts(
          rows: members.count,
          projects: Set(members.map { catalog.series(ofRecord: $0).id }).count,
          activities: occurrences.count - cancelled, cancelled: cancelled,
          organizations: Set(members.flatMap { bodies[$0] }).count,
          participants: members.compactMap { records[$0].totalParticipants }.saturatedSum)
      }
      return YearSummary(
        fiscalYear: year == .max ? nil : year, total: counts(members),
        byForm: forms.sorted { $0.key < $1.key }.map {
          OfForm(form: $0.key, counts: counts($0.value))
        })
    }
  }

  private static func listedBodies(
    _ count: Int, _ organizations: OrganizationRegistry
  ) -> [[String]] {
    var bodies = Array(repeating: [String](), count: count)
    for entity in organizations.organizations {
      for mention in entity.listed { bodies[mention.record].append(entity.id) }
    }
    return bodies
  }
}
