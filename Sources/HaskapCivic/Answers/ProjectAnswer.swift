/// A project through the years.
public struct ProjectAnswer: Sendable, Encodable {
  /// The projects that the name means: one, or none when it is not known or leaves a choice.
  public var projects: [Series]
  /// What else the name may mean, the likeliest first.
  public var candidates: [Candidate]
  /// Whether nothing is called so, and what is told is called nearly so.
  public var isNearSpelling = false

  public struct Series: Sendable, Encodable {
    public var title: String
    /// Whose project it is, where an index has several cities.
    public var city: String?
    /// Every printed name.
    public var names: [String]
    /// The years since which it has been held by what the reports tell; more than one where they
    /// contradict each other.
    public var since: [Beginning]
    public var years: [Year]
    /// Forms whose later report does not have it any more.
    public var ended: [Ending]
    /// Tables that do not have it where later ones do.
    public var paused: [Ending]
    /// Tables that do not have it, where it is held every other year.
    public var notDue: [Ending]
    /// The fiscal years of reports after its last one that have no table of its forms: they do not tell
    /// whether it goes on. Empty where one does.
    public var unreported: [Int]
  }

  public struct Beginning: Sendable, Encodable {
    public var year: Int
    /// Whether a report has 頃 behind it.
    public var approximate: Bool
    /// The fiscal years of the reports that tell it.
    public var reports: [Int]
  }

  public struct Ending: Sendable, Encodable {
    public var form: String
    public var lastYear: Int
    /// The fiscal year of the report that lacks it.
    public var missingIn: Int
  }

  /// How a year stands to the last report before it that has the form, the surest first.
  public enum Standing: String, Sendable, Encodable, CaseIterable {
    case continued, renamed
    /// Listed under another form before.
    case moved
    /// Listed before, and nothing of it held in this year.
    case calledOff
    /// Not in the report before, or called off by it, but in older ones.
    case resumed
    /// In no earlier report, but held for longer, or not for the first time, by what the report says.
    case older
    case new
  }

  public struct Year: Sendable, Encodable {
    public var fiscalYear: Int?
    /// As printed in this year.
    public var names: [String]
    /// Nil where there is no earlier report of its form to compare with.
    public var standing: Standing?
    public var renamedFrom: String?
    /// The fiscal year that `standing` compares with; without one, the year that has `renamedFrom`.
    public var standingAgainst: Int?
    /// Whether its report calls it a project of one year, though one before has it.
    public var calledSingle: Bool
    public var participants: Int?
    public var approximate: Bool
    public var cancelled: Bool
    /// Against the last year before that tells participants.
    public var change: Int?
    public var changePercent: Double?
    public var comparedWith: Int?
    public var departments: [String]
    public var partners: [String]
    public var forms: [String]
    public var sections: [String]
    public var occurrences: [Record.Occurrence]
    /// The figures of a progress report.
    public var results: [Record.Result]
    public var records: [RecordReference]
  }

  public struct Candidate: Sendable, Encodable {
    public var title: String
    /// Whose project it is, where an index has several cities.
    public var city: String?
    public var years: [Int]
  }
}

extension CivicIndex {
  /// A project in each year's reports, by a part of its name.
  ///
  /// - Parameter period: only years with something in it; what they are compared with may lie
  ///   before.
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func project(
    _ name: String, period: CivicPeriod = CivicPeriod()
  ) throws -> ProjectAnswer {
    let asked = try asked(name, .projects, keys: ProjectCatalog.keys)
    switch try projects(of: asked.cities, called: asked.name) {
    case .none: return ProjectAnswer(projects: [], candidates: [])
    case .one(let match):
      let isWithin = try holding(period, in: asked.cities)
      var series = try answer(match.series)
      series.years.removeAll { year in
        !match.series.holdings(in: year.fiscalYear).contains {
          $0.records.contains(where: isWithin)
        }
      }
      return ProjectAnswer(
        projects: [series], candidates: [], isNearSpelling: match.agreement.isNearSpelling)
    case .several(let matches):
      let candidates = matches.map {
        ProjectAnswer.Candidate(
          title: $0.series.title, city: $0.series.city,
          years: $0.series.years.compactMap(\.fiscalYear))
      }
      return ProjectAnswer(
        projects: [], candidates: candidates,
        isNearSpelling: matches.allSatisfy(\.agreement.isNearSpelling))
    }
  }
}

extension CivicIndex {
  /// The project that `ProjectSeries.id` names; nil where there is none.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func project(id: String) throws -> ProjectAnswer.Series? {
    try projects()[id].map(answer)
  }

  private func answer(_ series: ProjectSeries) throws -> ProjectAnswer.Series {
    let records = Dictionary(
      uniqueKeysWithValues: try series.records.map { ($0, try record($0)) })
    let city = try series.records.first.map { try cities().city(of: $0) }
    let own = [city].compactMap(\.self)
    return ProjectAnswer.Series(
      series, records, try comparisons(of: own), reports: try summaries(of: own))
  }
}

