import Testing

@testable import HaskapCivic

/// Prints of tables as browsers and spreadsheets draw them.
@Suite("Rows and columns of printed tables") struct PageTableTests {
  private func texts(_ pages: [(Double, Double, String)]...) -> [String] {
    PDFText.lines(pageBoxes(pages)).map(\.text).filter { !$0.isEmpty }
  }

  private func row(_ middle: Double, _ cells: (Double, String)...) -> [(Double, Double, String)] {
    cells.map { ($0.0, middle, $0.1) }
  }

  @Test("rows of one line without a number, none further from the next than lines of a cell")
  func oneLineRows() {
    let lines = texts(
      row(50, (20, "事業名"), (120, "団体名"), (220, "期日"))
        + row(64, (20, "おもちゃ病院"), (120, "ドクターの会"), (220, "通年"))
        + row(78, (20, "ずきん作り"), (120, "手芸サークル"), (220, "9月4日"))
        + row(92, (20, "餅つき"), (120, "青年団"), (220, "1月8日")))
    #expect(
      lines == [
        "事業名\t団体名\t期日", "おもちゃ病院\tドクターの会\t通年", "ずきん作り\t手芸サークル\t9月4日", "餅つき\t青年団\t1月8日",
      ])
  }

  @Test("a body below another in one cell, and a group above the rows that it names")
  func bodiesAndGroups() {
    let lines = texts(
      row(40, (20, "事業名"), (140, "団体名"), (260, "期日"))
        + row(55, (20, "安全・安心分野"))
        + row(70, (20, "見回り"), (140, "湖畔建設"), (260, "9月4日"))
        + row(85, (20, "夜警"), (140, "湖畔町消防団"), (260, "12月28日"))
        + row(97, (140, "みどりの会"))
        + row(112, (20, "避難訓練"), (140, "自主防災会連絡会"), (260, "3月10日")))
    #expect(
      lines == [
        "事業名\t団体名\t期日", "安全・安心分野\t\t", "見回り\t湖畔建設\t9月4日",
        "夜警\t湖畔町消防団\u{2028}みどりの会\t12月28日", "避難訓練\t自主防災会連絡会\t3月10日",
      ])
  }

  @Test("cells broken within a row that others stand in the middle of, drawn cell by cell")
  func brokenInTheMiddle() {
    let lines = texts(
      row(40, (20, "No"), (60, "事業名"), (160, "団体名"), (260, "内容"))
        + row(66, (20, "1"), (60, "点灯式"), (160, "港の会"))
        + row(60, (260, "灯ろうを並べて点灯し"))
        + row(72, (260, "た。"))
        + row(96, (20, "2"), (60, "高校生議会"))
        + row(90, (160, "高校、オンブズの"))
        + row(102, (160, "会"))
        + row(96, (260, "質問を体験した。")))
    #expect(
      lines == [
        "No\t事業名\t団体名\t内容", "1\t点灯式\t港の会\t灯ろうを並べて点灯した。",
        "2\t高校生議会\t高校、オンブズの会\t質問を体験した。",
      ])
  }

  @Test("a cell merged over rows stands in the first of them, wherever its middle is")
  func mergedOverRows() {
    let lines = texts(
      row(40, (20, "担当課"), (80, "事業名"), (180, "団体名"), (280, "人数"))
        + row(69, (20, "環境課"))
        + row(60, (80, "緑のカーテン"), (180, "応援団"), (280, "43人"))
        + row(78, (80, "環境講座"), (180, "環境の会"), (280, "58人"))
        + row(114, (20, "学習課"))
        + row(96, (80, "熟年大学"), (180, "自治会"), (280, "30人"))
        + row(114, (80, "通学合宿"), (180, "実行委員会"), (280, "24人"))
        + row(132, (80, "講演会"), (180, "連絡協議会"), (280, "205人")))
    #expect(
      lines == [
        "担当課\t事業名\t団体名\t人数", "環境課\t緑のカーテン\t応援団\t43人", "\t環境講座\t環境の会\t58人",
        "学習課\t熟年大学\t自治会\t30人", "\t通学合宿\t実行委員会\t24人", "\t講演会\t連絡協議会\t205人",
      ])
  }

  @Test(
    "a spreadsheet draws dates last, at the right of their cells, close to the next; a heading in a wide column"
  )
  func spreadsheet() {
    let lines = texts(
      row(40, (20, "番号"), (60, "事業名"), (140, "期日"), (200, "担当課"), (260, "人数"))
        + row(54, (50, "1"), (60, "里親花壇"), (200, "公園課"), (288, "44"))
        + row(68, (50, "2"), (60, "交通まつり"), (200, "防犯課"), (280, "210"))
        + row(82, (60, "合計"), (280, "254"))
        + row(26, (20, "令和5年度"), (100, "実施一覧"))
        + row(54, (158, "5月21日")) + row(68, (150, "10月15日")))
    #expect(
      lines == [
        "令和5年度 実施一覧", "番号\t事業名\t期日\t担当課\t人数", "1\t里親花壇\t5月21日\t公園課\t44",
        "2\t交通まつり\t10月15日\t防犯課\t210", "\t合計\t\t\t254",
      ])
  }

  @Test("what groups rows and stands alone below a heading is no part of it")
  func groupBelowHeading() {
    let lines = texts(
      row(40, (20, "番号"), (60, "事業名"), (160, "団体名"), (260, "人数"))
        + row(54, (70, "安全・安心"))
        + row(68, (20, "1"), (60, "ビルの見学"), (160, "防災士会"), (260, "57人"))
        + row(82, (20, "2"), (60, "夜の見回り"), (160, "町内会"), (260, "43人"))
        + row(96, (20, "3"), (60, "避難訓練"), (160, "自主防災会"), (260, "80人")))
    #expect(lines.first == "番号\t事業名\t団体名\t人数")
  }

  @Test("labels with their values, of which one is as wide as all else on its page")
  func sheet() {
    let lines = texts(
      row(20, (20, "個別シート（令和5年度）"))
        + row(40, (20, "事業名"), (120, "収穫市"))
        + row(56, (20, "協働団体"), (120, "社会福祉法人こだま、農業青年クラブ"))
        + row(72, (20, "実施日"), (120, "令和5年10月8日"))
        + row(88, (20, "参加者数"), (120, "900人")))
    #expect(
      lines == [
        "個別シート（令和5年度）", "事業名\t収穫市", "協働団体\t社会福祉法人こだま、農業青年クラブ", "実施日\t令和5年10月8日",
        "参加者数\t900人",
      ])
  }

  @Test("two tables of other columns on a page, groups without a row, the number of the page")
  func twoTables() {
    let lines = texts(
      row(20, (20, "講座名"), (120, "団体名"), (220, "期日"))
        + row(36, (20, "茶の講座"), (120, "茶道の会"), (220, "6月18日"))
        + row(70, (20, "地域行事"))
        + row(90, (20, "行事名"), (80, "会場"), (160, "実施日"), (230, "団体名"), (300, "人数"))
        + row(106, (20, "■冬"))
        + row(122, (20, "どんど焼き"), (80, "河川敷公園"), (160, "1月14日"), (230, "消防団"), (300, "180人"))
        + row(138, (20, "■秋"))
        + row(154, (20, "綱引き"), (80, "体育館"), (160, "9月17日"), (230, "体育協会"), (300, "96人"))
        + row(190, (180, "-"), (192, "1"), (204, "-")))
    #expect(
      lines == [
        "講座名\t団体名\t期日", "茶の講座\t茶道の会\t6月18日", "地域行事", "行事名\t会場\t実施日\t団体名\t人数",
        "■冬\t\t\t\t", "どんど焼き\t河川敷公園\t1月14日\t消防団\t180人", "■秋\t\t\t\t",
        "綱引き\t体育館\t9月17日\t体育協会\t96人", "- 1 -",
      ])
  }

  @Test("headings in the middle of their columns, of which cells take the left")
  func centeredHeadings() {
    let lines = texts(
      row(40, (44, "取組名"), (150, "連携団体"), (250, "開催日"), (330, "参加人数"))
        + row(58, (20, "訓練"), (100, "防災会"), (210, "9月1日"), (300, "31人"))
        + row(76, (20, "講座"), (100, "獣医師会"), (210, "9月8日"), (300, "44人"))
        + row(94, (20, "体験"), (100, "消防団"), (210, "9月9日"), (300, "86人")))
    #expect(
      lines == [
        "取組名\t連携団体\t開催日\t参加人数", "訓練\t防災会\t9月1日\t31人", "講座\t獣医師会\t9月8日\t44人",
        "体験\t消防団\t9月9日\t86人",
      ])
  }

  @Test("a sheet with two labels on a line, and values that run under both")
  func wideSheet() {
    let lines = texts(
      row(20, (20, "個別シート（令和6年度）"))
        + row(40, (20, "事業名"), (80, "清掃の日"))
        + row(56, (20, "担当課"), (80, "環境課"), (200, "実施日"), (260, "7月7日"))
        + row(72, (20, "協働団体"), (80, "漁協青年部"), (200, "参加者数"), (260, "140人"))
        + row(88, (20, "事業内容"), (80, "砂浜のごみを拾い、流れ着いた木で火をたいた。")))
    #expect(
      lines == [
        "個別シート（令和6年度）", "事業名\t清掃の日\t\t", "担当課\t環境課\t実施日\t7月7日",
        "協働団体\t漁協青年部\t参加者数\t140人", "事業内容\t砂浜のごみを拾い、流れ着いた木で火をたいた。\t\t",
      ])
  }

  @Test("a page that begins with its headings and the rest of one cell")
  func restBelowHeadings() {
    let headings = row(20, (20, "番号"), (60, "事業名"), (104, "内容"))
    let lines = texts(
      headings
        + row(40, (20, "1"), (60, "海辺の清")) + row(51, (60, "掃"))
        + row(40, (104, "海のごみを拾い集め")) + row(51, (104, "ました。川のごみを")),
      headings + row(36, (104, "流した。"))
        + row(56, (20, "2"), (60, "植樹"), (104, "木を植えた。")))
    #expect(
      lines == [
        "番号\t事業名\t内容", "1\t海辺の清掃\t海のごみを拾い集めました。川のごみを流した。", "番号\t事業名\t内容",
        "2\t植樹\t木を植えた。",
      ])
  }

  @Test("numbers that a spreadsheet sets to the right, right before the next cell")
  func numbersAtTheRight() {
    let lines = texts(
      row(40, (20, "No."), (52, "担当課"), (140, "事業名"), (240, "団体名"))
        + row(66, (42, "1"), (140, "花壇づくり"), (240, "花の会"))
        + row(60, (52, "緑と公園の"))
        + row(72, (52, "課"))
        + row(96, (42, "2"), (52, "健康課"), (140, "ラジオ体操"), (240, "体操の会"))
        + row(120, (42, "3"), (52, "文化課"), (140, "写真展"))
        + row(114, (240, "写真を楽しむ"))
        + row(126, (240, "会")))
    #expect(
      lines == [
        "No.\t担当課\t事業名\t団体名", "1\t緑と公園の 課\t花壇づくり\t花の会", "2\t健康課\tラジオ体操\t体操の会",
        "3\t文化課\t写真展\t写真を楽しむ会",
      ])
  }

  /// Two labels tell of a project where they come again below another name.
  @Test(arguments: ["div", "p"]) func labelsInBlocksOfTheirOwn(_ tag: String) throws {
    let projects = [("石狩川クリーン", "石狩川を愛する会", "6月4日"), ("れんがの森", "れんがの会", "9月10日")]
    let page = projects.map { name, body, day in
      "<h3>\(name)</h3>"
        + ["実施団体", body, "実施日", day].map { "<\(tag)>\($0)</\(tag)>" }.joined()
    }.joined()
    let rows = try MunicipalTablesTests.rows(
      of: .init("", "<h1>江別市　令和5年度　協働事業</h1>" + page, file: "a.html"))
    #expect(
      rows == ["石狩川クリーン||石狩川を愛する会|2023-06-04||2023", "れんがの森||れんがの会|2023-09-10||2023"])
  }

  @Test func aLegalFormIsNoBody() throws {
    let page = """
      <h1>三好市　令和5年度　協働事業</h1><table>
      <tr><th rowspan=2>事業名</th><th colspan=2>協働の相手方</th></tr><tr><th>団体名</th><th>法人格</th></tr>
      <tr><td>踊り教室</td><td>太鼓連</td><td>あり</td></tr></table>
      """
    #expect(
      try MunicipalTablesTests.rows(of: .init("", page, file: "a.html"))
        == ["踊り教室||太鼓連|||2023"])
  }
}
