/// What a form's list gained and lost from one report to another of a later year.
///
/// Nothing is said about forms that one of the two years' reports does not contain: a fragment with
/// ① alone ends no project of ④. Nor about tables of no known form, which need not be the same
/// table of another year.
///
/// Each project of the later list is in one of `continued`, `renamed`, `moved`, `calledOff`, `resumed`,
/// `older` and `new`; each of the earlier list that the later has not in one of `left`, `notDue`,
/// `paused` and `ended`.
public struct YearComparison: Sendable {
  public var form: ReportForm
  public var earlier: Int
  public var later: Int
  /// Ids of series on both lists, or due again after every other year, under a common title.
  public var continued: [String] = []
  /// On both lists, under another title.
  public var renamed: [Renaming] = []
  /// Ids of series that reports of the earlier year, or of a year between, have under other forms.
  public var moved: [String] = []
  /// Ids of series that were listed before, and of which nothing was held in the later year.
  public var calledOff: [String] = []
  /// Ids of series that only reports before the earlier year have, or that were called off in that
  /// year.
  public var resumed: [String] = []
  /// Ids of series that no earlier report has, and that were held before the later year, or are every
  /// year, or not for the first time, by what the reports say.
  public var older: [String] = []
  /// Ids of series that no earlier report has, and of which none says that it is older.
  public var new: [String] = []
  /// Ids of series of the earlier list that the later reports have under other forms.
  public var left: [String] = []
  /// Ids of series that the earlier list has and says are held every other year: they need not be on
  /// the later one.
  public var notDue: [String] = []
  /// Ids of series that the earlier list has and the later reports have nowhere, but those of still later
  /// years do.
  public var paused: [String] = []
  /// Ids of series that the earlier list has, and no later report has anywhere.
  public var ended: [String] = []
  /// An ended and a new series that are perhaps one renamed project: the same department, a common
  /// organization, held since the same year. Nobody has said so.
  public var perhapsRenamed: [Guess] = []
  /// Ids of series that were listed before, though the later report calls them projects of one year.
  public var calledSingle: [String] = []

  public struct Renaming: Sendable {
    public var series: String
    /// As it was called, and is called now.
    public var from: String
    public var to: String
  }

  /// Ids of series.
  public struct Guess: Sendable {
    public var from: String
    public var to: String
  }

  init(form: ReportForm, earlier: Int, later: Int) {
    (self.form, self.earlier, self.later) = (form, earlier, later)
  }

  /// For every form, each year that has it compared with the last year before that has it.
  public static func all(facts: [RecordFacts], catalog: ProjectCatalog) -> [YearComparison] {
    let projects = catalog.series.map(ComparedProject.init)
    let places = ComparedProject.places(projects, recordCount: facts.count)
    return lists(facts).flatMap { form, years in
      zip(years, years.dropFirst()).map { earlier, later in
        YearComparison(form, earlier, later, last: years.last?.year, facts, projects, places)
      }
    }
  }

  /// For every form that two years both have, these two.
  public static func between(
    _ earlier: Int, _ later: Int, facts: [RecordFacts], catalog: ProjectCatalog
  ) -> [YearComparison] {
    between(earlier, later, facts: facts, projects: catalog.series.map(ComparedProject.init))
  }

  /// - Parameter projects: of the records.
  static func between(
    _ earlier: Int, _ later: Int, facts: [RecordFacts], projects: [ComparedProject]
  ) -> [YearComparison] {
    let places = ComparedProject.places(projects, recordCount: facts.count)
    return lists(facts).compactMap { form, years in
      guard let first = years.first(where: { $0.year == earlier }),
        let last = years.first(where: { $0.year == later })
      else { return nil }
      return YearComparison(form, first, last, last: years.last?.year, facts, projects, places)
    }
  }

  private typealias List = (year: Int, records: [Int])

  /// By form, the lists of all years in their order.
  private static func lists(_ facts: [RecordFacts]) -> [(form: ReportForm, years: [List])] {
    let known = facts.indices.filter { facts[$0].fiscalYear != nil && facts[$0].form != .other }
    return Dictionary(grouping: known) { facts[$0].form }.sorted { $0.key < $1.key }.map {
      form, members in
      let years = Dictionary(grouping: members) { facts[$0].fiscalYear ?? 0 }
      return (form, years.sorted { $0.key < $1.key }.map { (year: $0.key, records: $0.value) })
    }
  }

  /// - Parameters:
  ///   - last: the last year that has the form.
  ///   - places: of the projects, by record.
  private init(
    _ form: ReportForm, _ earlier: List, _ later: List, last: Int?, _ facts: [RecordFacts],
    _ projects: [ComparedProject], _ places: [Int?]
  ) {
    self.init(form: form, earlier: earlier.year, later: later.year)
    let before = Self.listed(earlier.records, projects, places)
    let after = Self.listed(later.records, projects, places)
    let known = Set(before.map(\.id))
    for series in after { enter(series, isKnown: known.contains(series.id), facts) }
    let kept = Set(after.map(\.id))
    for series in before where !kept.contains(series.id) {
      if series.isListed(in: self.later...self.later) {
        left.append(series.id)
      } else if series.isNotDue(in: self.later, lastKnown: last ?? self.later, facts) {
        notDue.append(series.id)
      } else if series.isListed(in: (self.later + 1)...) {
        paused.append(series.id)
      } else {
        ended.append(series.id)
      }
    }
    perhapsRenamed = RenameGuess.pairs(
      before.filter(among: ended), after.filter(among: new + older), facts)
  }

