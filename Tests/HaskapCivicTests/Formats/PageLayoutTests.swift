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

  @Test("a row goes on at the top of the next page in two cells that the page before has filled")
  func filledCells() {
    var layout = PageLayout()
    let first = page([
      (20, 30, "事業名"), (100, 30, "目的"), (190, 30, "団体名"),
      (20, 50, "海辺の清掃と水辺"), (100, 50, "海のごみを拾い、子"), (190, 50, "海の会"),
      (20, 60, "の生き物しらべ"), (100, 60, "どもと生き物を見る"),
      (20, 90, "桜の下で歌う春の"), (100, 90, "桜を植えて町の人が"), (190, 90, "町内会"),
      (20, 100, "町のまつり"), (100, 100, "集まる"),
      (20, 130, "湖をめぐる自転車"), (100, 130, "湖のまわりの道を走"), (190, 130, "湖の会"),
    ])
    let second = page([
      (20, 30, "の大会"), (100, 30, "る2回目の大会。"),
      (20, 60, "雪あかり"), (100, 60, "道をてらす"), (190, 60, "雪の会"),
    ])
    #expect(
      layout.lines(of: [first, second]).map(\.line.text) == [
        "事業名\t目的\t団体名", "海辺の清掃と水辺の生き物しらべ\t海のごみを拾い、子どもと生き物を見る\t海の会",
        "桜の下で歌う春の町のまつり\t桜を植えて町の人が集まる\t町内会", "湖をめぐる自転車の大会\t湖のまわりの道を走る2回目の大会。\t湖の会",
        "雪あかり\t道をてらす\t雪の会",
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

  @Test("cells drawn one by one: paragraphs, rows without a number, a row that a page's end cuts")
  func drawnCells() {
    let lines = PDFText.lines(
      pageBoxes([
        [
          (20, 20, "番号"), (60, 20, "事業名"), (140, 20, "担当課"),
          (20, 40, "1"), (60, 40, "海辺の清掃を行い"), (60, 51, "ます"), (60, 70, "・拾いました。"),
          (140, 40, "・環境課"), (140, 51, "・港湾課"),
          (60, 86, "山の手入れをしま"), (60, 97, "す"), (140, 86, "緑地課"),
          (20, 120, "2"), (60, 120, "川の掃除をしまし"), (140, 120, "環境課"),
        ],
        [(60, 20, "た。"), (20, 40, "3"), (60, 40, "植樹&amp;花"), (140, 40, "緑地課")],
      ]))
    #expect(
      lines.map(\.text) == [
        "番号\t事業名\t担当課", "1\t海辺の清掃を行います ・拾いました。\t・環境課 ・港湾課", "\t山の手入れをします\t緑地課",
        "2\t川の掃除をしました。\t環境課", "3\t植樹&花\t緑地課",
      ])
  }

  @Test("letters one below the other that run over the border of their narrow column")
  func narrowColumn() {
    let name = "河川を清掃します".enumerated().map { (32.0, 40 + Double($0) * 11, String($1)) }
    let rest = "ごみ拾い".enumerated().map { (62.0, 128 + Double($0) * 11, String($1)) }
    let lines = PDFText.lines(
      pageBoxes([
        [
          (18, 20, "名"), (32.4, 20, "担当課"), (140, 20, "進捗"), (180, 20, "備考"),
        ] + name + rest + [
          (62.4, 40, "・環境課"), (62.4, 51, "・港湾課"), (140, 40, "★★★"), (140, 51, "☆☆☆"),
        ]
      ]))
    #expect(
      lines.map(\.text) == ["名\t担当課\t進捗\t備考", "河川を清掃します ごみ拾い\t・環境課 ・港湾課\t★★★☆☆☆\t"])
  }

  @Test(
    "words that are drawn far outside of the page", arguments: ["-1e300", "1e300", "inf", "-40"])
  func farOutside(place: String) {
    let word = pageBoxes([[(20, 20, "河川清掃"), (140, 20, "環境課"), (140, 40, "港湾課")]])
      .replacing("xMin=\"140.0\"", with: "xMin=\"\(place)\"")
    let lines = PDFText.lines(word).map(\.text).joined()
    for text in ["河川清掃", "環境課", "港湾課"] { #expect(lines.contains(text), "\(lines)") }
  }

  @Test("plain text of `pdftotext -layout`, whose columns count letters, not their widths")
  func plainPages() throws {
    let text = """
      事業一覧
      区分    事業名   団体    内容
      環境の   海辺の清掃 浜町内会  ごみを拾い、調べ
      部           港町内会  る。集めました。
                        終わり。
      福祉の   昼食会   食堂の会  子どもと食べる。
      部
      \u{C}区分    事業名   団体    内容
      防災の   避難の訓練 自主防災会 避難する。
      部
      """
    let lines = try ReportText(file: "a.txt", bytes: Array(text.utf8)).lines
    #expect(
      lines == [
        "事業一覧", "区分\t事業名\t団体\t内容", "環境の部\t海辺の清掃\t浜町内会港町内会\tごみを拾い、調べる。集めました。終わり。",
        "福祉の部\t昼食会\t食堂の会\t子どもと食べる。", "区分\t事業名\t団体\t内容", "防災の部\t避難の訓練\t自主防災会\t避難する。",
      ])
  }

  @Test("plain text whose cells fill their columns, one space from the next")
  func fullColumns() throws {
    let text = """
      令和5年度 湖畔町 協働事業の一覧
      No.    事業の名称      目的、内容      協力した団体       実施年月日        担当課
      1 湖畔の清掃と水辺の生 湖畔のごみを拾い、子 湖畔町内会連合会、特 令和5年6月4日（120 環境課
          き物しらべ      どもたちと水辺の生き 定非営利活動法人水辺 人）
                     物をしらべて、湖の今 の会
                     を知る。
      2 ふれあい昼食会      一人で暮らす人を招い 食堂の会        令和5年9月17日（35 福祉課
                     て、食事をともにし、             人）
                     困りごとを聞く。
      3 湖畔町民体育大会 第40 走る、投げる、跳ぶ競 湖畔町スポーツ協会、 令和5年10月8日（約40 生涯学習課
          回記念大会      技に、年齢を問わず参 湖畔町立湖畔小学校PT 0人）
                     加する。雨のときは体 A
                     育館で行う。
      4 避難訓練         地震と津波を想定し 湖畔地区自主防災会、 令和6年3月10日（86 総務課
                     て、高台の学校まで歩 湖畔町消防団第二分団 人）
                     く。
      5 図書館の読み聞かせ 絵本を読み、昔の話を 読み聞かせグループこ 令和5年4月から毎月第 図書館
                     語る。        だま          2土曜日
      6 桜まつり         桜の下で歌い、踊る。 湖畔町観光協会、桜を 令和5年5月3日（約2,0 商工観光課
                     出店の売上げを植樹に 守る会、湖畔町商工会 00人）
                     充てる。       青年部
      7 認知症サポーター養成 認知症の人と家族を支 湖畔町社会福祉協議 令和5年7月20日（24 福祉課
          講座         える人を増やす。   会、介護家族のつどい 人）
      8 雪あかりの道       雪のあかりを子どもた 雪あかり実行委員会、 令和6年2月10日（約60 商工観光課
                     ちとつくり、通りにな 湖畔町立湖畔中学校 0人）
                     らべる。
      \u{C}
      """
    let lines = try ReportText(file: "a.txt", bytes: Array(text.utf8)).lines
    let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .filter { $0.count == 6 && Int($0[0]) != nil }
    #expect(
      rows.map { $0[1].filter { $0 != " " } } == [
        "湖畔の清掃と水辺の生き物しらべ", "ふれあい昼食会", "湖畔町民体育大会第40回記念大会", "避難訓練", "図書館の読み聞かせ",
        "桜まつり", "認知症サポーター養成講座", "雪あかりの道",
      ])
    #expect(
      rows.map { $0[3].filter { $0 != " " } } == [
        "湖畔町内会連合会、特定非営利活動法人水辺の会", "食堂の会", "湖畔町スポーツ協会、湖畔町立湖畔小学校PTA",
        "湖畔地区自主防災会、湖畔町消防団第二分団", "読み聞かせグループこだま", "湖畔町観光協会、桜を守る会、湖畔町商工会青年部",
        "湖畔町社会福祉協議会、介護家族のつどい", "雪あかり実行委員会、湖畔町立湖畔中学校",
      ])
    #expect(
      rows.map { $0[5] } == [
        "環境課", "福祉課", "生涯学習課", "総務課", "図書館", "商工観光課", "福祉課", "商工観光課",
      ])
  }
}
