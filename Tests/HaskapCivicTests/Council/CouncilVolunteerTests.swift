import HaskapText
import Testing

@testable import HaskapCivic

/// Whole records of pages on which last year's column has moved.
@Suite struct CouncilVolunteerTests {
  private let records = CouncilReader.read(document: "x", lines: CouncilFixture.lines).records

  private func expect(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      records.first { $0.line == record.line } == record, sourceLocation: sourceLocation)
  }

  private func volunteers(
    _ line: Int, _ number: Int, _ name: String, goal: Int = 2, _ purpose: String, _ effect: String,
    _ fill: (inout Record) -> Void
  ) -> Record {
    CouncilFixture.record(line, number, name, "地域福祉課") {
      $0.base = "社会福祉事業拠点"
      $0.service = "ボランティアセンター事業"
      $0.goal = "基本目標\(goal)"
      $0.purpose = purpose
      $0.effect = effect
      fill(&$0)
    }
  }

  @Test func datesOfTheWholeFiscalYear() {
    expect(
      volunteers(14, 2, "傾聴ボランティア養成事業", "講座", "育成した。") {
        $0.results =
          CouncilFixture.figures(
            2025, "① 傾聴ボランティア講習会 参加者|65|名", "② やさしい日本語講座(兼第3回防災ボランティア研修交流会) 参加者|44|名")
          + CouncilFixture.figures(2024, "(2) ① 傾聴講習会 参加者|60|名")
        $0.occurrences = [
          CouncilFixture.held("2026-03-10", 65, "名", "傾聴ボランティア講習会"),
          CouncilFixture.held("2026-02-07", 44, "名", "やさしい日本語講座(兼第3回防災ボランティア研修交流会)"),
        ]
        $0.totalParticipants = 109
      })
    expect(
      volunteers(20, 10, "絵本読み聞かせボランティア講習会", "技法", "充実") {
        $0.results =
          CouncilFixture.figures(
            2025, "開催|3|回", "参加者(延べ)|47|人", "フォローアップ研修|3|回", "フォローアップ研修 参加者|7|人")
          + CouncilFixture.figures(2024, "実施|3|回", "参加者(延べ)|73|名")
        $0.occurrences = [
          CouncilFixture.held("2025-09-18/2025-10-03", 47, "人"),
          CouncilFixture.held("2025-12-16/2025-12-18", 7, "人", "フォローアップ研修"),
        ]
        $0.totalParticipants = 54
      })
  }

  @Test func listsWithoutSubItems() {
    expect(
      volunteers(15, 3, "災害ボランティアセンター整備", "・備える。 ①講座 ②体験", "・苫小牧市と連携・協議した。") {
        $0.organizations.append(.init(name: "苫小牧市", role: .partner))
        $0.results =
          CouncilFixture.figures(
            2025, "② 参加者|4|家族", "② 参加者|12|名", "③ 防災ボランティア研修交流会 第1回 参加者|35|人",
            "③ 防災ボランティア研修交流会 第2回 参加者|49|人")
          + CouncilFixture.figures(
            2024, "① 開催|3|回", "① 参加者|48|人", "③ 防災ボランティア登録者研修交流会 第1回 参加者|41|人")
        $0.occurrences = [
          CouncilFixture.held("2026-02-11", 12, "名"),
          CouncilFixture.held("2025-07-05", 35, "人", "防災ボランティア研修交流会 第1回"),
          CouncilFixture.held("2025-11-26", 49, "人", "防災ボランティア研修交流会 第2回"),
        ]
        $0.totalParticipants = 96
      })
  }

  @Test func figuresBetweenDotsAndBrackets() {
    expect(
      volunteers(16, 5, "雪かきボランティア事業", goal: 1, "除雪", "続けた。") {
        $0.results =
          CouncilFixture.figures(2025, "利用登録件数|236|件", "稼働件数(延べ)|819|件")
          + CouncilFixture.figures(2024, "(5)(延べ件数)|1073|件")
      })
    expect(
      volunteers(17, 7, "ボラセンフェスティバル", "交流", "広げた。") {
        $0.results =
          CouncilFixture.figures(2025, "来場者|685|人", "ボランティア 個人(延べ)|62|人", "ボランティア 団体|34|-")
          + CouncilFixture.figures(2024, "来場者|571|名", "ボランティア(延べ)|109|名")
        $0.occurrences = [CouncilFixture.held("2025-10-25", 685, "人")]
      })
  }

  @Test func headingsInCornerBrackets() {
    expect(
      volunteers(18, 8, "福祉学習推進事業", "授業", "講師") {
        $0.results =
          CouncilFixture.figures(
            2025, "【出前講座】 学校|18|校", "【出前講座】 学校: 延べ|114|学級", "【出前講座】 地域|4|団体",
            "【研修会】 「福祉の学習推進セミナー」 参加者|9|人")
          + CouncilFixture.figures(2024, "|17|校", "延べ|122|学級", "「福祉の学習推進セミナー」 参加者|11|名")
        $0.occurrences = [CouncilFixture.held("2025-08-29", 9, "人", "「福祉の学習推進セミナー」")]
        $0.totalParticipants = 9
      })
    expect(
      volunteers(19, 9, "おしゃべりカフェPeace", "居場所", "話せる場") {
        $0.results =
          CouncilFixture.figures(2025, "開催|12|回", "参加者(延べ)|196|人")
          + CouncilFixture.figures(2024, "実施回数|9|回", "参加者(延べ)|228|名")
        $0.totalParticipants = 196
      })
  }
}
