import Testing

@testable import HaskapCivic

@Suite("Tables on the pages of a PDF") struct PageLayoutTests {
  /// Words as `pdftotext -tsv` writes them: left, middle, text; eight points a letter.
  private func page(_ words: [(Double, Double, String)]) -> [PageWord] {
    words.map {
      PageWord(text: $2, left: $0, right: $0 + Double($2.count) * 8, middle: $1)
    }
  }

  @Test("cells of several lines; a line that fills its column goes on without a space")
  func wrappedCells() {
    var layout = PageLayout()
    let lines = layout.lines(
      of: page([
        (20, 20, "協働事業一覧"),
        (20, 50, "番号"), (60, 50, "事業名"), (120, 50, "団体名"),
        (20, 70, "1"), (60, 70, "ふれあい"), (120, 70, "浜町町内会"), (60, 80, "清掃"),
        (120, 80, "港町町内会"),
        (20, 100, "2"), (60, 100, "植樹"), (120, 100, "緑の会"),
      ]))
    #expect(
      lines.map(\.text) == [
        "協働事業一覧", "番号\t事業名\t団体名", "1\tふれあい清掃\t浜町町内会港町町内会", "2\t植樹\t緑の会",
      ])
  }

  @Test("a number in the middle of its row's height begins the row above it")
  func centeredNumbers() {
    var layout = PageLayout()
    let lines = layout.lines(
      of: page([
        (20, 50, "番号"), (60, 50, "事業名"), (120, 50, "団体名"),
        (60, 70, "海辺の"), (20, 75, "1"), (120, 75, "浜町会"), (60, 80, "清掃"),
        (60, 100, "山辺の"), (20, 105, "2"), (120, 105, "山の会"), (60, 110, "植樹"),
      ]))
    #expect(lines.map(\.text) == ["番号\t事業名\t団体名", "1\t海辺の清掃\t浜町会", "2\t山辺の植樹\t山の会"])
  }

  @Test("a heading in the middle of a wide column belongs to it; a full line goes on")
  func centeredHeadings() {
    var layout = PageLayout()
    let rows = (0..<8).flatMap { row in
      let middle = 70 + Double(row) * 20
      return [(20.0, middle, "\(row + 1)"), (60.0, middle, "清掃"), (120.0, middle, "環境課")]
    }
    let lines = layout.lines(
      of: page(
        [(20, 10, "令和五年度の市民と協働による事業の実施状"), (20, 24, "況の一覧")]
          + [(20, 50, "番号"), (60, 50, "事業名"), (160, 50, "担当課")] + rows))
    #expect(
      lines.prefix(3).map(\.text) == [
        "令和五年度の市民と協働による事業の実施状況の一覧", "番号\t事業名\t担当課", "1\t清掃\t環境課",
      ])
  }

  @Test("a row that goes on at the top of the next page") func continuedRow() {
    let boxes = """
      <page width="600" height="800">
      <word xMin="20" yMin="46" xMax="36" yMax="54">番号</word>
      <word xMin="60" yMin="46" xMax="84" yMax="54">事業名</word>
      <word xMin="120" yMin="46" xMax="144" yMax="54">団体名</word>
      <word xMin="20" yMin="66" xMax="28" yMax="74">1</word>
      <word xMin="60" yMin="66" xMax="76" yMax="74">清掃</word>
      <word xMin="120" yMin="66" xMax="144" yMax="74">町内会</word>
      </page>
      <page width="600" height="800">
      <word xMin="60" yMin="46" xMax="76" yMax="54">大会</word>
      <word xMin="120" yMin="46" xMax="144" yMax="54">自治会</word>
      <word xMin="20" yMin="66" xMax="28" yMax="74">2</word>
      <word xMin="60" yMin="66" xMax="76" yMax="74">植樹</word>
      <word xMin="120" yMin="66" xMax="144" yMax="74">緑の会</word>
      </page>
      """
    let lines = PDFText.lines(boxes)
    #expect(lines.map(\.text) == ["番号\t事業名\t団体名", "1\t清掃 大会\t町内会 自治会", "2\t植樹\t緑の会"])
    #expect(lines.map(\.page) == [1, 1, 2])
  }
}
