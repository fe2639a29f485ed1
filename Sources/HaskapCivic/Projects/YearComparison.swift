/// What a form's list gained and lost from one report to the next.
///
/// Nothing is said about forms that one of the two years' reports does not contain: a fragment with
/// ① alone ends no project of ④.
public struct YearComparison: Sendable {
  public var form: ReportForm
  public var earlier: Int
  public var later: Int
  /// Ids of series that no record of an earlier year belongs to.
  public var new: [String]
  /// Ids of series that the earlier list has and the later reports have nowhere.
  public var ended: [String]
  public var continued: [String]
  /// Ids of series that an earlier year has under other forms only.
  public var moved: [String]
  /// Continued under another title.
  public var renamed: [(series: String, from: String, to: String)]
  /// An ended and a new series that are perhaps one renamed project: the same department, a common
  /// organisation, held since the same year. Nobody has said so.
  public var perhapsRenamed: [(from: String, to: String)]

  /// For every form, each year that has it compared with the last year before that has it.
  public static func all(records: [Record], catalog: ProjectCatalog) -> [YearComparison] {
    // Nothing tells which tables of other forms are the same table of another year.
    let known = records.indices.filter {
      records[$0].fiscalYear != nil && records[$0].form != .other
    }
    let forms = Dictionary(grouping: known) { records[$0].form }
    return forms.sorted { $0.key < $1.key }.flatMap { form, members in
      let years = Dictionary(grouping: members) { records[$0].fiscalYear ?? 0 }
        .sorted { $0.key < $1.key }
      return zip(years, years.dropFirst()).map { earlier, later in
        Self.compare(form, earlier, later, records, catalog)
      }
    }
  }

  private static func compare(
    _ form: ReportForm, _ earlier: (key: Int, value: [Int]), _ later: (key: Int, value: [Int]),
    _ records: [Record], _ catalog: ProjectCatalog
  ) -> YearComparison {
    let before = series(earlier.value, catalog)
    let after = series(later.value, catalog)
    let new = after.filter { ($0.years.first?.fiscalYear ?? .max) >= later.key }
    let ended = before.filter { one in !one.years.contains { $0.fiscalYear == later.key } }
    let afterIDs = Set(after.map(\.id))
    let known = Set((before + new).map(\.id))
    let continued = before.filter { afterIDs.contains($0.id) }
    let renamed = continued.compactMap { one -> (series: String, from: String, to: String)? in
      let year = one.years.first { $0.fiscalYear == later.key }
      guard let year, let from = year.renamedFrom, let to = year.holdings.first?.name else {
        return nil
      }
      return (one.id, from, to)
    }
    return YearComparison(
      form: form, earlier: earlier.key, later: later.key, new: new.map(\.id),
      ended: ended.map(\.id), continued: continued.map(\.id),
      moved: after.map(\.id).filter { !known.contains($0) }, renamed: renamed,
      perhapsRenamed: RenameGuess.pairs(ended, new, records))
  }

  private static func series(_ members: [Int], _ catalog: ProjectCatalog) -> [ProjectSeries] {
    var seen: Set<String> = []
    return members.map { catalog.series(ofRecord: $0) }.filter { seen.insert($0.id).inserted }
  }
}

/// Pairs ended and new projects that share department, organisation and first year.
private enum RenameGuess {
  static func pairs(
    _ ended: [ProjectSeries], _ new: [ProjectSeries], _ records: [Record]
  ) -> [(from: String, to: String)] {
    var old: [String: String] = [:]
    for series in ended {
      for sign in signs(series, records) where old[sign] == nil { old[sign] = series.id }
    }
    return new.compactMap { series in
      signs(series, records).lazy.compactMap { old[$0] }.first.map { ($0, series.id) }
    }
  }

  private static func signs(_ series: ProjectSeries, _ records: [Record]) -> [String] {
    let since = series.records.compactMap { records[$0].implementation?.since }.first
    guard let since, let year = series.years.last else { return [] }
    return year.departments.flatMap { department in
      year.partners.map { "\(since)\n\(department)\n\($0)" }
    }
  }
}
