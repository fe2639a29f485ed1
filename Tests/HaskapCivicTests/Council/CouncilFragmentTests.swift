import Testing

@testable import HaskapCivic

/// Texts that begin in the middle of a report, and rows with more faults than the report has.
@Suite struct CouncilFragmentTests {
  private func lines(_ range: ClosedRange<Int>) -> [Substring] {
    Array(CouncilFixture.lines[(range.lowerBound - 1)...(range.upperBound - 1)])
  }

  @Test func beginsBelowAProjectsName() throws {
    let reading = CouncilReader.read(document: "x", lines: lines(6...14))
    let first = try #require(reading.records.first)
    #expect(first.subItem == "② 生活支援コーディネーター")
    #expect(first.name == "生活支援コーディネーター")
    #expect(first.notes.contains { $0.kind == .inferred && $0.field == "name" })
    #expect(first.fiscalYear == 2025)
    #expect(first.results.count == 20)
    #expect(first.organizations.isEmpty)
    #expect(reading.records.map(\.line) == [1, 2, 3, 4, 7, 8, 9])
    #expect(
      reading.warnings.map(\.message) == [
        "最初の行の事業名がありません",
        "協議会の名を示す行がないため、記録に主催者がありません",
      ])
  }

  @Test func theYearFollowsFromTheFigures() throws {
    let reading = CouncilReader.read(document: "x", lines: lines(22...25))
    #expect(reading.records.map(\.fiscalYear) == [2025, 2025, 2025])
    for record in reading.records {
      #expect(record.notes.contains { $0.kind == .inferred && $0.field == "fiscalYear" })
    }
    let last = try #require(reading.records.last)
    #expect(last.results.map(\.fiscalYear) == [2025, 2025, 2025, 2025, 2024, 2024, 2024])
  }

  @Test func noYearAnywhere() {
    let reading = CouncilReader.read(document: "x", lines: lines(18...20))
    #expect(reading.records.map(\.fiscalYear) == [nil, nil, nil])
    #expect(reading.records.flatMap(\.occurrences).isEmpty)
    #expect(reading.warnings.map(\.line) == [1, 1])
  }

  @Test func cellsThatHaveRunTogether() throws {
    let row = "社会福祉事業拠点 地域福祉推進事業 2 かぎ預かり事業 (地域福祉課) 基本目標1\t預かる。\t広めた。\t登録 3件\t登録 4件"
    let record = try #require(
      CouncilReader.read(document: "x", lines: lines(1...3) + [row[...]]).records.first)
    #expect(record.base == "社会福祉事業拠点")
    #expect(record.service == "地域福祉推進事業")
    #expect(record.number == 2)
    #expect(record.name == "かぎ預かり事業")
    #expect(record.departments == ["地域福祉課"])
    #expect(record.goal == "基本目標1")
    #expect(record.purpose == "預かる。")
    #expect(record.results.map(\.value) == [3, 4])
    #expect(record.results.map(\.fiscalYear) == [2025, 2024])
  }

  @Test func aGoalThatIsLost() throws {
    let row = "\t\t2 かぎ預かり事業（地域福祉課・総務課）\t預かる。\t広めた。\t\t\t登録 4件"
    let reading = CouncilReader.read(document: "x", lines: lines(1...3) + [row[...]])
    let record = try #require(reading.records.first)
    #expect(record.name == "かぎ預かり事業")
    #expect(record.departments == ["地域福祉課", "総務課"])
    #expect(record.goal == nil)
    #expect(record.effect == "広めた。")
    #expect(record.results == [.init(label: "登録", value: 4, unit: "件", fiscalYear: 2024)])
  }

  @Test func aRowThatGoesOnAfterAPageBreak() throws {
    let row = "\t\t\t\t続きも行った。\t登録 2件\t"
    let reading = CouncilReader.read(document: "x", lines: lines(1...4) + [row[...]])
    let record = try #require(reading.records.last)
    #expect(reading.records.count == 1)
    #expect(record.effect == "・200号に達した。 続きも行った。")
    #expect(record.results.last == .init(label: "登録", value: 2, unit: "件", fiscalYear: 2025))
  }

  @Test func whatIsNotUnderstoodIsReported() {
    let strange: [Substring] = ["表の外の一行", "一\t二\t三"]
    let reading = CouncilReader.read(document: "x", lines: lines(1...4) + strange)
    #expect(reading.warnings.map(\.line) == [5, 6])
    #expect(reading.records.count == 1)
  }

  @Test func otherLayoutsAreNotTakenForThisOne() {
    #expect(CouncilReader.confidence(lines: PledgesFixture.lines) == 0)
    #expect(CouncilReader.confidence(lines: ["事業\t団体\t日付", "1 展示会\t市民会\t令和5年6月4日"]) == 0)
    #expect(CouncilReader.confidence(lines: []) == 0)
  }
}
