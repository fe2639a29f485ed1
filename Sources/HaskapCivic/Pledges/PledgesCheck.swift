import HaskapText

/// What can be told only when all rows are read: lost headings, per cents that do not fit, the year.
struct PledgesCheck {
  private(set) var records: [Record]
  private(set) var warnings: [LineWarning] = []
  private let header: PledgesHeader

  init(records: [Record], header: PledgesHeader) {
    self.records = records
    self.header = header
  }

  mutating func run() {
    placeHeadless()
    for index in records.indices {
      setYear(&records[index])
      if records[index].bullets.isEmpty {
        records[index].notes.append(
          .init(kind: .suspect, field: "bullets", reason: "この施策に取組内容の記載がありません"))
      }
    }
    checkProgress()
  }

  /// The year of the state that the report gives; the work may have been done in years before.
  private func setYear(_ record: inout Record) {
    record.fiscalYear = header.fiscalYear
    guard let period = header.period, header.stateYear == nil || isLonger(period) else { return }
    record.period = .init(start: period.start, end: period.end)
    let covered = "取組の期間は\(period.start)から\(period.end)まで"
    record.notes.append(
      .init(
        kind: .inferred, field: "fiscalYear",
        reason: covered + (header.stateYear == nil ? "（何年度末の状況かを示す行はありません）" : ""))
    )
  }

  private func isLonger(_ period: (start: PartialDate, end: PartialDate)) -> Bool {
    period.start.fiscalYear != period.end.fiscalYear
  }

  // MARK: Fragments

  /// Measures above the first heading belong to the pledge, and to the policy, before the next one.
  private mutating func placeHeadless() {
    placeInPolicy()
    let headless = records.prefix { $0.pledge == nil }.count
    guard headless > 0 else { return }
    warnings.append(
      .init(line: records[0].line, message: "公約の途中から始まっています"))
    let next = headless < records.count ? records[headless] : nil
    for index in 0..<headless {
      // The last of them is the second measure of its pledge.
      records[index].measure = next == nil || headless > 2 ? nil : 3 - headless + index
      guard let next, let number = next.pledge, number > 1, next.policy == records[index].policy
      else { continue }
      records[index].pledge = number - 1
      records[index].notes.append(
        .init(kind: .inferred, field: "pledge", reason: "次の見出しの一つ前の公約としました"))
    }
  }

  private mutating func placeInPolicy() {
    let named = records.firstIndex { $0.policy != nil }
    if named != 0, let first = records.first {
      warnings.append(
        .init(line: first.line, message: "最初の施策がどの政策のものかを示す見出しがありません"))
    }
    guard let first = named, first > 0,
      let numeral = records[first].policy.flatMap(PolicyNumeral.before)
    else { return }
    for index in 0..<first {
      records[index].policy = numeral
      records[index].section = "政策" + numeral
      records[index].notes.append(
        .init(kind: .inferred, field: "policy", reason: "次の見出しの一つ前の政策としました"))
    }
  }

  // MARK: Per cents

  private mutating func checkProgress() {
    let groups = Dictionary(grouping: records.indices.filter { records[$0].pledge != nil }) {
      PledgesHeader.Place(policy: records[$0].policy ?? "", number: records[$0].pledge ?? 0)
    }
    for (place, members) in groups {
      compareWithSummary(members, header.pledges[place])
      compareWithStars(members)
    }
    for (place, entry) in header.pledges where groups[place] == nil {
      warnings.append(
        .init(line: entry.line, message: "総括表のこの公約に当たる施策が見つかりません"))
    }
  }

  private mutating func compareWithSummary(_ members: [Int], _ entry: PledgesHeader.Entry?) {
    guard let listed = entry?.percent else { return }
    for index in members where records[index].progress != listed {
      let printed = records[index].progress
      records[index].progress = printed ?? listed
      records[index].notes.append(
        .init(
          kind: printed == nil ? .inferred : .suspect, field: "progress",
          printed: printed.map(String.init), reason: "総括表では\(listed)%です"))
    }
  }

  /// A pledge is the mean of its measures, whose stars are rounded, down in what is known.
  private mutating func compareWithStars(_ members: [Int]) {
    let stars = members.compactMap { records[$0].stars }
    guard stars.count == members.count, stars.count > 1,
      let progress = members.first.flatMap({ records[$0].progress })
    else { return }
    let mean = Double(stars.reduce(0, +)) * 10 / Double(stars.count)
    guard Double(progress) < mean - 5 || Double(progress) > mean + 10 else { return }
    for index in members {
      records[index].notes.append(
        .init(
          kind: .suspect, field: "stars", printed: "\(records[index].stars ?? 0)",
          reason:
            "この公約の★は平均およそ\(Int(mean))%に当たりますが、進捗は\(progress)%です"))
    }
  }
}
