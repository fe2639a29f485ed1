import Testing

@testable import HaskapCivic

@Suite("Text of a report") struct ReportTextTests {
  @Test("lines without their ends, whatever these are", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = try ReportText(file: "a", bytes: Array("一\(end)\(end)二".utf8))
    #expect(text.lines == ["一", "", "二"])
  }

  @Test("one column too many") func columns() throws {
    let row = Array(repeating: "x", count: 1000).joined(separator: "\t")
    #expect(try ReportText(file: "a.tsv", bytes: Array(row.utf8)).lines == [row])
    let error = #expect(throws: ReportError.self) {
      try ReportText(file: "a.tsv", bytes: Array("a\tb\n\(row)\tx".utf8))
    }
    #expect(error?.description.contains("line 2 has 1001 columns") == true)
  }

  @Test("one line too many; empty ones do not count") func lines() throws {
    let most = String(repeating: "x\n\n", count: ReportText.mostLines)
    #expect(try ReportText(file: "a.txt", bytes: Array(most.utf8)).lines.count > 0)
    let error = #expect(throws: ReportError.self) {
      try ReportText(file: "a.txt", bytes: Array((most + "x").utf8))
    }
    #expect(error?.description.contains("a.txt: 500001 lines with text") == true)
  }

  @Test(
    "a quote that is not closed is told once, and is text",
    arguments: [
      ("a.csv", "事業,団体,日\n\"清掃,甲会,x\n花,\"乙,会\",y\n鳥,\"丙会,z", [2, 4]),
      ("a.tsv", "事業\t団体\n清掃\t\"甲\n会\"\n花\t\"乙会\n", [4]),
      ("a.txt", "\"清掃と花\n事業\t団体\n清掃\t\"甲\"の会\n", []), ("a.html", "<p>\n\t\"\ta</p>", []),
    ]) func openQuotes(_ file: String, _ content: String, _ lines: [Int]) throws
  {
    let text = try ReportText(file: file, bytes: Array(content.utf8))
    #expect(text.openQuotes == lines)
    let told = ReportReader.read(text).warnings.filter { $0.message.contains("引用符") }
    #expect(told.map(\.line) == Array(lines.prefix(1)))
    #expect(told.allSatisfy { $0.message.hasSuffix("箇所: \(lines.count)）") })
  }

  @Test("a name that stands twice in a record is told once, and the last counts")
  func repeatedNames() throws {
    let lines = [
      #"{"name":"清掃"}"#, #"{"name":"花","name":"鳥"}"#, #"{"name":"海","text":"a","text":"b"}"#,
    ]
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let reading = ReportReader.read(try ReportText(file: "a.jsonl", bytes: bytes))
    #expect(reading.records.map(\.name) == ["清掃", "鳥", "海"])
    #expect(
      reading.warnings.map(\.description) == [
        "a.jsonl:2: 1つの記録に「name」が2度あるため、あとのものを読みました（このような行: 2）"
      ])
  }

  @Test("a byte order mark is no text") func mark() throws {
    let text = try ReportText(file: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("一".utf8))
    #expect(text.lines == ["一"])
  }

  @Test(
    "the document is the file's name without folder and extension",
    arguments: [
      ("/reports/令和2年度.txt", "令和2年度"), ("a.b.csv", "a.b"), ("plain", "plain"),
      (".hidden", ".hidden"),
    ]) func documentName(_ file: String, _ name: String) throws
  {
    #expect(try ReportText(file: file, bytes: Array("一".utf8)).document == name)
  }

  @Test("bytes that are text in no encoding are named by their offset, with the remedy")
  func notText() throws {
    let bytes: [UInt8] = Array("町".utf8) + [0xFF, 0x8B, 0x00, 0x1B]
    let error = #expect(throws: ReportError.self) { try ReportText(file: "a.txt", bytes: bytes) }
    #expect(error == .notText(file: "a.txt", offset: 3))
    #expect(error?.description.hasSuffix("save it as UTF-8") == true)
  }

  @Test("nothing but white space is empty", arguments: ["", " \n\t　"])
  func empty(_ text: String) {
    #expect(throws: ReportError.empty(file: "a")) {
      try ReportText(file: "a", bytes: Array(text.utf8))
    }
  }

  @Test("comma-separated values: quotes, commas and line breaks in cells; lines keep their numbers")
  func commaSeparated() throws {
    let text = try ReportText(
      file: "a.csv",
      bytes: Array("No.,名称,主催者\r\n1,\"会,\"\"春\"\"\",\"甲\n乙\"\r\n2,まつり,丙\r\n".utf8))
    #expect(text.lines == ["No.\t名称\t主催者", "1\t会,\"春\"\t甲\u{2028}乙", "", "2\tまつり\t丙", ""])
  }

  @Test("tab-separated values with quotes; a quote that does not close is text")
  func quotedTabs() throws {
    let text = try ReportText(
      file: "a.tsv", bytes: Array("1\t\"甲\n乙\"\t丙\n2\t\"活性の火\" 20\t丙\n\"x".utf8))
    #expect(text.lines == ["1\t甲\u{2028}乙\t丙", "", "2\t\"活性の火\" 20\t丙", "\"x"])
  }

  @Test("a file named .csv has commas between cells, however many; padding is no cell")
  func raggedCommas() throws {
    let text = try ReportText(
      file: "a.CSV", bytes: Array("題名,,\nNo.,名称,主催者\n1,まつり,\n,,\n終わり".utf8))
    #expect(text.lines == ["題名", "No.\t名称\t主催者", "1\tまつり", "", "終わり"])
  }

  @Test("a tab in a cell between commas is a space; a heading with tabs parts by tabs")
  func tabsInCells() throws {
    let rows = "No.,名称,主催者\n1,春の\tまつり,甲\n2,秋,乙\n"
    #expect(
      try ReportText(file: "a.csv", bytes: Array(rows.utf8)).lines == [
        "No.\t名称\t主催者", "1\t春の まつり\t甲", "2\t秋\t乙", "",
      ])
    let tabbed = "No.\t名称\n1\t甲,乙,丙\n2\t秋,冬,春\n"
    #expect(
      try ReportText(file: "a.csv", bytes: Array(tabbed.utf8)).lines
        == tabbed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  @Test("tables of Markdown: pipes part cells, a rule is nothing, a written pipe stays")
  func markdown() throws {
    let text = try ReportText(
      file: "a.md",
      bytes: Array("題名 | 春\n| No. | 名称 |\n|---|:--:|\n| 1 | a\\|b | |\n|  | 続き |".utf8))
    #expect(text.lines == ["題名 | 春", "No.\t名称", "", "1\ta|b", "\t続き"])
  }

  @Test("commas in prose make no table") func proseWithCommas() throws {
    let text = try ReportText(file: "a", bytes: Array("発行部数 86,800部\n1,000人, 2,000人\n終わり".utf8))
    #expect(text.lines == ["発行部数 86,800部", "1,000人, 2,000人", "終わり"])
  }
}
