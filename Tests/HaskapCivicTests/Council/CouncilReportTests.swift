import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// The whole report, where a working copy has it beside it.
@Suite(.enabled(if: SharedReport.lines("003") != nil, "../shared/seeds is absent"))
struct CouncilReportTests {
  private static let reading = CouncilReader.read(
    document: "003", lines: SharedReport.lines("003") ?? [])
  private var reading: (records: [Record], warnings: [LineWarning]) {
    Self.reading
  }

  @Test func everyRecordOfTheKey() {
    let key = SharedReport.key("003")
    #expect(key.count == 26)
    #expect(reading.records.map(\.name) == key.map { $0["name"] })
    #expect(reading.records.map { $0.number.map(String.init) } == key.map { $0["number"] })
    #expect(reading.records.map(\.subItem) == key.map { $0["subItem"] })
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: ["001", "002", "003", "004"]) func eachLayoutIsTold(_ number: String) throws {
    let lines = try #require(SharedReport.lines(number))
    let council = CouncilReader.confidence(lines: lines)
    let pledges = PledgesReader.confidence(lines: lines)
    #expect(number == "003" ? council > 0.95 : council < 0.05)
    #expect(number == "004" ? pledges > 0.95 : pledges < 0.05)
  }

  @Test func whatEveryRecordHas() {
    for record in reading.records {
      #expect(record.fiscalYear == 2025)
      #expect(record.departments.count == 1)
      #expect(record.organizations.first == .init(name: "苫小牧市社会福祉協議会", role: .host))
      #expect(record.goal?.hasPrefix("基本目標") == true)
      #expect(record.purpose?.isEmpty == false && record.effect?.isEmpty == false)
    }
  }

  /// Counted by hand in the two cells of figures of each row.
  @Test func figuresOfEveryRow() {
    let counts = [
      4: 0, 6: 3, 7: 3, 8: 36, 9: 45, 10: 4, 11: 2, 12: 4, 13: 3, 16: 6, 17: 11, 18: 3, 19: 2,
      20: 4,
      21: 8, 22: 4, 23: 3, 24: 2, 25: 5, 26: 7, 27: 4, 28: 8, 31: 10, 32: 4, 33: 57, 35: 36, 36: 12,
    ]
    for record in reading.records {
      #expect(record.results.count == counts[record.line], "line \(record.line)")
    }
  }

  @Test func departmentsOfEveryRow() {
    let centers = ["成年後見支援センター", "男女平等参画推進センター"]
    let general = [6, 17, 36]
    let living = [13, 16, 18]
    for record in reading.records {
      let expected =
        general.contains(record.line)
        ? "総務課"
        : living.contains(record.line)
          ? "くらし支援課"
          : (31...33).contains(record.line)
            ? centers[0]
            : record.line == 35 ? centers[1] : "地域福祉課"
      #expect(record.departments == [expected], "line \(record.line)")
    }
  }
}
