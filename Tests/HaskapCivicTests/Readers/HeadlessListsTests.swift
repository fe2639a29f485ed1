import HaskapText
import Testing

@testable import HaskapCivic

/// Lists and layouts of other cities that no heading or only a loose one explains.
@Suite("Lists without headings, and loose layouts") struct HeadlessListsTests {
  private static func records(_ text: String, file: String = "report.txt") throws -> [Record] {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8))).records
      .filter { $0.layout != .paragraphs }
  }

  /// Name, bodies, departments, first date and people of each record.
  private static func told(_ records: [Record]) -> [String] {
    records.map { record in
      let facts = [
        [record.name], record.organizations.map(\.name), record.departments,
        record.occurrences.prefix(1).compactMap { $0.start?.description },
        [record.totalParticipants.map(String.init) ?? ""],
      ]
      return facts.joined().filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("Cells tell the columns of a list without headings")
  func rows() throws {
    let records = try Self.records(
      """
      令和5年度　後援した行事の一覧

         1   ピアノ発表会      ピアノ指導者協会      文化会館大ホール      6月10日     120人
         2   書道展            書道連盟              市民ギャラリー        7月1日      85人
         3   合気道大会        合気道連盟            武道館                9月17日     64人
      """)
    #expect(
      Self.told(records) == [
        "ピアノ発表会 ピアノ指導者協会 2023-06-10 120", "書道展 書道連盟 2023-07-01 85",
        "合気道大会 合気道連盟 2023-09-17 64",
      ])
    #expect(records.first?.rest.contains { $0.contains("文化会館大ホール") } == true)
  }

  @Test("Bodies in brackets, numbers in brackets")
  func brackets() throws {
    let records = try Self.records(
      """
      令和5年度 後援事業

      (1) 市民まつり          （市民まつり実行委員会）      10月15日     3,000人
      (2) 里山の手入れ        （里山の会）                  11月3日      25人
      """)
    #expect(
      Self.told(records) == [
        "市民まつり 市民まつり実行委員会 2023-10-15 3000", "里山の手入れ 里山の会 2023-11-03 25",
      ])
  }

  @Test("A row in an open table is no list of its own")
  func openTables() throws {
    let records = try Self.records(
      "令和6年度一覧\nNo.\t事業名\t団体名\t実施日\t参加者数\n\t\t\t\t（人）\n"
        + "1\t木工教室\t木工の会\t6月1日\t20人\n2\t料理教室\t料理の会\t7月1日\t30人\n")
    #expect(Self.told(records) == ["木工教室 木工の会 2024-06-01 20", "料理教室 料理の会 2024-07-01 30"])
  }

  @Test("Lines with a bullet tell of a project each")
  func bullets() throws {
    let records = try Self.records(
      """
      令和5年度　協働事業（環境分野）

      ・川の一斉清掃（環境課） 6月11日 参加者420人 川を守る会
      ・エコ市（ごみ減量課） 11月19日 参加者150人 消費者協会
      """)
    #expect(
      Self.told(records) == [
        "川の一斉清掃 川を守る会 環境課 2023-06-11 420", "エコ市 消費者協会 ごみ減量課 2023-11-19 150",
      ])
    #expect(records.allSatisfy { $0.municipality == nil })
  }

  @Test("The end of a period below its beginning is no row of its own")
  func wrappedPeriods() throws {
    let records = try Self.records(
      """
      団体名                    事業名                      交付額      実施日
      特定非営利活動法人        夜間パトロールと防犯        150,000円   令和4年4月1日～
      まちの灯                  灯の点検                                令和5年3月31日
      青葉町内会                世代間交流もちつき          48,000円    令和4年12月11日
      """)
    #expect(
      Self.told(records) == [
        "夜間パトロールと防犯灯の点検 特定非営利活動法人 まちの灯 2022-04-01", "世代間交流もちつき 青葉町内会 2022-12-11",
      ])
    #expect(records.first?.occurrences.first?.end?.description == "2023-03-31")
  }

  @Test("A bullet names the sheet below it; a term of HTML does")
  func sheets() throws {
    let told = try Self.told(Self.records("■活動見本市\n・開催日：令和5年12月2日\n・場所：広場\n・参加者：410名\n"))
    #expect(told == ["活動見本市 2023-12-02 410"])
    let texts = try [
      "<dl><dt>活動見本市</dt><dd>開催日：令和5年12月2日<br>主催：活動センター<br>参加者：410名</dd></dl>\n",
      "- **活動見本市**\n  - 開催日: 令和5年12月2日\n  - 場所: 広場\n  - 主催: 活動センター\n  - 参加者: 410名\n",
      "【事業名】活動見本市\n【主催】活動センター\n【開催日】令和5年12月2日\n【参加者】410名\n",
    ].map { try Self.told(Self.records($0)) }
    #expect(texts == Array(repeating: ["活動見本市 活動センター 2023-12-02 410"], count: 3))
  }

  @Test("Cells one wide space apart, with slashes between, or on pages set for the screen")
  func loose() throws {
    let expected = ["清掃 緑の会 環境課", "植樹大会 森の会 公園課", "朗読会 声の会 図書館"]
    let rows = [["事業名", "団体名", "担当課"]] + expected.map { $0.split(separator: " ").map(String.init) }
    let spaced = rows.map { $0.joined(separator: "　") }.joined(separator: "\n")
    let slashed = rows.map { $0.joined(separator: " / ") }.joined(separator: "\n")
    #expect(try Self.told(Self.records(spaced)) == expected)
    #expect(try Self.told(Self.records(slashed)) == expected)
    let pages = """
      令和5年度 活動報告                              1/2

      No  活動名              団体名                実施日        参加人数
      1   健康麻雀大会        東地域づくり協議会    5月19日       32
      2   田んぼアート        西地域づくり協議会    6月4日        140
      \u{C}令和5年度 活動報告                              2/2

      No  活動名              団体名                実施日        参加人数
      3   いも煮会            南地域づくり協議会    10月8日       95
      """
    #expect(
      try Self.told(Self.records(pages)) == [
        "健康麻雀大会 東地域づくり協議会 2023-05-19 32", "田んぼアート 西地域づくり協議会 2023-06-04 140",
        "いも煮会 南地域づくり協議会 2023-10-08 95",
      ])
  }

  @Test("A figure set to the right may begin left of its heading")
  func figures() throws {
    let records = try Self.records(
      """
      行事名　　　　　　　開催日　　　　　　主催団体　　　　　　　参加者数
      田植え体験　　　　　５月２１日　　　　農業青年会　　　　　　１２０人
      収穫祭　　　　　　　１１月３日　　　　収穫祭実行委員会　　１，５００人
      """)
    #expect(records.map(\.totalParticipants) == [120, 1500])
  }
}
