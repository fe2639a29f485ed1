/// Makes a series of the records that are one project.
struct SeriesBuilder {
  private let records: RecordList
  private let facts: [ProjectFacts]
  private let partners: [[String]]

  init(_ records: RecordList, facts: [ProjectFacts], organizations: OrganizationRegistry) {
    self.records = records
    self.facts = facts
    var partners = Array(repeating: [String](), count: records.count)
    for entity in organizations.entities {
      for mention in entity.listed
      where entity.kind != .person
        || records[mention.record].bodies.contains(where: { $0.name == mention.spelling })
      {
        // How many a group counts differs from year to year: 80町内会, 82町内会.
        let name = entity.kind == .group ? mention.spelling : entity.name
        partners[mention.record].append(name)
      }
    }
    self.partners = partners
  }

  func series(of group: [Int]) -> ProjectSeries {
    let byYear = Dictionary(grouping: group) { records[$0].fiscalYear ?? .max }
    var years = byYear.sorted { $0.key < $1.key }.map { year($0.key, $0.value) }
    for place in years.indices.dropFirst() { compare(&years[place], with: years[..<place]) }
    let votes = years.flatMap(\.holdings).map { typical($0.records) }
    let key = Self.commonest(votes.map { facts[$0].name.key })
    let titles = group.filter { facts[$0].name.key == key }.map { facts[$0].name.title }
    return ProjectSeries(
      id: key, title: Self.commonest(titles), names: group.map { records[$0].name }.uniqued,
      years: years)
  }

  /// The row whose title stands for a holding: the first, or one that has the same title without a
  /// subtitle.
  private func typical(_ rows: [Int]) -> Int {
    let first = facts[rows[0]].name.key
    return rows.filter { first.hasPrefix(facts[$0].name.key) }
      .min { facts[$0].name.key.count < facts[$1].name.key.count } ?? rows[0]
  }

  private func year(_ fiscalYear: Int, _ group: [Int]) -> ProjectSeries.Year {
    let holdings = HoldingGrouping(records, facts: facts, group).holdings
    return ProjectSeries.Year(
      fiscalYear: fiscalYear == .max ? nil : fiscalYear, holdings: holdings,
      participants: holdings.map(\.participants).toldSum,
      isApproximate: holdings.contains { $0.isApproximate }, change: nil,
      departments: group.flatMap { records[$0].departments }.uniqued,
      partners: group.flatMap { partners[$0] }.uniqued,
      sections: group.compactMap { records[$0].section }.uniqued, renamedFrom: nil)
  }

  private func compare(
    _ year: inout ProjectSeries.Year, with earlier: ArraySlice<ProjectSeries.Year>
  ) {
    year.renamedFrom = renamed(year, from: earlier.last)
    guard let participants = year.participants, year.fiscalYear != nil,
      let before = earlier.last(where: { $0.participants != nil }),
      let since = before.fiscalYear, let count = before.participants
    else { return }
    let difference = participants - count
    let percent = count == 0 ? nil : Double(difference) / Double(count) * 100
    year.change = ProjectSeries.Change(since: since, absolute: difference, percent: percent)
  }

  /// The earlier title when no title of the two years agrees.
  private func renamed(
    _ year: ProjectSeries.Year, from earlier: ProjectSeries.Year?
  ) -> String? {
    guard let earlier, let record = earlier.holdings.first?.records.first else { return nil }
    func keys(_ year: ProjectSeries.Year) -> Set<String> {
      Set(year.holdings.flatMap(\.records).map { facts[$0].name.key })
    }
    return keys(year).isDisjoint(with: keys(earlier)) ? facts[record].name.title : nil
  }

  /// Of equally common ones the shortest, then the first in order.
  private static func commonest(_ values: [String]) -> String {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let best = counts.min {
      (-$0.value, $0.key.count, $0.key) < (-$1.value, $1.key.count, $1.key)
    }
    return best?.key ?? ""
  }
}
