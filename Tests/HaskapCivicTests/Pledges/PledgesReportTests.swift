import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// The whole report, where a working copy has it beside it.
@Suite(.enabled(if: SharedReport.lines("004") != nil, "../shared/seeds is absent"))
struct PledgesReportTests {
  private static let reading = PledgesReader.read(
    document: "004", lines: SharedReport.lines("004") ?? [])
  private var reading: (records: [Record], warnings: [LineWarning]) {
    Self.reading
  }

  @Test func everyMeasureOfTheKey() {
    let key = SharedReport.key("004")
    #expect(key.count == 50)
    #expect(reading.records.map(\.name) == key.map { $0["name"] })
    #expect(reading.records.map(\.policy) == key.map { $0["policy"] })
    #expect(reading.records.map { $0.pledge.map(String.init) } == key.map { $0["pledge"] })
    #expect(reading.records.map { $0.measure.map(String.init) } == key.map { $0["measure"] })
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: 0..<25) func ratingsOfEveryPledge(_ place: Int) {
    let pledge = PledgesKey.pledges[place]
    let records = reading.records.filter {
      $0.policy == pledge.policy && $0.pledge == pledge.number
    }
    #expect(records.map(\.stars) == pledge.measures.map(\.stars))
    #expect(records.map(\.departments) == pledge.measures.map(\.departments))
    #expect(records.map(\.progress) == [pledge.progress, pledge.progress])
    #expect(records.map(\.bullets.count) == PledgesKey.bullets[place])
    #expect(records.allSatisfy { $0.section == "政策" + pledge.policy && $0.fiscalYear == 2023 })
  }

  @Test func perCentsAgreeWithTheSummary() {
    #expect(!reading.records.flatMap(\.notes).contains { $0.field == "progress" })
  }

  @Test func misreadTitlesAreMended() {
    let printed = reading.records.flatMap(\.notes)
      .filter { $0.kind == .corrected && $0.field == "pledgeTitle" }.map(\.printed)
    #expect(
      Set(printed) == [
        "あらゆる課題に対し、迅速に対応する柔軟な組織編成に取り組めます", "出産・育児を支援し、子育て世代の応援と健全育成に取り組めます",
        "安心して快適な都市環境の整備に取り組めます",
      ])
    let texts = reading.records.flatMap { [$0.name, $0.policyTitle ?? ""] + $0.bullets }
    #expect(!texts.contains { $0.contains("苦小牧") })
  }

  @Test func starsThatCannotBeAreSuspect() {
    let suspect = reading.records.filter { record in
      record.notes.contains { $0.kind == .suspect && $0.field == "stars" }
    }
    #expect(
      suspect.map { "\($0.policy ?? "")/\($0.pledge ?? 0)/\($0.measure ?? 0)" }
        == ["Ⅲ/3/2", "Ⅴ/3/1", "Ⅴ/3/2", "Ⅴ/4/1", "Ⅴ/4/2"])
  }
}
