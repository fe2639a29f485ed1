import HaskapText
import Testing

@testable import HaskapCivic

/// Reports of other years: other columns, other widths, lost headings, beginnings in the middle.
@Suite("Layouts of collaboration reports") struct CollaborationLayoutTests {
  private static let heading =
    "No.\t協働事業の名称 (担当課)\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t実施年月日、参加人数\t取組の効果、市民からの反響等"

  @Test("full-width figures, half-width colons and a Heisei year")
  func widths() throws {
    let reading = try read(
      """
      3 協働事業実施状況(平成３０年度)

      ②協働の形態:実行委員会・協議会等(１件)

      \(Self.heading)
      １\tまち育て講座（生涯学習課）\t例年実施(平成元年頃から継続実施)\t学びの場。\t苫小牧市ＰＴＡ連合会，勇払自治会\t平成３０年１０月 ６日（土）～７日（日）（約１，２００人）\tよい。
      """)
    let record = try #require(reading.records.first)
    #expect(reading.warnings == [])
    #expect(record.section == "② 実行委員会・協議会等")
    #expect(record.fiscalYear == 2018)
    #expect(record.number == 1)
    #expect(record.name == "まち育て講座")
    #expect(record.departments == ["生涯学習課"])
    #expect(record.implementation == annual(around: 1989))
    #expect(record.organizations == named("苫小牧市ＰＴＡ連合会", "勇払自治会"))
    #expect(
      record.occurrences == [held("2018-10-06", "2018-10-07", 1200, approximate: true)])
  }

  @Test("columns in another order, with a place, a department and participants of their own")
  func columns() throws {
    let reading = try read(
      """
      協働事業実施状況（令和4年度）
      ① 協働の形態：共催（1件）
      番号\t事業名\t担当課\t取組に関係した団体\t会場\t実施年月日\t参加人数\t事業の目的\t実施区分\t効果
      1\tまち育て講座\t生涯学習課\t苫小牧消費者協会\t文化会館\t令和4年7月2日、16日\t延べ40人\t学びの場。\t未定\tよい。
      """)
    let record = try #require(reading.records.first)
    #expect(record.departments == ["生涯学習課"])
    #expect(record.implementation == .init(kind: .other))
    #expect(record.organizations == named("苫小牧消費者協会"))
    #expect(record.occurrences == [held("2022-07-02"), held("2022-07-16", nil, 40)])
    #expect(record.totalParticipants == 40)
    #expect(record.purpose == "学びの場。")
    #expect(record.effect == "よい。")
    #expect(record.remarks == ["会場：文化会館"])
  }

  @Test("a fragment without title and headings: the year follows from the dates, and is noted")
  func fragment() throws {
    let reading = try read(
      """
      4\t研修会 (危機管理室)\t例年実施\t学ぶ。\t苫小牧市消防団\t令和 3年 5月 8日 (12人)\tよい。
      5\t講習会 (危機管理室)\t例年実施\t学ぶ。\t苫小牧市消防団\t令和 4年 2月 8日 (9人)\tよい。
      """)
    #expect(reading.layout == .collaboration)
    #expect(reading.records.map(\.fiscalYear) == [2021, 2021])
    #expect(reading.records.map(\.number) == [4, 5])
    #expect(reading.records.map(\.section) == [nil, nil])
    #expect(
      reading.records[0].notes == [
        .init(kind: .inferred, field: "fiscalYear", reason: "題名がないため、日付から2021年度としました")
      ])
    #expect(
      reading.warnings.map(\.message) == [
        "列の見出しがないため、セルの内容から列を判断しました",
        "年度を示す題名がありません。日付から2021年度としました",
      ])
  }

  @Test("a fragment of the lists of ④ takes its year from the names")
  func sponsorshipFragment() throws {
    let reading = try read(
      """
      【教育委員会名義】（2件）
      No.\t事業の名称\t主催者\t担当部署
      1\t令和3年度 図画コンクール\t苫小牧消費者協会\t生涯学習課
      2\t令和3年度 書道展\t(株)三星\t生涯学習課、青少年課
      """)
    #expect(reading.records.map(\.section) == ["④ 後援 教育委員会名義", "④ 後援 教育委員会名義"])
    #expect(reading.records.map(\.fiscalYear) == [2021, 2021])
    #expect(reading.records[1].departments == ["生涯学習課", "青少年課"])
    #expect(reading.records[1].organizations == hosts("(株)三星"))
  }

  @Test("a row that a page cut in two is one record; a missing number is inferred")
  func cutRows() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      ① 協働の形態：共催（2件）
      \(Self.heading)
      1\t講習会 (危機管理室)\t例年実施\t学ぶ。\t苫小牧市消防団\t令和 2年 5月 8日 (12人)\tよい。

      ① 協働の形態：共催（2件）
      \(Self.heading)
      \t\t\t続けて行う。\t\t令和 2年 6月 9日 (8人)\tとても。
      研修会 (青少年課)\t単年度（新規）実施\t学ぶ。\t町内会\t令和 2年 7月 1日 (5人)\tよい。
      """)
    #expect(reading.records.map(\.name) == ["講習会", "研修会"])
    #expect(reading.records[0].purpose == "学ぶ。 続けて行う。")
    #expect(reading.records[0].effect == "よい。 とても。")
    #expect(reading.records[0].totalParticipants == 20)
    #expect(reading.records[1].number == 2)
    #expect(reading.records[1].notes.map(\.field) == ["number"])
    #expect(reading.warnings == [])
  }

  @Test("a row that lost an empty cell is put below its headings again")
  func shiftedCells() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      1 共催（2件）
      \t協働事業の名称 (担当課)\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t実施年月日、参加人数\t取組の効果
      1\t講習会 (危機管理室)\t学ぶ。\t苫小牧市消防団\t令和 2年 5月 8日 (12人)\tよい。
      2\t研修会<br>(危機管理室)\t例年実施\t苫小牧市消防団\t令和 2年 6月 8日 (2人)\tよい。
      """)
    #expect(reading.records.map(\.section) == ["① 共催", "① 共催"])
    #expect(reading.records.map(\.name) == ["講習会", "研修会"])
    #expect(reading.records.map(\.totalParticipants) == [12, 2])
    #expect(reading.records.map(\.implementation) == [nil, annual()])
    #expect(reading.records.allSatisfy { $0.organizations == named("苫小牧市消防団") })
    #expect(reading.records.map(\.effect) == ["よい。", "よい。"])
  }

  @Test("a cell that goes on in the next line, page numbers, and text outside of tables")
  func looseLines() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      ① 協働の形態：共催（1件）
      \(Self.heading)
      1\t講習会 (危機管理室)\t例年実施\t学ぶ。\t苫小牧市消防団\t令和 2年 5月 8日 (12人)\tよい。
      さらに広げる。

      - 3 -

      この表は速報です。
      """)
    #expect(reading.records.map(\.effect) == ["よい。 さらに広げる。"])
    #expect(reading.unreadLines == 1)
    #expect(
      reading.warnings.map(\.description) == [
        "reports/report.txt:9: 見出しでも行でもなく、項目としては読めません: この表は速報です。"
      ])
  }

  @Test("cells that told nothing are told with what they hold")
  func unreadCells() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      ① 協働の形態：共催（3件）
      \(Self.heading)
      1\t講習会 (危機管理室)\tときどき\t学ぶ。\t苫小牧市消防団\tむかし、だいたい百人\tよい。
      2\t研修会 (危機管理室)\t例年実施\t学ぶ。
      3
      @@\t##
      """)
    #expect(
      reading.warnings.filter { 4...5 ~= $0.line }.map { "\($0.line): \($0.message)" } == [
        "4: 実施区分「ときどき」を読み取れませんでした", "4: 実施年月日、参加人数「むかし、だいたい百人」を読み取れませんでした",
        "5: セルが列より少なく、ずれているおそれがあります",
      ])
    #expect(reading.warnings.contains { $0.message.hasSuffix("項目としては読めません: @@ ##") })
  }

  @Test("dates outside of the year of the report are as printed, and suspect")
  func outsideOfYear() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      ① 協働の形態：共催（1件）
      \(Self.heading)
      1\t講習会 (危機管理室)\t例年実施\t学ぶ。\t苫小牧市消防団\t令和 4年 5月 8日 (12人)\tよい。
      """)
    #expect(reading.records[0].occurrences == [held("2022-05-08", nil, 12)])
    #expect(
      reading.records[0].notes == [
        .init(
          kind: .suspect, field: "occurrences", printed: "2022-05-08",
          reason: "2022-05-08は2020年度の日付ではありません")
      ])
  }

  @Test("the city's name as text recognition misreads it is corrected, 苦手 stays")
  func corrections() throws {
    let reading = try read(
      """
      3 協働事業実施状況（令和2年度）
      ① 協働の形態：共催（1件）
      \(Self.heading)
      1\t苦小牧市講習会 (危機管理室)\t例年実施\t苦手を学ぶ。\t苦小牧市消防団\t令和 2年 5月 8日 (12人)\tよい。
      """)
    let record = reading.records[0]
    #expect(record.name == "苫小牧市講習会")
    #expect(record.organizations == named("苫小牧市消防団"))
    #expect(record.purpose == "苦手を学ぶ。")
    #expect(record.notes.map(\.field) == ["organizations", "name"])
    #expect(record.notes.allSatisfy { $0.kind == .corrected && $0.printed == "苦小牧" })
  }
}
