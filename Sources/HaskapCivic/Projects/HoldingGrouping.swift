internal import HaskapText

/// Tells the holdings of one project in one year apart, and joins the rows that are one holding.
struct HoldingGrouping {
  private let records: RecordList
  private let facts: [ProjectFacts]
  private let groups: [[Int]]

  init(_ records: RecordList, facts: [ProjectFacts], _ members: [Int]) {
    self.records = records
    self.facts = facts
    var groups: [[Int]] = []
    var places: [Row: Int] = [:]
    var told: [Told: Int] = [:]
    for record in members {
      let row = Row(facts[record], subItem: records[record].subItem)
      let own = Told(row, records[record])
      // Rows of one list that tell of other days, or other people, are other holdings.
      let same = places[row].flatMap { place in
        let areOthers =
          !own.isEmpty
          && groups[place].contains {
            facts[$0].list == facts[record].list && !Told(row, records[$0]).isEmpty
          }
        return areOthers ? nil : place
      }
      let other =
        members.count > Self.mostForPairs
        ? nil
        : groups.firstIndex { group in
          Self.mayBeOne(record, group[0], facts)
            && !group.contains { facts[$0].list == facts[record].list }
        }
      let place = told[own] ?? [same, other].compactMap(\.self).min() ?? groups.count
      if place == groups.count { groups.append([]) }
      groups[place].append(record)
      if places[row] == nil { places[row] = place }
      if told[own] == nil { told[own] = place }
    }
    self.groups = groups
  }

  /// Where a year has more rows of one project, only those that are told alike are one holding.
  private static let mostForPairs = 500

  /// Equal of rows with one title and one edition; or of one numbered edition, whatever the subtitle.
  private struct Row: Hashable {
    let editions: [Int]
    let times: [String]
    let subItem: String?
    let title: String

    init(_ facts: ProjectFacts, subItem: String?) {
      editions = facts.name.editions
      times = facts.name.times(besides: facts.fiscalYear)
      self.subItem = subItem
      title = editions.isEmpty ? facts.name.key : ""
    }
  }

  /// A row with what it tells of its holding.
  private struct Told: Hashable {
    let row: Row
    let days: [DateSpan]
    let participants: Int?
    var isEmpty: Bool { days.isEmpty && participants == nil }

    init(_ row: Row, _ record: Record) {
      (self.row, days, participants) = (row, record.days, record.participants)
    }
  }

  /// Rows of two lists, of which one may leave the edition out: 苫小牧市民文化祭, 第72回苫小牧市民文化祭行事.
  private static func mayBeOne(_ one: Int, _ other: Int, _ facts: [ProjectFacts]) -> Bool {
    sharesMarks(one, other, facts)
      || [one, other].contains { record in
        facts[record].name.editions.isEmpty
          && facts[record].name.times(besides: facts[record].fiscalYear).isEmpty
      }
  }

  private static func sharesMarks(_ one: Int, _ other: Int, _ facts: [ProjectFacts]) -> Bool {
    facts[one].name.editions == facts[other].name.editions
      && facts[one].name.times(besides: facts[one].fiscalYear)
        == facts[other].name.times(besides: facts[other].fiscalYear)
  }

  var holdings: [ProjectSeries.Holding] { groups.map(holding) }

  private func holding(_ group: [Int]) -> ProjectSeries.Holding {
    // Rows that are one holding tell its figures once each; they are not added up.
    let told = group.first { records[$0].participants != nil } ?? group[0]
    let dated = group.first { !records[$0].occurrences.isEmpty } ?? group[0]
    return ProjectSeries.Holding(
      name: records[group[0]].name, records: group,
      sections: group.compactMap { records[$0].section }.uniqued,
      occurrences: records[dated].occurrences, participants: records[told].participants,
      isApproximate: records[told].areParticipantsApproximate,
      isCancelled: group.allSatisfy { records[$0].cancelled == true })
  }
}
