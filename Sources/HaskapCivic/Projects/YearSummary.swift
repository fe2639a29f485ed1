/// How much a fiscal year's reports hold, as a whole and by form.
public struct YearSummary: Sendable {
  public struct Counts: Hashable, Sendable {
    /// Rows of the reports; paragraphs are none.
    public var rows = 0
    /// Different projects: one that is listed twice counts once.
    public var projects = 0
    /// Dated holdings that took place.
    public var activities = 0
    /// Those that were called off.
    public var cancelled = 0
    /// Those that were not held for a time.
    public var paused = 0
    /// Different organizations that are listed, without groups and persons.
    public var organizations = 0
    /// The sum of what the holdings tell; nil where none tells.
    public var participants: Int?
    /// Whether a number that goes into the sum is printed with 約.
    public var isApproximate = false
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
    let holdings = Holdings(catalog, recordCount: records.count)
    let years = Dictionary(grouping: records.indices) { records[$0].fiscalYear ?? .max }
    return years.sorted { $0.key < $1.key }.map { year, members in
      let projects = members.filter { records[$0].isProject }
      let forms = Dictionary(grouping: projects) { records[$0].form }
      func counts(_ members: [Int]) -> Counts {
        let occurrences = members.flatMap { records[$0].occurrences }
        let off = occurrences.count { $0.cancelled == true }
        let paused = occurrences.count(where: \.isPaused)
        let people = holdings.participants(members)
        return Counts(
          rows: members.count,
          projects: Set(members.compactMap { catalog.series(ofRecord: $0)?.id }).count,
          activities: occurrences.count - off, cancelled: off - paused, paused: paused,
          organizations: Set(members.flatMap { bodies[$0] }).count,
          participants: people.sum, isApproximate: people.isApproximate)
      }
      return YearSummary(
        fiscalYear: year == .max ? nil : year, total: counts(projects),
        byForm: forms.sorted { $0.key < $1.key }.map {
          OfForm(form: $0.key, counts: counts($0.value))
        })
    }
  }

  /// What each holding tells counts once, though two lists of a year may have it.
  private struct Holdings {
    private let told: [ProjectSeries.Holding]
    private var places: [Int?]

    init(_ catalog: ProjectCatalog, recordCount: Int) {
      told = catalog.series.flatMap { $0.years.flatMap(\.holdings) }
      places = Array(repeating: nil, count: recordCount)
      for (place, holding) in told.enumerated() {
        for record in holding.records { places[record] = place }
      }
    }

    func participants(_ records: [Int]) -> (sum: Int?, isApproximate: Bool) {
      let own = Set(records.compactMap { places[$0] }).map { told[$0] }
      return (own.map(\.participants).toldSum, own.contains(where: \.isApproximate))
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
