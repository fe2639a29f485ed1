import Foundation
import Testing

@testable import HaskapCivic

@Suite("Excel workbooks") struct WorkbookTests {
  private static func made() throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Files/made.xlsx")))
  }

  @Test("shared and inline texts, dates by their format, merged cells, formulas, two sheets")
  func made() throws {
    let text = try ReportText(file: "made.xlsx", bytes: Self.made())
    #expect(text.kind == .workbook)
    #expect(
      text.lines == [
        "令和5年度", "担当課\t事業名\t実施日\t参加者数", "環境課\t海辺の清掃\t令和5年6月4日\t320",
        "環境課\t植樹\t令和5年9月4日\t1204", "", "\t備考 & 注", "",
      ])
    #expect(text.source(ofLine: 4)?.sheet == "令和5年度")
    #expect(text.number(ofLine: 4) == 3)
  }

  @Test(
    "numbers as their formats show them",
    arguments: [
      ("0.0%", 0.256, "25.6%"), ("0%", -0.256, "-26%"), ("0.00%;[Red]-0.00%", 1.5, "150.00%"),
      (#"[$-411]ggge"年"m"月"d"日""#, 45_060, "令和5年5月14日"), ("ge.m.d", 45_060, "R5.5.14"),
      (#"ggge\年m\月d\日(aaa)"#, 45_060, "令和5年5月14日(日)"),
      ("yyyy/m/d h:mm", 45_351.545139, "2024-02-29 13:05"),
      ("yyyy/m/d", 45_351.545139, "2024-02-29"), ("h:mm", 0.5625, "13:30"), ("0.00E+00", 3, nil),
      (#"#,##0"人""#, 3, nil), ("General", 3, nil),
    ] as [(String, Double, String?)])
  func formats(_ code: String, _ number: Double, _ text: String?) {
    #expect(NumberFormat(code).shown(number, from1904: false) == text)
  }

  @Test("comments on cells stand behind their rows of a table")
  func comments() throws {
    let cells = { (row: Int) in
      "ABC".map { #"<c r="\#($0)\#(row)" t="inlineStr"><is><t>\#($0)\#(row)</t></is></c>"# }
        .joined()
    }
    let text = try ReportText(
      file: "x.xlsx",
      bytes: MadeWorkbook(
        rows: "<row>\(cells(1))</row><row>\(cells(2))</row>",
        comments: #"<comment ref="B1"><text><r><t>昨年より</t></r><r><t>多い</t></r></text></comment>"#
      ).bytes)
    #expect(text.lines == ["表", "A1\tB1\tC1", "", "※昨年より多い", "A2\tB2\tC2", ""])
  }

  @Test("damage is an error that names the file, never a crash")
  func damage() throws {
    let bytes = try Self.made()
    for length in stride(from: 4, to: bytes.count, by: 7) {
      #expect(throws: ReportError.self) {
        try ReportText(file: "cut.xlsx", bytes: Array(bytes[..<length]))
      }
    }
    // Whatever a changed byte makes of it, reading ends: with lines or with an error.
    var state: UInt64 = 20_261_128
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = bytes
      changed[Int(state >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 24) | 1
      _ = try? ReportText(file: "x.xlsx", bytes: changed)
    }
  }

  @Test(
    "what is missing of a sheet is told, never passed over",
    arguments: [
      (#"<row><c t="inlineStr"><is><t>町</t></is></c></row><row><c <<"#, "line 1, column"),
      (#"<row><c t="s"><v>3</v></c></row>"#, "points to the text 3"),
      (
        #"<row><c t="inlineStr"><is><t>"# + String(repeating: "町", count: 400_000)
          + "</t></is></c></row>", "more than 1 MiB"
      ),
    ])
  func damagedSheets(_ rows: String, _ reason: String) throws {
    let error = #expect(throws: ReportError.self) {
      try ReportText(file: "x.xlsx", bytes: MadeWorkbook(rows: rows, strings: ["a"]).bytes)
    }
    #expect(error?.description.contains("the sheet '表' cannot be read") == true)
    #expect(error?.description.contains(reason) == true)
  }

  @Test("entities are refused: they can make a small file huge") func entities() {
    let document = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    #expect(XMLReader().read(Array(document.utf8)) != nil)
    #expect(XMLReader().read(Array("<a>b</a>".utf8)) == nil)
  }

  @Test(
    "serial days",
    arguments: [
      (45081.0, "2023-06-04"), (1, "1900-01-01"), (61.5, "1900-03-01"), (0.5625, "13:30"),
    ])
  func days(_ serial: Double, _ text: String) {
    #expect(ExcelDay(serial: serial, from1904: false).text == text)
  }
}
