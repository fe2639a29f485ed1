import Testing

@testable import HaskapCivic

/// Texts that crashed the readers, or took them minutes.
@Suite("Hostile reports") struct HostileReportTests {
  private func read(_ text: String, file: String = "report.txt") throws -> Reading {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8)))
  }

  @Test(
    "a line that holds only a tag or an entity",
    arguments: ["<重>", "<r>", "<br>", "</b>", "<p>", "&nbsp;", "<目次>\n1 事業の概要", "案内\n&nbsp;\n終わり"])
  func onlyTags(text: String) throws {
    _ = try read(text)
  }

  @Test("words between < and > that are no tags are text", arguments: ["<目次>", "<新規>", "<重>"])
  func noTags(text: String) throws {
    #expect(TaggedText.lines(text).map(\.text) == [text])
    #expect(TaggedText.lines("<b>" + text + "<br/>後</b>").map(\.text) == [text, "後"])
  }

  @Test("a figure beyond 64 bits is printed")
  func largeFigure() throws {
    var record = Record(document: "a", layout: .council, line: 1, name: "b")
    record.results = [
      .init(label: "件数", value: 1e19, unit: "件", fiscalYear: nil)
    ]
    #expect(RecordTable.cells(of: record).contains { $0.contains("1e+19 | 件") })
  }

  @Test("a row of many empty cells keeps those that are filled; one of too many is refused")
  func emptyCells() throws {
    func text(_ count: Int) -> String {
      let tabs = String(repeating: "\t", count: count)
      return
        "【苫小牧市名義】（108件）\nNo.\t事業の名称\t主催者\t担当部署\n1\t寺子屋\(tabs)NPO法人\t教育課\n"
    }
    let record = try #require(try read(text(800)).records.first)
    #expect(record.name == "寺子屋")
    #expect(throws: ReportError.self) { try read(text(60_000)) }
  }

  @Test("thousands of dates that cannot be so are not told each with the whole cell")
  func datesWithoutEnd() throws {
    let dates = (0..<3000).map { "\($0 % 12 + 1)月\($0 % 28 + 1)日" }.joined(separator: "、")
    let record = try #require(
      try read(
        """
        協働事業実施状況（令和5年度）
        ① 共催（1件）
        No.\t事業名(担当課)\t実施区分\t目的・内容\t関係団体\t実施年月日、参加人数\t効果
        1\t市民まつり(観光課)\t例年実施\t祭り\tみどりの会\t\(dates)\t好評
        """
      ).records.first { $0.name == "市民まつり" })
    #expect(record.occurrences.count == 3000)
    #expect(record.notes.count < 150 && record.notes.count { ($0.printed ?? "").count > 100 } < 20)
  }

  @Test("brackets in brackets", arguments: ["(", "（", "【", "(【", "「(", "(1人"])
  func brackets(open: String) throws {
    let nested = String(repeating: open, count: 8000)
    let close = String(repeating: open.hasPrefix("【") ? "】" : "）", count: 8000)
    for cell in [nested + "1人", nested + "1人" + close, "清掃" + nested + close] {
      #expect(FigureCell(cell).events.isEmpty)
      _ = OccurrenceCell("6月4日" + cell, fiscalYear: 2023)
      _ = OrganizationCell("町内会" + cell, role: .host)
      _ = DepartmentCell.split(cell)
      _ = TaggedText.lines(cell)
    }
  }

  /// What looks at the rest of a cell, or at what stands before, again for each of these would not end today.
  @Test(
    "cells without end",
    arguments: [
      "（", "（あ", "3人（", "（令和5年", "令和5年", "あ ", "視聴 ", "市 ", "1万", "1、", "1・", "3人、", "（株）", "4月1日 ",
      "　",
    ])
  func longCells(piece: String) {
    let text = String(repeating: piece, count: 40_000)
    let closed = text + String(repeating: "）", count: 40_000)
    for cell in [text, closed] {
      _ = PeopleCell("20人" + cell)
      _ = OccurrenceCell("令和5年6月4日" + cell, fiscalYear: 2023)
      _ = DateNotation(fiscalYear: 2023).normalized(cell)
      _ = OrganizationCell("緑町町内会" + cell, role: .host)
      _ = EditionMarks("清掃" + cell)
    }
  }

  @Test("words that could be parted in many ways")
  func ambiguousWords() {
    let words = String(repeating: "老人クラブ小学校", count: 20)
    #expect(GenericWords.cover(words))
    #expect(!GenericWords.cover(words + "彗星"))
  }

  @Test("marks that open a tag and never close it")
  func openMarks() {
    let text = String(repeating: "<a", count: 20_000)
    #expect(TaggedText.lines(text).map(\.text) == [text])
  }

  /// What takes a time for each pair of lines would not end today.
  @Test(
    "lines that come again and again",
    arguments: [
      "場所：会館", "場所\t会館", "① 共催", "合計\t30\t40", "【福祉】\n① 共催", "清掃　会館", "日時：5月3日　場所：会館",
      "1番　清掃",
    ])
  func sameLines(lines: String) throws {
    _ = try read(String(repeating: lines + "\n", count: 8000))
  }

  @Test("a cell of many lines", arguments: ["", "4月\n"])
  func manyLines(before: String) throws {
    let cell = String(repeating: "会館、5月3日\n", count: 200_000)
    _ = try read("名前,場所,日時\n" + before + "\"" + cell + "\"\n", file: "report.csv")
  }

  @Test("a wrapped cell of many lines", arguments: ["%", "8", "8 km", "清掃 ・", "NPO 法人"])
  func manyWrappedLines(line: String) throws {
    let row = "1\t市民塾 (生涯学習課)\t例年実施\t学ぶ\t市民塾\n"
    let lines = String(repeating: line + "\n", count: 8000)
    let head =
      "① 共催\nNo.\t協働事業の名称 (担当課)\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t"
      + "実施年月日、参加人数\t取組の効果、市民からの反響等\n"
    let reading = try read(head + row + lines + "令和5年6月4日 (12人)\tよい\n")
    #expect(reading.records.map(\.name) == ["市民塾"])
  }

  @Test("offices without end", arguments: ["課", "と", "課と", "(課)", "環境課 ", "％"])
  func manyOffices(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    _ = DepartmentCell.read(text)
    _ = DepartmentCell.split("清掃" + text)
  }

  @Test("cells whose labels are all different")
  func manyLabels() throws {
    let rows = (0..<20_000).map { "\($0),\"あ\($0)団体名：魚の会\nい\($0)事業名：教室\",100\n" }
    _ = try read("No,団体・事業,交付額\n" + rows.joined(), file: "report.csv")
  }
}
