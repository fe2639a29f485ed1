import Foundation
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// The same report in another dress reads the same: what a year prints otherwise must not matter.
@Suite("Reports in other writings") struct MutatedReportTests {
  private static let reports = [
    CollaborationFixtures.shared2023, CollaborationFixtures.shared2020,
    CollaborationFixtures.sponsored2020,
  ]

  /// Cells of each line; a line without tabs is one cell.
  private static func cells(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func text(_ lines: [[String]]) -> String {
    lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }

  /// Records without what a mutation moves: lines and the wording of notes.
  private static func facts(_ text: String, file: String = "report.txt") throws -> [Record] {
    let reading = ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8)))
    return reading.records.map { record in
      var record = record
      (record.line, record.notes) = (0, [])
      return record.fields
    }
  }

  private static func expectSame(
    _ mutate: ([[String]]) -> [[String]], without field: (inout Record) -> Void = { _ in }
  ) throws {
    for report in reports {
      let found = try facts(text(mutate(cells(report))))
      let wanted = try facts(report).map { record in
        var record = record
        field(&record)
        return record
      }
      #expect(found.count == wanted.count)
      for (found, wanted) in zip(found, wanted) where found != wanted {
        Issue.record("found  \(found.jsonLine)\nwanted \(wanted.jsonLine)")
      }
    }
  }

  private static func isHeading(_ line: [String]) -> Bool { line[0] == "No." }

  @Test("page numbers between the pages") func pageNumbers() throws {
    try Self.expectSame { lines in
      lines.flatMap { Self.isHeading($0) ? [["- 3 -"], $0] : [$0] }
    }
  }

  @Test("spreadsheet padding behind every line") func padding() throws {
    try Self.expectSame { lines in
      let width = lines.map(\.count).max() ?? 0
      return lines.map { $0 + Array(repeating: "", count: width - $0.count) }
    }
  }

  @Test("columns in another order") func columnOrder() throws {
    try Self.expectSame { lines in
      lines.map { line in line.count == 7 ? [0, 4, 1, 5, 2, 3, 6].map { line[$0] } : line }
    }
  }

  @Test("a column left out") func missingColumn() throws {
    try Self.expectSame(
      { lines in lines.map { $0.count == 7 ? Array($0.dropLast()) : $0 } },
      without: { $0.effect = nil })
  }

  @Test("an empty cell too many", arguments: 2...6) func emptyCell(_ place: Int) throws {
    try Self.expectSame { lines in
      lines.map { line in
        guard line.count == 7, !Self.isHeading(line) else { return line }
        return line[..<place] + [""] + line[place...]
      }
    }
  }

  @Test("a section without rows") func emptySection() throws {
    try Self.expectSame { lines in lines + [[""], ["⑤ 協働の形態：協定（0件）"]] }
  }

  @Test(
    "comma-separated, Markdown and HTML", arguments: ["report.csv", "report.md", "report.html"])
  func otherTables(_ file: String) throws {
    for report in Self.reports {
      let lines = Self.cells(report).map { line in
        if file.hasSuffix("html") { return HTMLWriting.line(line) }
        if file.hasSuffix("csv") { return line.map { "\"\($0)\"" }.joined(separator: ",") }
        return line.count > 1 ? "| \(line.joined(separator: " | ")) |" : line[0]
      }
      #expect(
        try Self.facts(lines.joined(separator: "\n"), file: file) == Self.facts(report))
    }
  }

  @Test("HTML with rows on many lines and headings of its own") func htmlReport() throws {
    for report in Self.reports {
      let html = HTMLWriting.report(Self.cells(report))
      #expect(try Self.facts(html, file: "report.html") == Self.facts(report))
    }
  }

  /// Ends of full lines that were kept as `<br>`, and organizations on lines of their own.
  @Test("line breaks that recognition kept") func lineBreaks() throws {
    let heading = "No.\t協働事業の名称 (担当課)\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t実施年月日、参加人数"
    let rows = [
      "1\tまちかどミー<br>ティング<br>(協働・男女平<br>等参画室)\t例年実施<br>(昭和62年頃から<br>継続実施)\t市長が各地区に出向いて、町<br>内会と話し合う場である。\t苫小牧市子ども会育成<br>連絡協議会、苫小牧商<br>工会議所\t令和 5年 8月22日<br>(305人)",
      "2\t消費生活講演会<br>(市民生活課)\t例年実施\t豊かな暮らしを創造していく<br>ための情報を提供する。\t苫小牧消費者協会<br>㈱苫東<br>学校<br>町内会\t令和 6年 2月17日(20人)<br>令和 6年 3月 2日(8人)",
      "3\t講習会<br>(危機管理室)\t単年度(新規)実<br>施\t近年の風水害に備え、自助・<br>共助の力を高める。\t苫小牧市消防団, 苫小牧警察署, TRCグループ\t令和 5年11月 4日(約6,000人)",
    ]
    let records = try Self.facts((["① 協働の形態：共催（3件）", heading] + rows).joined(separator: "\n"))
    #expect(records.map(\.name) == ["まちかどミーティング", "消費生活講演会", "講習会"])
    #expect(records.map(\.departments) == [["協働・男女平等参画室"], ["市民生活課"], ["危機管理室"]])
    #expect(
      records.map { $0.organizations.map(\.name) } == [
        ["苫小牧市子ども会育成連絡協議会", "苫小牧商工会議所"], ["苫小牧消費者協会", "㈱苫東", "学校", "町内会"],
        ["苫小牧市消防団", "苫小牧警察署", "TRCグループ"],
      ])
    #expect(records.map(\.totalParticipants) == [305, 28, 6000])
  }

  @Test("another year: the dates and titles move with it") func anotherYear() throws {
    let report = CollaborationFixtures.shared2023
    let later = report.replacing("令和 6年", with: "令和 7年").replacing("令和6年", with: "令和7年")
      .replacing("令和 5年", with: "令和 6年").replacing("令和5年", with: "令和6年")
    let (found, wanted) = (try Self.facts(later), try Self.facts(report))
    #expect(found.map(\.fiscalYear) == wanted.map { $0.fiscalYear.map { $0 + 1 } })
    let starts = { (records: [Record]) in records.flatMap(\.occurrences).map { $0.start?.year } }
    #expect(starts(found) == starts(wanted).map { $0.map { $0 + 1 } })
  }

  /// Where a line's end takes the place of a printed space nobody can tell, so spaces do not count.
  @Test("lines broken elsewhere", arguments: 0..<8 as Range<UInt64>) func wraps(seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    let rows = [
      "備えるフェスタ2023実施事業 (危機管理室)\t一般社団法人苫小牧タウンマネジメント、一般社団法人苫小牧建設協会、株式会社栗林商会",
      "市民技能体験教室 (工業・雇用振興課)\t苫小牧造園協同組合、苫小牧建築大工技能士会、苫小牧塗装工業協同組合",
      "苫小牧市中小企業創業サポート事業 (商業振興課)\t苫小牧商工会議所、苫小牧市男女平等参画推進センター",
      "子ども会リーダー養成事業 (青少年課)\t苫小牧市子ども会育成連絡協議会",
    ].map { $0.components(separatedBy: "\t") }
    let widths = [6, 9, 13, 10].map { $0 + Int.random(in: 0...2, using: &random) }
    let prose = "市民の方に知っていただきたい情報を市職員が説明することにより、双方向の対話になるよう取り組んでいる。"
    let lines = rows.enumerated().map { index, row in
      let cells = [row[0], "例年実施 (平成24年頃から継続実施)", prose, row[1]]
      let wrapped = zip(cells, widths).map { Self.wrapped($0, at: $1) }
      return (["\(index + 1)"] + wrapped + ["令和 5年 7月30日 (300人)", Self.wrapped(prose, at: 13)])
        .joined(separator: "\t")
    }
    let heading = Self.cells(CollaborationFixtures.shared2023).first(where: Self.isHeading) ?? []
    let report = (["① 協働の形態：共催", heading.joined(separator: "\t")] + lines).joined(separator: "\n")
    for (record, row) in zip(try Self.facts(report), rows) {
      #expect(
        record.organizations.map(\.name) == row[1].components(separatedBy: "、"), "seed \(seed)")
      let title = "\(record.name) (\(record.departments.joined()))"
      #expect(title == row[0], "seed \(seed)")
    }
  }

  /// Breaks a cell after so many full-width characters, each part before brackets by itself.
  private static func wrapped(_ cell: String, at width: Int) -> String {
    cell.components(separatedBy: " ").map { part in
      var lines = [""]
      for character in part {
        let isFull =
          TypesetWidth.of(lines[lines.count - 1] + [character]) > width * TypesetWidth.full
        if isFull && !Kinsoku.cannotBegin(character) { lines.append("") }
        lines[lines.count - 1].append(character)
      }
      return lines.joined(separator: " ")
    }.joined(separator: " ")
  }
}
