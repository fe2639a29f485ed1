import HaskapText
import Testing

@testable import HaskapCivic

@Suite("The door for all reports") struct ReportReaderTests {
  @Test("lines that no record holds are counted in every layout")
  func unread() throws {
    let pledges = PledgesFixture.lines.joined(separator: "\n") + "\n付記がここに続きます\n"
    let reading = try read(pledges)
    #expect(reading.layout == .pledges)
    #expect(reading.unreadLines == 1)
    #expect(reading.warnings.last?.message == "表の外の行です")
  }

  @Test("a text of no known layout becomes paragraphs, with a warning")
  func paragraphs() throws {
    let reading = try read("# 町の歴史\n\n港ができた。\n人が集まった。\n\n\n今。")
    #expect(reading.layout == .paragraphs)
    #expect(reading.records.map(\.text) == ["# 町の歴史", "港ができた。\n人が集まった。", "今。"])
    #expect(reading.records.map(\.name) == ["町の歴史", "港ができた。", "今。"])
    #expect(reading.records.map(\.line) == [1, 3, 7])
    #expect(
      reading.warnings.map(\.description) == [
        "reports/report.txt:1: 報告書の様式が分からないため、3個の段落として読みました"
      ])
  }

  @Test("a spreadsheet's CSV gives the records that the report gives")
  func commaSeparated() throws {
    let tabs = CollaborationFixtures.sponsored2020
    let commas = tabs.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      return (quoted + Array(repeating: "", count: 4 - cells.count)).joined(separator: ",")
    }
    #expect(try read(commas.joined(separator: "\r\n")).records == read(tabs).records)
  }

  @Test("line breaks in a spreadsheet's cells part organisations and dates")
  func cellBreaks() throws {
    let reading = try read(
      """
      No.,協働事業の名称,担当課,実施区分,取組に関係した団体等,"実施年月日、参加人数"
      1,"まちの
      講座",青少年課,例年実施,"にじのはし
      でんでん虫サークル","令和2年5月1日(3人)
      令和2年6月1日(4人)"
      2,研修会,青少年課,例年実施,勇払自治会,令和2年7月1日(3人)
      """)
    let record = try #require(reading.records.first)
    #expect(record.name == "まちの 講座")
    #expect(record.organizations == named("にじのはし", "でんでん虫サークル"))
    #expect(record.totalParticipants == 7)
    #expect(reading.records.map(\.line) == [2, 6])
  }

  @Test("records written as lines of JSON read back the same")
  func jsonLines() throws {
    var records = CollaborationGolden.shared2020 + SponsorshipGolden.sponsored2020
    records[0].results = [.init(label: "利用\"数\"", value: 12.5, unit: "件", fiscalYear: 2024)]
    records[0].bullets = ["一\n二", "三\\四"]
    records[0].policy = "I"
    records[0].stars = 7
    let reading = try read(records.map(\.jsonLine).joined(separator: "\n"))
    #expect(reading.records.count == records.count)
    for (found, wanted) in zip(reading.records.map(\.content), records)
    where found != wanted {
      Issue.record("found  \(found.jsonLine)\nwanted \(wanted.jsonLine)")
    }
    #expect(reading.warnings == [])
  }

  @Test("a broken line of JSON is warned of by its number, the others are read")
  func brokenJSON() throws {
    let reading = try read("{\"name\":\"一\"}\n{\"name\":\n\n{\"name\":\"二\",\"policy\":\"I\"}")
    #expect(reading.records.map(\.name) == ["一", "二"])
    #expect(reading.records.map(\.layout) == [.collaboration, .pledges])
    #expect(reading.records.map(\.document) == ["report", "report"])
    #expect(reading.warnings.map(\.line) == [2])
    #expect(reading.unreadLines == 1)
  }

  @Test("the members of a line stand in a fixed order, unknown ones are absent")
  func jsonLine() {
    var record = Record(document: "令和2", layout: .collaboration, line: 8, name: "\"会\"\t")
    record.fiscalYear = 2020
    record.occurrences = [held("2020-05", nil, 3, approximate: true)]
    #expect(
      record.jsonLine
        == #"{"document":"令和2","fiscalYear":2020,"name":"\"会\"\t","departments":[],"#
        + #""organizations":[],"occurrences":[{"start":"2020-05","participants":3,"unit":"人","#
        + #""approximate":true}],"layout":"collaboration","line":8}"#)
  }
}