extension ProjectSeries {
  fileprivate func holdings(in fiscalYear: Int?) -> [Holding] {
    years.filter { $0.fiscalYear == fiscalYear }.flatMap(\.holdings)
  }
}

extension ProjectAnswer.Series {
  /// - Parameter reports: of its city.
  init(
    _ series: ProjectSeries, _ records: [Int: Record], _ comparisons: [YearComparison],
    reports: [YearSummary]
  ) {
    let last = series.years.compactMap(\.fiscalYear).max() ?? .max
    let isCompared = comparisons.contains {
      $0.later > last && ($0.ended + $0.paused + $0.notDue).contains(series.id)
    }
    self.init(
      title: series.title, city: series.city, names: series.names,
      since: ProjectAnswer.Beginning.all(in: series.records.compactMap { records[$0] }),
      years: series.years.indices.map { place in
        let before = place > 0 ? series.years[place - 1].fiscalYear : nil
        return .init(series.years[place], after: before, of: series.id, records, comparisons)
      },
      ended: comparisons.filter { $0.ended.contains(series.id) }.map { .init($0) },
      paused: comparisons.filter { $0.paused.contains(series.id) }.map { .init($0) },
      notDue: comparisons.filter { $0.notDue.contains(series.id) }.map { .init($0) },
      unreported: isCompared ? [] : reports.compactMap(\.fiscalYear).filter { $0 > last })
  }
}

extension ProjectAnswer.Ending {
  fileprivate init(_ comparison: YearComparison) {
    self.init(
      form: comparison.form.label, lastYear: comparison.earlier, missingIn: comparison.later)
  }
}

extension ProjectAnswer.Year {
  /// - Parameter before: the last fiscal year that has the project before this one.
  init(
    _ year: ProjectSeries.Year, after before: Int?, of series: String, _ records: [Int: Record],
    _ comparisons: [YearComparison]
  ) {
    let members = year.holdings.flatMap(\.records).compactMap { records[$0] }
    self.init(
      fiscalYear: year.fiscalYear, names: members.map(\.name).uniqued,
      renamedFrom: year.renamedFrom, standingAgainst: year.renamedFrom == nil ? nil : before,
      calledSingle: comparisons.contains {
        $0.later == year.fiscalYear && $0.calledSingle.contains(series)
      }, participants: year.participants,
      approximate: year.isApproximate,
      cancelled: year.isCancelled,
      change: year.change?.absolute, changePercent: year.change?.percent,
      comparedWith: year.change?.since, departments: year.departments, partners: year.partners,
      forms: members.flatMap(\.formLabels).uniqued, sections: year.sections,
      occurrences: year.holdings.flatMap(\.occurrences), results: members.flatMap(\.results),
      records: members.map { RecordReference($0) })
    compare(series, after: before, comparisons)
  }

  /// By the surest of the statements that the year's lists allow.
  private mutating func compare(
    _ series: String, after before: Int?, _ comparisons: [YearComparison]
  ) {
    for comparison in comparisons where comparison.later == fiscalYear {
      guard let found = Self.standing(of: series, in: comparison) else { continue }
      let places = [found, standing].map { $0.flatMap(ProjectAnswer.Standing.allCases.firstIndex) }
      guard let place = places[0], place < places[1] ?? .max else { continue }
      // What is held every other year goes on from the year before that.
      let earlier =
        found == .continued ? min(before ?? .max, comparison.earlier) : comparison.earlier
      (standing, standingAgainst) = (found, earlier)
      let renaming = comparison.renamed.first { $0.series == series }
      if let renaming { renamedFrom = renaming.from }
    }
  }

  private static func standing(
    of series: String, in comparison: YearComparison
  ) -> ProjectAnswer.Standing? {
    if comparison.renamed.contains(where: { $0.series == series }) { return .renamed }
    let lists: [(ProjectAnswer.Standing, [String])] = [
      (.continued, comparison.continued), (.moved, comparison.moved),
      (.calledOff, comparison.calledOff), (.resumed, comparison.resumed),
      (.older, comparison.older), (.new, comparison.new),
    ]
    return lists.first { $0.1.contains(series) }?.0
  }
}

extension ProjectAnswer.Beginning {
  /// The years that reports tell, the earliest first.
  static func all(in records: [Record]) -> [ProjectAnswer.Beginning] {
    let telling = records.filter { $0.implementation?.since != nil }
    return Dictionary(grouping: telling) { $0.implementation?.since ?? 0 }
      .sorted { $0.key < $1.key }.map { year, records in
        ProjectAnswer.Beginning(
          year: year, approximate: records.contains { $0.implementation?.isApproximate == true },
          reports: Set(records.compactMap(\.fiscalYear)).sorted())
      }
  }
}
