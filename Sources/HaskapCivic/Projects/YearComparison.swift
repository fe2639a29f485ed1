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
    let projects = ComparedProject.all(catalog)
    return all(ListedRecord.all(facts, of: projects), projects, called: \.id)
  }

  /// - Parameters:
  ///   - projects: of the records.
  ///   - name: by what projects are called.
  static func all(
    _ records: [ListedRecord], _ projects: [ComparedProject],
    called name: (ComparedProject) -> String
  ) -> [YearComparison] {
    lists(records).flatMap { form, years in
      let lists = years.map { List($0.year, $0.records, records) { projects[$0] } }
      return zip(lists, lists.dropFirst()).map { earlier, later in
        YearComparison(form, earlier, later, last: years.last?.year, records, called: name)
      }
    }
  }

  /// For every form that two years both have, these two.
  public static func between(
    _ earlier: Int, _ later: Int, facts: [RecordFacts], catalog: ProjectCatalog
  ) -> [YearComparison] {
    let projects = ComparedProject.all(catalog)
    return between(
      earlier, later, ListedRecord.all(facts, of: projects), called: \.id
    ) { $0.map { projects[$0] } }
  }

  /// - Parameters:
  ///   - name: by what projects are called.
  ///   - projects: by their numbers; only those are asked for that the two years list, each once.
  static func between(
    _ earlier: Int, _ later: Int, _ records: [ListedRecord],
    called name: (ComparedProject) -> String, _ projects: ([Int]) throws -> [ComparedProject]
  ) rethrows -> [YearComparison] {
    let pairs = lists(records).compactMap { form, years in
      let pair = [earlier, later].compactMap { year in years.first { $0.year == year } }
      return pair.count == 2 ? (form: form, lists: pair, last: years.last?.year) : nil
    }
    let numbers = pairs.flatMap(\.lists).flatMap(\.records).compactMap { records[$0].project }
      .uniqued
    let known = Dictionary(uniqueKeysWithValues: zip(numbers, try projects(numbers)))
    return pairs.map { form, lists, last in
      let lists = lists.map { List($0.year, $0.records, records) { known[$0] } }
      return YearComparison(form, lists[0], lists[1], last: last, records, called: name)
    }
  }

  /// What the reports of a year list under a form.
  private struct List {
    let year: Int
    /// In the order of the records.
    let projects: [ComparedProject]

    init(
      _ year: Int, _ numbers: [Int], _ records: [ListedRecord],
      _ project: (Int) -> ComparedProject?
    ) {
      self.year = year
      projects = numbers.compactMap { records[$0].project }.uniqued.compactMap(project)
    }

    var numbers: Set<Int> { Set(projects.map(\.number)) }
  }

  /// By form, the numbers of the records of all years in their order.
  private static func lists(
    _ records: [ListedRecord]
  ) -> [(form: ReportForm, years: [(year: Int, records: [Int])])] {
    var lists: [ReportForm: [Int: [Int]]] = [:]
    var first = 0
    while first < records.count {
      let (form, year) = (records[first].form, records[first].fiscalYear)
      let rest = records[first...]
      // A report lists row after row.
      let end = rest.firstIndex { $0.form != form || $0.fiscalYear != year } ?? records.count
      if form != .other, let year { lists[form, default: [:]][year, default: []] += first..<end }
      first = end
    }
    return lists.sorted { $0.key < $1.key }.map { form, years in
      (form, years.sorted { $0.key < $1.key }.map { (year: $0.key, records: $0.value) })
    }
  }

  /// - Parameter last: the last year that has the form.
  private init(
    _ form: ReportForm, _ earlier: List, _ later: List, last: Int?, _ records: [ListedRecord],
    called name: (ComparedProject) -> String
  ) {
    self.init(form: form, earlier: earlier.year, later: later.year)
    let (known, kept) = (earlier.numbers, later.numbers)
    let added = later.projects.filter { series in
      enter(series, isKnown: known.contains(series.number), records, name(series))
    }
    var gone: [ComparedProject] = []
    for series in earlier.projects where !kept.contains(series.number) {
      if series.isListed(in: self.later...self.later) {
        left.append(name(series))
      } else if series.isNotDue(in: self.later, lastKnown: last ?? self.later, records) {
        notDue.append(name(series))
      } else if series.isListed(in: (self.later + 1)...) {
        paused.append(name(series))
      } else {
        ended.append(name(series))
        gone.append(series)
      }
    }
    perhapsRenamed = RenameGuess.pairs(gone, added, records).map {
      Guess(from: name($0), to: name($1))
    }
  }

  /// Returns whether it is new, or at least new to the reports.
  private mutating func enter(
    _ series: ComparedProject, isKnown: Bool, _ records: [ListedRecord], _ name: String
  ) -> Bool {
    let wasListed = isKnown || series.isListed(in: ..<later)
    if wasListed, series.isSingle(in: later, records) { calledSingle.append(name) }
    if isKnown, let titles = series.titles(from: earlier, to: later) {
      renamed.append(Renaming(series: name, from: titles.from, to: titles.to))
    } else if !isKnown, series.isListed(in: earlier..<later, besides: form, records) {
      moved.append(name)
    } else if wasListed, series.isCancelled(in: later) {
      calledOff.append(name)
    } else if isKnown ? !series.isCancelled(in: earlier) : series.isDue(in: later, records) {
      continued.append(name)
    } else if isKnown || series.isListed(in: ..<earlier) {
      resumed.append(name)
    } else if series.isHeld(before: later, records) {
      older.append(name)
      return true
    } else {
      new.append(name)
      return true
    }
    return false
  }
}