  private mutating func enter(_ series: ComparedProject, isKnown: Bool, _ facts: [RecordFacts]) {
    let wasListed = isKnown || series.isListed(in: ..<later)
    if wasListed, series.isSingle(in: later, facts) { calledSingle.append(series.id) }
    if isKnown, let titles = series.titles(from: earlier, to: later) {
      renamed.append(Renaming(series: series.id, from: titles.from, to: titles.to))
    } else if !isKnown, series.isListed(in: earlier..<later, besides: form, facts) {
      moved.append(series.id)
    } else if wasListed, series.isCancelled(in: later) {
      calledOff.append(series.id)
    } else if isKnown ? !series.isCancelled(in: earlier) : series.isDue(in: later, facts) {
      continued.append(series.id)
    } else if isKnown || series.isListed(in: ..<earlier) {
      resumed.append(series.id)
    } else if series.isHeld(before: later, facts) {
      older.append(series.id)
    } else {
      new.append(series.id)
    }
  }

  private static func listed(
    _ members: [Int], _ projects: [ComparedProject], _ places: [Int?]
  ) -> [ComparedProject] {
    members.compactMap { places[$0] }.uniqued.map { projects[$0] }
  }
}

extension [ComparedProject] {
  fileprivate func filter(among ids: [String]) -> [ComparedProject] {
    let ids = Set(ids)
    return filter { ids.contains($0.id) }
  }
}

extension ComparedProject {
  fileprivate func isListed(in fiscalYears: some RangeExpression<Int>) -> Bool {
    years.contains { year in year.fiscalYear.map(fiscalYears.contains) ?? false }
  }

  /// Whether reports of some years have it under another form.
  fileprivate func isListed(
    in fiscalYears: some RangeExpression<Int>, besides form: ReportForm, _ facts: [RecordFacts]
  ) -> Bool {
    records.contains { record in
      facts[record].form != form && facts[record].fiscalYear.map(fiscalYears.contains) ?? false
    }
  }

  /// The last year before another that has it and says that it is held every other year; nil where the last
  /// says nothing of the kind.
  private func biennialYear(before later: Int, _ facts: [RecordFacts]) -> Int? {
    guard let year = years.compactMap(\.fiscalYear).filter({ $0 < later }).max() else { return nil }
    let isBiennial = records.contains {
      facts[$0].fiscalYear == year && facts[$0].repetition == .biennial
    }
    return isBiennial ? year : nil
  }

  /// Whether it is held every other year and not in this one; no list is known that ought to have it again
  /// and has not.
  fileprivate func isNotDue(in later: Int, lastKnown: Int, _ facts: [RecordFacts]) -> Bool {
    guard let year = biennialYear(before: later, facts) else { return false }
    return later < year + 2 && (lastKnown < year + 2 || isListed(in: (later + 1)...))
  }

  /// Whether it is held every other year, was two years ago, and goes by the same title.
  fileprivate func isDue(in later: Int, _ facts: [RecordFacts]) -> Bool {
    guard biennialYear(before: later, facts) == later - 2 else { return false }
    return !isCancelled(in: later - 2) && titles(from: later - 2, to: later) == nil
  }

  /// Whether a report of the year says that it is held in this year alone.
  fileprivate func isSingle(in fiscalYear: Int, _ facts: [RecordFacts]) -> Bool {
    records.contains {
      facts[$0].fiscalYear == fiscalYear && facts[$0].repetition == .singleYear
    }
  }

  fileprivate func isCancelled(in fiscalYear: Int) -> Bool {
    years.contains { $0.fiscalYear == fiscalYear && $0.isCancelled }
  }

  /// Whether a report says that it was held before that year. 例年 without a year, and 第3回 where there is
  /// no first, say so as well, of the year that they stand in.
  fileprivate func isHeld(before year: Int, _ facts: [RecordFacts]) -> Bool {
    let own = records.map { facts[$0] }.filter { $0.fiscalYear == year }
    return records.contains { facts[$0].since.map { $0 < year } ?? false }
      || own.contains { $0.since == nil && [.annual, .biennial].contains($0.repetition) }
      || own.compactMap(\.edition).min().map { $0 > 1 } ?? false
  }

  /// What it is called in the two years, without marks of the edition, where the title has changed between them.
  fileprivate func titles(from earlier: Int, to later: Int) -> (from: String, to: String)? {
    let after = years.filter { ($0.fiscalYear ?? 0) > earlier && ($0.fiscalYear ?? .max) <= later }
    guard let from = after.compactMap(\.renamedFrom).first, let to = after.last, !to.name.isEmpty
    else { return nil }
    return (ProjectName.withoutEdition(from), ProjectName.withoutEdition(to.name))
  }
}

/// Pairs of ended and new projects that share department, organization and first year.
private enum RenameGuess {
  static func pairs(
    _ ended: [ComparedProject], _ new: [ComparedProject], _ facts: [RecordFacts]
  ) -> [YearComparison.Guess] {
    var old: [String: String] = [:]
    for series in ended {
      for sign in signs(series, facts) where old[sign] == nil { old[sign] = series.id }
    }
    return new.compactMap { series in
      signs(series, facts).lazy.compactMap { old[$0] }.first.map { .init(from: $0, to: series.id) }
    }
  }

  private static func signs(_ series: ComparedProject, _ facts: [RecordFacts]) -> [String] {
    let since = series.records.compactMap { facts[$0].since }.first
    guard let since, let year = series.years.last else { return [] }
    return year.departments.flatMap { department in
      year.partners.map { "\(since)\n\(department)\n\($0)" }
    }
  }
}
