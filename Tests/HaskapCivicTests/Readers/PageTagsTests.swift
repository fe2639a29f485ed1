import HaskapText
import Testing

@testable import HaskapCivic

/// What programs of offices write into pages beside their text, and what the spans of their tables say.
@Suite("Tags and spans of pages") struct PageTagsTests {
  private func rows(_ text: String) throws -> [String] {
    try MunicipalTablesTests.rows(of: .init("", text, file: "a.html"))
  }

  @Test(
    "tags with a prefix are no text",
    arguments: [
      ("<o:p></o:p>", ""), ("<st1:place w:st=\"on\">駅</st1:place>", "駅"),
      ("<v:shape id=a>図</v:shape>", "図"),
      ("<?xml:namespace prefix = o ns = \"urn:x\" />", ""),
      ("<![if !supportEmptyParas]>会<![endif]>", "会"),
      ("<my-tag>札</my-tag>", "札"), ("<acronym>略</acronym>", "略"),
      ("a<!-- x > y <table> -->b", "ab"),
      ("<目次>", "<目次>"), ("<B社>", "<B社>"), ("5<x:7", "5<x:7"),
    ])
  func prefixed(_ cell: String, _ text: String) {
    #expect(CellText.untagged(cell, separator: " ") == text)
  }

  @Test("a table out of Word") func word() throws {
    let page = """
      <html><head><!--[if gte mso 9]><xml>
      <w:WordDocument><w:View>Normal</w:View></w:WordDocument>
      </xml><![endif]--></head><body><h1>令和5年度　みどり市　協働事業</h1>
      <table><tr><td><p class=MsoNormal>事業名<o:p></o:p></p></td><td><p>団体名<o:p></o:p></p></td><td><p>実施日<o:p></o:p></p></td></tr>
      <tr><td><p class=MsoNormal>陶器市<o:p></o:p></p></td><td><p>窯元の会<o:p></o:p></p></td><td><p>令和5年10月14日<o:p></o:p></p></td></tr></table></body></html>
      """
    #expect(try rows(page) == ["陶器市||窯元の会|2023-10-14||2023"])
    let text = try ReportText(file: "a.html", bytes: Array(page.utf8))
    #expect(!text.lines.contains { $0.contains("Normal</w") || $0.contains("-->") })
  }

  @Test(
    "a row below spans of the headings is one of headings, whatever its words",
    arguments: [
      ("市内|市外|計", "12|30|42", "42"), ("午前|午後|合計", "5|6|11", "11"),
      ("うち大人|うち子ども|計", "40|20|60", "60"), ("R4|R5|増減", "30|35|5", "35"),
    ])
  func spans(_ below: String, _ figures: String, _ people: String) throws {
    let cells = { (text: String, tag: String) in
      text.split(separator: "|").map { "<\(tag)>\($0)</\(tag)>" }.joined()
    }
    let page = """
      <html><h1>令和5年度　みどり市</h1><table><tr><th rowspan="2">事業名</th><th rowspan="2">団体名</th><th colspan="3">参加者数</th></tr>
      <tr>\(cells(below, "th"))</tr><tr><td>夜市</td><td>夜市の会</td>\(cells(figures, "td"))</tr></table></html>
      """
    #expect(try rows(page) == ["夜市||夜市の会||\(people)|2023"])
  }

  @Test("a cell beside all rows of a table parts no headings") func besideRows() throws {
    let page =
      "<html><table><tr><td rowspan=3>協働</td><td>事業名</td><td>団体名</td></tr><tr><td>夜市</td><td>夜市の会</td></tr><tr><td>朝市</td><td>朝市の会</td></tr></table></html>"
    #expect(try rows(page) == ["夜市||夜市の会||||", "朝市||朝市の会||||"].map { String($0.dropLast()) })
  }
}