/// Of every record how it is listed is asked for by its number.
extension ComparedProject {
  fileprivate func isListed(in fiscalYears: some RangeExpression<Int>) -> Bool {
    years.contains { year in year.fiscalYear.map(fiscalYears.contains) ?? false }
  }

  /// Whether reports of some years have it under another form.
  fileprivate func isListed(
    in fiscalYears: some RangeExpression<Int>, besides form: ReportForm, _ all: [ListedRecord]
  ) -> Bool {
    records.contains { record in
      all[record].form != form && all[record].fiscalYear.map(fiscalYears.contains) ?? false
    }
  }

  /// The last year before another that has it and says that it is held every other year; nil where the last
  /// says nothing of the kind.
  private func biennialYear(before later: Int, _ all: [ListedRecord]) -> Int? {
    guard let year = years.compactMap(\.fiscalYear).filter({ $0 < later }).max() else { return nil }
    let isBiennial = records.contains {
      all[$0].fiscalYear == year && all[$0].repetition == .biennial
    }
    return isBiennial ? year : nil
  }

  /// Whether it is held every other year and not in this one; no list is known that ought to have it again
  /// and has not.
  fileprivate func isNotDue(in later: Int, lastKnown: Int, _ all: [ListedRecord]) -> Bool {
    guard let year = biennialYear(before: later, all) else { return false }
    return later < year + 2 && (lastKnown < year + 2 || isListed(in: (later + 1)...))
  }

  /// Whether it is held every other year, was two years ago, and goes by the same title.
  fileprivate func isDue(in later: Int, _ all: [ListedRecord]) -> Bool {
    guard biennialYear(before: later, all) == later - 2 else { return false }
    return !isCancelled(in: later - 2) && titles(from: later - 2, to: later) == nil
  }

  /// Whether a report of the year says that it is held in this year alone.
  fileprivate func isSingle(in fiscalYear: Int, _ all: [ListedRecord]) -> Bool {
    records.contains {
      all[$0].fiscalYear == fiscalYear && all[$0].repetition == .singleYear
    }
  }

  fileprivate func isCancelled(in fiscalYear: Int) -> Bool {
    years.contains { $0.fiscalYear == fiscalYear && $0.isCancelled }
  }

  /// Whether a report says that it was held before that year. 例年 without a year, and 第3回 where there is
  /// no first, say so as well, of the year that they stand in.
  fileprivate func isHeld(before year: Int, _ all: [ListedRecord]) -> Bool {
    let own = records.map { all[$0] }.filter { $0.fiscalYear == year }
    return records.contains { all[$0].since.map { $0 < year } ?? false }
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
    _ ended: [ComparedProject], _ new: [ComparedProject], _ records: [ListedRecord]
  ) -> [(ended: ComparedProject, new: ComparedProject)] {
    var old: [String: ComparedProject] = [:]
    for series in ended {
      for sign in signs(series, records) where old[sign] == nil { old[sign] = series }
    }
    return new.compactMap { series in
      signs(series, records).lazy.compactMap { old[$0] }.first.map { ($0, series) }
    }
  }

  private static func signs(_ series: ComparedProject, _ records: [ListedRecord]) -> [String] {
    guard let since = series.records.lazy.compactMap({ records[$0].since }).first else { return [] }
    return series.departments.flatMap { department in
      series.partners.map { "\(since)\n\(department)\n\($0)" }
    }
  }
}
