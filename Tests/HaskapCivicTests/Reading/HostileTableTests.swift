import Haskap
import HaskapDocuments
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Small files that make large tables.
@Suite("Hostile tables") struct HostileTableTests {
  private func lines(_ text: String, file: String = "report.html") throws -> [String] {
    try ReportText(file: file, bytes: Array(text.utf8)).lines
  }

  private func message(_ read: () throws -> Void) -> String {
    do {
      try read()
      return ""
    } catch {
      return "\(error)"
    }
  }

  /// What takes a time for each pair of rows would not end today.
  @Test(
    "cells that span rows and columns",
    arguments: [
      String(repeating: "<td rowspan=1000 colspan=1000>会</td>", count: 4),
      "<td colspan=999999999 rowspan=999999999>事業名</td><td>x</td>",
      "<td colspan=1000>会</td>",
    ])
  func spans(row: String) {
    for end in ["", "\n"] {
      let rows = String(repeating: "<tr>\(row)</tr>\(end)", count: 2000)
      let problem = message { _ = try lines("<table>\(end)\(rows)</table>") }
      #expect(problem.contains("rowspan and colspan make"))
    }
  }

  @Test("a cell over all columns, however many there are")
  func wideCell() throws {
    let rows = "<tr><td>名前</td><td>課</td></tr><tr><td colspan=1000>福祉</td></tr>"
    #expect(
      try lines("<table>\(rows)<tr><td>計</td><td colspan='1000'>5</td></tr></table>").map {
        DelimitedText.withoutPadding($0)
      } == ["名前\t課", "福祉", "計\t5"])
  }

  @Test("a long cell over many rows is copied only so often")
  func longSpan() throws {
    let office = "<td rowspan=1000>" + String(repeating: "長い名の", count: 4000) + "課</td>"
    let rows = (1...1000).map {
      "<tr>\($0 == 1 ? office : "")<td>事業\($0)</td><td>6月1日</td></tr>"
    }
    let text = "<table><tr><th>所属</th><th>事業名</th><th>開催日</th></tr>\(rows.joined())</table>"
    let reading = ReportReader.read(try ReportText(file: "a.html", bytes: Array(text.utf8)))
    #expect(reading.records.count == 1000)
    let bytes = reading.records.flatMap(\.rest).reduce(0) { $0 + $1.utf8.count }
    #expect(bytes > 4 << 20 && bytes <= 9 << 20)
    #expect(reading.warnings.count { $0.message.contains("結合されたセル") } == 1)
  }

  @Test("many dates beside a long name", arguments: [(1, 1000), (16_000, 87)])
  func datesOfARecord(length: Int, most: Int) throws {
    let dates = (0..<5000).map { "令和5年\($0 % 12 + 1)月\($0 % 28 + 1)日 \($0 % 90 + 1)人" }
    let text =
      "事業名,開催日,参加団体\n\(String(repeating: "花", count: length)),\""
      + dates.joined(separator: "\n") + "\",町内会\n清掃,令和5年6月4日,町内会\n"
    let reading = ReportReader.read(try ReportText(file: "a.csv", bytes: Array(text.utf8)))
    #expect(reading.records.first?.occurrences.count == 5000)
    let documents = try CivicIndexBuilder.documents(
      of: [.init(path: "a.csv", bytes: Array(text.utf8))]
    ).documents
    let activities = documents.count {
      $0[CivicSchema.type].first?.text == CivicType.activity.rawValue
    }
    #expect(activities <= most + 1 && activities > most / 2)
    #expect(reading.warnings.count { $0.message.contains("個別の活動") } == 1)
  }

  @Test("a row that goes on for many lines", arguments: ["report.txt", "ruled.txt"])
  func wrappedRow(file: String) throws {
    let count = 100_000
    let isRuled = file == "ruled.txt"
    let rule = "+------+------+------+\n"
    let text =
      isRuled
      ? rule + "| 番号 | 名前 | 課 |\n" + rule + "| 1 | 清掃 | 環境課 |\n"
        + String(repeating: "|  | 会 | 館 |\n", count: count) + rule
      : "番号  事業名    担当課\n1     清掃      環境課\n"
        + String(repeating: "      会館      環境\n", count: count)
    let row = try #require(try lines(text, file: file).first { $0.hasPrefix("1\t") })
    #expect(row.split(separator: "\t").count == 3)
    #expect(row.count { $0 == "会" } == count)
  }

  @Test("one text that many cells of a workbook point to")
  func sharedText() throws {
    let text = String(repeating: "清", count: 300_000)
    let cells = String(repeating: #"<row><c t="s"><v>0</v></c></row>"#, count: 1000)
    let problem = message {
      let book = MadeWorkbook(rows: cells, strings: [text])
      _ = try ReportText(file: "plan.xlsx", bytes: book.bytes)
    }
    #expect(problem.contains("plan.xlsx: its cells hold more than 64 MiB of text"))
  }

  @Test("cells in the last column of a workbook")
  func lastColumn() throws {
    let rows = (1...20_000).map { #"<row r="\#($0)"><c r="XFD\#($0)"><v>1</v></c></row>"# }
    let problem = message {
      _ = try ReportText(file: "plan.xlsx", bytes: MadeWorkbook(rows: rows.joined()).bytes)
    }
    #expect(problem.contains("line 1 has 16384 columns"))
  }

  @Test("a sheet that is named again and again")
  func sameSheet() throws {
    let book = MadeWorkbook(
      rows: #"<row><c t="s"><v>0</v></c></row>"#, strings: ["清\n掃"],
      sheets: String(repeating: #"<sheet name="表" id="r1"/>"#, count: 20_000))
    let text = try ReportText(file: "plan.xlsx", bytes: book.bytes)
    #expect(text.lines == ["表", "清\(CellText.lineBreak)掃", ""])
  }

  @Test("names that are none stop no index")
  func longNames() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    let bodies = (0..<2000).map { "団体\($0)（社団法人会" }.joined(separator: "、")
    let long = String(repeating: "課", count: 11_000)
    let texts = [
      "a.csv": "事業名,団体\n祭り,\(bodies)\n",
      "b.csv": "事業名,団体,担当課\n清掃,花の会,\(long)\n植樹,花の会,環境課\n",
      "c.jsonl": """
      {"name":"映画","id":"\(long)","document":"\(long)","sheet":"\(long)","municipality":"\(long)",\
      "section":"\(long)","organizations":[{"name":"\(long)","role":"host","kind":"named"}]}

      """,
    ]
    let files = texts.sorted { $0.key < $1.key }.map {
      CivicIndexBuilder.File(path: $0.key, bytes: Array($0.value.utf8))
    }
    let summary = try CivicIndexBuilder(path: path).build(
      files, of: SourcePaths(files.map(\.path)))
    #expect(summary.failed.isEmpty && summary.records == 4)
    let index = try CivicIndex(path: path)
    for word in ["祭り", "団体1999", "植樹", "映画"] {
      var request = CivicRequest()
      request.query = word
      #expect(try index.search(request).total > 0, "\(word)")
    }
    #expect(try index.catalog(.departments).entries.map(\.name) == ["環境課"])
    #expect(try index.catalog(.organizations).entries.map(\.name) == ["花の会"])
  }
}
