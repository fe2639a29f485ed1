import HaskapText
import Testing

@testable import HaskapCivic

/// Shapes that reports of other cities are printed in, each with what a careful reader takes out of it.
@Suite("Shapes of printed reports") struct PrintedShapesTests {
  private static func records(_ text: String, file: String = "report.txt") throws -> [Record] {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8))).records
      .filter { $0.layout == .table }
  }

  private static func dates(_ record: Record) -> [String] {
    record.occurrences.map { occurrence in
      [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: "/")
    }
  }

  @Test("A numbered line above labels and values names the project")
  func sheetsBelowTitles() throws {
    let records = try Self.records(
      """
      令和6年度　協働のまちづくり事業報告
      海辺市 市民部 市民協働課

      １　海岸クリーン作戦
      　実施団体　海辺ライオンズクラブ
      　担当課　　環境政策課
      　日時　　　令和6年7月15日（月・祝）　9:00～11:00
      　場所　　　白浜海岸
      　参加者　　280名

      ２　冬の灯りまつり
      　実施団体　灯りまつり実行委員会
      　担当課　　観光課
      　日時　　　令和6年12月21日（土）、22日（日）
      　場所　　　駅前広場
      　参加者　　約3,500名
      """)
    #expect(records.map(\.name) == ["海岸クリーン作戦", "冬の灯りまつり"])
    #expect(records.map(\.departments) == [["環境政策課"], ["観光課"]])
    #expect(records.map(Self.dates) == [["2024-07-15"], ["2024-12-21/2024-12-22"]])
    #expect(records.map(\.totalParticipants) == [280, 3500])
    #expect(records.map(\.fiscalYear) == [2024, 2024])
  }

  @Test("Labels may end with a colon")
  func colons() throws {
    let records = try Self.records(
      "事業名:,ホタル観察会\n主催:,里山を守る会\n開催日:,2023年6月17日(土)\n参加者数:,65人\n", file: "report.csv")
    #expect(records.map(\.name) == ["ホタル観察会"])
    #expect(records.first?.organizations.map(\.name) == ["里山を守る会"])
    #expect(records.first?.totalParticipants == 65)
  }

  @Test("Columns of parts are added up, unless a sum stands beside them")
  func parts() throws {
    let head = "年度,事業名,実施日,参加人数,,\n,,,大人,子ども,計\n"
    #expect(
      try Self.records("\(head)2023,植樹,6月4日,40,15,55\n", file: "a.csv").map(\.totalParticipants)
        == [55])
    #expect(
      try Self.records(
        "年度,事業名,実施日,参加者数(大人),参加者数(子ども)\n2023,植樹,6月4日,40,15\n2023,清掃,7月2日,20,-\n", file: "a.csv"
      ).map(\.totalParticipants) == [55, 20])
    #expect(
      try Self.records(
        "年度,事業名,実施日,参加者数（延べ）,参加者数（団体）\n2023,植樹,6月4日,40,15\n", file: "a.csv"
      ).map(\.totalParticipants) == [40])
  }

  @Test("Who does what is no body, and 新規 is no way of holding a project")
  func roles() throws {
    let roles = try Self.records(
      "年度,事業名,協働の相手方,役割分担(市),役割分担(団体)\n2023,公園里親,公園里親の会,道具の貸出,清掃\n2023,講座,科学の会,広報,講師派遣\n",
      file: "a.csv")
    #expect(roles.map { $0.organizations.map(\.name) } == [["公園里親の会"], ["科学の会"]])
    let kinds = try Self.records(
      "年度,区分,事業名,団体名,担当課\n2023,継続,見守り,見守り隊,教育課\n2023,新規,交流,交流協会,企画課\n2023,休止,盆踊り,振興組合,商工課\n",
      file: "a.csv")
    #expect(kinds.map(\.name) == ["見守り", "交流", "盆踊り"])
    #expect(kinds.allSatisfy { $0.implementation == nil })
  }

  @Test("Weekdays are read, and days without any year are no fault")
  func days() throws {
    let reading = ReportReader.read(
      try ReportText(
        file: "a.csv",
        bytes: Array("事業名,団体名,実施日\n読み聞かせ,おはなしの会,第2土曜\n献血,献血の会,７／１４\n".utf8)))
    #expect(reading.warnings.isEmpty)
    #expect(reading.records.map { $0.occurrences.first?.label } == ["第2土曜", "7/14"])
  }

  @Test("Bullets and titles in brackets begin a paragraph each")
  func bullets() throws {
    let reading = ReportReader.read(
      try ReportText(
        file: "a.txt",
        bytes: Array("平成30年度 報告\n【健康】\n○ ウォーキング（健康課）\n参加者85人\n○ カフェ（福祉課）\n".utf8)))
    #expect(
      reading.records.map(\.text) == [
        "平成30年度 報告", "【健康】", "○ ウォーキング（健康課）\n参加者85人", "○ カフェ（福祉課）",
      ])
  }

  @Test("Values below their labels, and all of a project on one line")
  func labelsAlone() throws {
    let below = try Self.records(
      "１．事業名\n　　ふれあい農園\n２．協働の相手方\n　　農園友の会\n３．担当課\n　　農政課\n４．実施期間\n　　令和5年4月～11月\n５．参加者\n　　延べ320人\n")
    #expect(below.map(\.name) == ["ふれあい農園"])
    #expect(below.first?.organizations.map(\.name) == ["農園友の会"])
    #expect(below.map(Self.dates) == [["2023-04/2023-11"]])
    #expect(below.first?.totalParticipants == 320)
    let inline = try Self.records(
      "平成29年度協働事業\n事業名：食堂／団体：食堂の会／担当：福祉課／実施：毎月第3日曜\n事業名：学びの場／団体：学びの会／担当：教育課／実施：毎週水曜\n")
    #expect(inline.map(\.name) == ["食堂", "学びの場"])
    #expect(inline.map(\.departments) == [["福祉課"], ["教育課"]])
  }

  @Test("What stands side by side is told one by one, and two lines of a cell apart")
  func sideBySide() throws {
    let twice = try Self.records(
      "事業名,実施主体,参加者,事業名,実施主体,参加者\n花見,東町会,60,夏祭り,西町会,200\n運動会,東町会,150,,,\n", file: "a.csv")
    #expect(twice.map(\.name) == ["花見", "夏祭り", "運動会"])
    #expect(twice.map(\.totalParticipants) == [60, 200, 150])
    let stacked = try Self.records(
      "\"事業名\n(開始年度)\",\"実施団体\n(代表者)\",参加者\n\"夕涼み会\n(H15)\",\"中央自治会\n(田中次郎)\",200\n", file: "a.csv")
    #expect(stacked.map(\.name) == ["夕涼み会"])
    #expect(stacked.first?.organizations.map(\.name) == ["中央自治会"])
  }

  @Test("Those who were meant are not those who came; members are no attendance")
  func attendance() throws {
    let records = try Self.records(
      "年度,事業名,団体名,参加者等\n2023,成人式,実行委員会,対象者412名 出席者350名\n", file: "a.csv")
    #expect(records.map(\.totalParticipants) == [350])
    let bodies = try Self.records(
      "団体名,代表者,会員数,主な活動\nさわやか会,佐藤一郎,25,高齢者宅の訪問\nみどりの風,鈴木花子,48,河川の清掃\n", file: "a.csv")
    #expect(bodies.map(\.name) == ["さわやか会", "みどりの風"])
    #expect(bodies.allSatisfy { $0.totalParticipants == nil })
  }

  @Test("Markup in scripts is theirs, and a script that nothing ends is text")
  func scripts() throws {
    let table =
      "<table><tr><th>事業名</th><th>団体名</th></tr><tr><td>ホタルの里</td><td>ホタルの会<script>tip(\"<i>会</i>\")</script></td></tr></table>"
    let page =
      "<html><head><title>令和6年度 採択事業</title><script>var a = \"<table><tr><td>星の里</td></tr></table>\";</script></head><body>\(table)</body></html>"
    for text in [table, page] {
      let records = try Self.records(text, file: "a.html")
      #expect(records.map(\.name) == ["ホタルの里"])
      #expect(records.flatMap { $0.organizations.map(\.name) } == ["ホタルの会"])
    }
    let open = try ReportText(
      file: "a.html", bytes: Array("<html><body><p>部品 <script> の話</p></body></html>".utf8))
    #expect(
      ReportReader.read(open).records.contains { record in
        record.searchableStrings.contains { $0.contains("の話") }
      })
  }

  @Test("Pages of HTML have lines of blocks, terms, and letters by name")
  func pages() throws {
    let records = try Self.records(
      "<html><head><title>令和4年度 実績</title><script>var a = 1;</script></head><body><h2>1 海岸清掃</h2><dl><dt>実施団体</dt>\n<dd>海を守る会</dd><dt>担当課</dt><dd>環境課</dd><dt>実施日</dt><dd>7月3日</dd></dl></body></html>",
      file: "a.html")
    #expect(records.map(\.name) == ["海岸清掃"])
    #expect(records.map(Self.dates) == [["2022-07-03"]])
    let cells = try Self.records(
      "<table><tr><th>団体名</th><th>活動日</th><th>場所</th></tr><tr><td>ひびき</td><td>第2・第4水曜日&nbsp;19時</td><td>&mdash;</td></tr></table>",
      file: "a.html")
    #expect(cells.first?.occurrences.first?.label == "第2・第4水曜日 19時")
    #expect(cells.first?.rest.contains("場所：—") == true)
  }
}
