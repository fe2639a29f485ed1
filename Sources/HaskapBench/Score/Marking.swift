internal import HaskapCivic

/// Compares report by report what an index knows with what the key tells.
struct Marking {
  private let known: KnownRecords
  private let maxDifferences: Int
  private var cities: [String: [ScoreFigure: Tally]] = [:]
  private var differences: [CorpusScore.Difference] = []
  private var bodies: [Identified] = []
  private var projects: [Identified] = []

  init(_ known: KnownRecords, maxDifferences: Int) {
    (self.known, self.maxDifferences) = (known, maxDifferences)
  }

  mutating func mark(_ report: String, _ rows: [MadeRecord]) {
    let records = known.records(of: report)
    let pairs = RowPairing.pairs(rows.map(\.mark), records.map { known.records[$0].mark })
    let city = rows.first?.city ?? ""
    for pair in pairs {
      let (row, record) = (pair.key.map { rows[$0] }, pair.found.map { records[$0] })
      for figure in ScoreFigure.ofRows { compare(figure, row, record, in: report, of: city) }
      if let row { identify(row, record) }
    }
  }

  private mutating func compare(
    _ figure: ScoreFigure, _ row: MadeRecord?, _ record: Int?, in report: String, of city: String
  ) {
    let key = row.map(figure.items) ?? []
    let found = record.map { figure.items(of: known.records[$0]) } ?? []
    var tally = Tally(key, found)
    // A row is one, though its name be read otherwise.
    if figure == .rows { tally.right = min(tally.key, tally.found) }
    cities[city, default: [:]][figure, default: Tally()] += tally
    let isMissing = row == nil || record == nil
    guard figure == .rows ? isMissing : key != found && !isMissing else { return }
    let number = row.map(\.number) ?? record.flatMap { known.records[$0].number }
    note(
      CorpusScore.Difference(
        figure: figure, place: "\(report) \(number.map(String.init) ?? "")",
        key: key.joined(separator: "、"), found: found.joined(separator: "、")))
  }

  private mutating func note(_ difference: CorpusScore.Difference) {
    let known = differences.count { $0.figure == difference.figure }
    if known < maxDifferences { differences.append(difference) }
  }

  /// Whom the names of a row mean, and what project it is a holding of.
  private mutating func identify(_ row: MadeRecord, _ record: Int?) {
    let names = record.map { known.records[$0].organizations.map(\.name) } ?? []
    for (place, mention) in row.organizations.enumerated() {
      var name = names.contains(mention.written) ? mention.written : nil
      // Read otherwise than it is printed.
      if names.count == row.organizations.count { name = name ?? names[place] }
      let body = record.flatMap { record in name.flatMap { known.body($0, in: record) } }
      bodies.append(
        Identified(
          city: row.city, printed: mention.written, key: mention.organization, found: body))
    }
    projects.append(
      Identified(
        city: row.city, printed: row.name, key: row.series, found: record.flatMap(known.project)))
  }

  func score(reports: Int) -> CorpusScore {
    var score = CorpusScore()
    score.reports = reports
    for (figure, tally) in cities.values.joined() { score.all[figure, default: Tally()] += tally }
    score.cities = cities.map { CorpusScore.City(name: $0.key, figures: $0.value) }
    score.differences = ScoreFigure.allCases.flatMap { figure in
      differences.filter { $0.figure == figure }
    }
    for (figure, mentions) in [(ScoreFigure.whoIsWho, bodies), (.projects, projects)] {
      score.all[figure] = Tally(pairsOf: mentions)
      let own = Dictionary(grouping: mentions, by: \.city)
      for place in score.cities.indices {
        score.cities[place].figures[figure] = Tally(pairsOf: own[score.cities[place].name] ?? [])
      }
      score.differences += Confusion(mentions).differences(figure).prefix(maxDifferences)
    }
    score.cities.sort { ($0.mean, $0.name) < ($1.mean, $1.name) }
    return score
  }
}
