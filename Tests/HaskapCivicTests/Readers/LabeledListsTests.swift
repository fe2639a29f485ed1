import HaskapText
import Testing

@testable import HaskapCivic

/// Lists whose brackets say who did it, days in several cells, and where a city's name ends.
@Suite("Bodies behind labels, days in parts, names of cities") struct LabeledListsTests {
  private static func records(_ text: String, file: String = "a.txt") throws -> [Record] {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8))).records
      .filter { $0.layout != .paragraphs }
  }

  /// Name, bodies, departments, days and people of each record.
  private static func told(_ text: String, file: String = "a.txt") throws -> [String] {
    try records(text, file: file).map { record in
      let days = record.occurrences.map { occurrence in
        [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: "/")
      }
      let facts = [
        [record.name], record.organizations.map(\.name), record.departments, days,
        [record.totalParticipants.map(String.init) ?? ""],
      ]
      return facts.joined().filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("A day beside its month, with the day of the week in brackets")
  func weekdays() throws {
    let head = "令和6年度 東海市 後援事業\n月,日（曜）,行事名,団体\n"
    let expected = ["総会 花の会 2024-04-21", "清掃 川の会 2024-05-11", "花植え 緑の会 2024-06-03"]
    for rows in [
      "4,21（日）,総会,花の会\n5,11（土）,清掃,川の会\n6,3（月）,花植え,緑の会\n",
      "4月,21日(日),総会,花の会\n5月,11日(土),清掃,川の会\n6月,3日(月),花植え,緑の会\n",
    ] {
      #expect(try Self.told(head + rows, file: "a.csv") == expected)
    }
  }

  @Test("Two headings that differ in 開始 and 終了 hold a period")
  func periods() throws {
    for (start, end) in [("委託開始", "委託終了"), ("開始年月", "終了年月"), ("開催開始", "開催終了")] {
      let text =
        "令和6年度\n事業名,団体,\(start),\(end)\n講座,花の会,令和6年6月3日,令和6年11月29日\n清掃,川の会,令和6年6月4日,令和6年7月1日\n"
      #expect(
        try Self.told(text, file: "a.csv")
          == ["講座 花の会 2024-06-03/2024-11-29", "清掃 川の会 2024-06-04/2024-07-01"])
    }
  }

  @Test("Brackets that begin with a label name bodies, and an office behind them")
  func brackets() throws {
    let told = try Self.told(
      """
      令和6年度 東海市 後援事業

      1. 春の音楽会（主催：東海音楽協会）
      2. 夏の茶会（主催：NPO法人東海茶道会）
      3. 秋の音楽会（共催：東海音楽協会／文化課）
      4. 冬の音楽会（主催：東海音楽協会、東海市文化協会）
      5. 年の瀬（主催　東海音楽協会）
      """)
    #expect(
      told == [
        "春の音楽会 東海音楽協会", "夏の茶会 NPO法人東海茶道会", "秋の音楽会 東海音楽協会 文化課",
        "冬の音楽会 東海音楽協会 東海市文化協会", "年の瀬 東海音楽協会",
      ])
    #expect(
      try Self.told("令和6年度\n\n・音楽会（主催：野々市ジャズの会）　令和6年6月2日\n・茶会（主催：茶道会）　令和6年8月6日\n")
        == ["音楽会 野々市ジャズの会 2024-06-02", "茶会 茶道会 2024-08-06"])
  }

  @Test("A wide space behind the number of an item")
  func numbers() throws {
    let text = "令和6年度　飛騨市　市と団体の共催事業\n\n①　太鼓体験（祭保存会）【共催】\n②　ちぎり絵（友の会）【後援】\n"
    #expect(try Self.told(text) == ["太鼓体験 祭保存会", "ちぎり絵 友の会"])
  }

  @Test("Items that begin with their days, below their month or with it")
  func days() throws {
    let months = """
      令和6年度 東海市 行事

      【4月】
      　21日（日）　地区社協総会
      　29日（月）　清掃活動
      【7月】
      　6日（土）　七夕飾りづくり（共催：湖畔保育園保護者会）
      """
    #expect(
      try Self.told(months) == [
        "地区社協総会 2024-04-21", "清掃活動 2024-04-29", "七夕飾りづくり 湖畔保育園保護者会 2024-07-06",
      ])
    let whole = "令和6年度 東海市 行事\n\n4月21日（日）　総会\n5月11日（土）　清掃\n6月3日（月）　花植え\n"
    #expect(try Self.told(whole) == ["総会 2024-04-21", "清掃 2024-05-11", "花植え 2024-06-03"])
  }

  @Test("Labels with wide spaces before their colons, the city at the right of the title")
  func colons() throws {
    let text = """
      様式第5号
      令和4年度　市民提案型まちづくり事業　実績報告書　　真岡市

      １　事業の名称　：　おでむかえ隊
      ２　団体の名称　：　鐵道を応援する会
      ３　市の担当課　：　商工観光課
      ４　実施した日　：　令和5年3月4日（土）
      ５　参加人数　　：　184人
      ６　事業の成果　：　乗客から好評を得た。
      """
    #expect(try Self.told(text) == ["おでむかえ隊 鐵道を応援する会 商工観光課 2023-03-04 184"])
  }

  @Test(
    "Cities whose names hold 市, and what stands before a city",
    arguments: [
      ("四日市市協働事業一覧", "四日市市"), ("廿日市市の協働", "廿日市市"), ("余市町協働事業", "余市町"),
      ("上市町教育委員会", "上市町"), ("令和5年度釧路市市民と行政", "釧路市"), ("函館市町内会一覧", "函館市"),
      ("第3次真庭市地域福祉活動計画", "真庭市"),
    ])
  func cities(title: String, city: String) {
    #expect(ReportCity.find(in: [title]) == city)
  }
}
