import HaskapText
import Testing

@testable import HaskapCivic

/// Whole records of the centers the council runs: no service, names without numbers, small tables.
@Suite struct CouncilCenterTests {
  private let records = CouncilReader.read(document: "x", lines: CouncilFixture.lines).records

  private func expect(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      records.first { $0.line == record.line } == record, sourceLocation: sourceLocation)
  }

  @Test func aNameWithoutANumber() {
    expect(
      CouncilFixture.record(21, nil, "法人後見事業", "成年後見支援センター") {
        $0.base = "成年後見制度事業拠点"
        $0.goal = "基本目標1"
        $0.purpose = "後見"
        $0.effect = "標準化"
        $0.results =
          CouncilFixture.figures(
            2025, "苫社協受任|122|件", "(三町各社協受任) 厚真町|4|件", "(三町各社協受任) 安平町|5|件",
            "(三町各社協受任) むかわ町|18|件", "監督|3|件")
          + CouncilFixture.figures(2024, "苫社協受任|131|件")
        $0.notes = [
          .init(
            kind: .corrected, field: "results", printed: "苦社協受任",
            reason: "「苫」を「苦」と読み違えたもの（苫社協）")
        ]
      })
  }

  @Test func aProjectOnTwoRowsIsOneRecord() {
    expect(
      CouncilFixture.record(22, 1, "成年後見支援センター事業", "成年後見支援センター") {
        $0.base = "成年後見制度事業拠点"
        $0.goal = "基本目標1"
        $0.purpose = "広報 ①講座"
        $0.effect = "支援"
        $0.results =
          CouncilFixture.figures(2025, "市民後見人|86|件", "市民後見人|46|人")
          + CouncilFixture.figures(2024, "市民後見人|86|件", "市民後見人|49|人")
          + CouncilFixture.figures(
            2025, "開催|3|回", "① 受講者 苫小牧市|29|人", "① 受講者 安平町|6|人", "① 受講者(内登録) 苫小牧市|17|人",
            "① 受講者(内登録) 安平町|5|人", "② 参加者 苫小牧市|136|人", "② 参加者 厚真町|4|人",
            "② 参加者 むかわ町|12|人", "② 参加者 安平町|14|人", "③ 開催|11|回", "③ 相談件数|27|件",
            "⑤ 苫小牧市 開催|3|回", "⑤ 苫小牧市: 説明会|27|人", "⑤ 苫小牧市: 相談会|2|人", "⑥ 苫小牧|67|件",
            "⑥ 3町|0|件", "【R7相談対応件数】 苫小牧|233|件", "【R7相談対応件数】 3町|41|件",
            "【R7相談対応件数】 電話、来所及び 訪問対応延べ|2814|件")
      })
  }

  @Test func listsOfEvents() {
    expect(
      CouncilFixture.record(24, 1, "男女平等参画推進センター事業", "男女平等参画推進センター") {
        $0.base = "指定管理事業拠点"
        $0.goal = "基本目標3"
        $0.purpose = "講習"
        $0.effect = "運営"
        $0.results = CouncilFixture.figures(
          2025, "利用料収入|2498925|円", "登録サークル|36|サークル", "【講演会】 (1) ストレッチ講座|4|回",
          "【講演会】 (1) ストレッチ講座 参加|10|人", "【講演会】 (1) ストレッチ講座 延べ|38|人",
          "【講演会】 (1) 防災 参加者|20|人", "【講演会】 (1) ジェンダー|1|回", "【講演会】 (1) ジェンダー 参加者|20|人",
          "【講演会】 (2) 起業相談 相談者|11|人", "【講演会】 (2) コワーキング@プラス開催|2|回",
          "【講演会】 (2) コワーキング@プラス開催: 参加者|6|人", "【講演会】 (5) 図書資料の充実と貸出 利用者|98|人")
      })
    expect(
      CouncilFixture.record(25, 2, "市民活動センター管理運営事業", "総務課") {
        $0.base = "指定管理事業拠点"
        $0.goal = "基本目標3"
        $0.purpose = "貸館 (1)利用"
        $0.effect = "維持"
        $0.results =
          CouncilFixture.figures(
            2025, "(1) センターの貸館業務(利用料金の収受) 利用件数|3741|件", "(アンケートの実施) 回収|334|件",
            "(自主事業を開催) 市民ギャラリー絵画展|24|作品", "(自主事業を開催) 市民ギャラリー絵画展 来場者|143|人")
          + CouncilFixture.figures(2024, "利用件数|3684|件", "絵画展|24|作品", "絵画展 来場者|242|人")
        $0.occurrences = [
          CouncilFixture.held("2025-05-24", nil, nil, "花壇づくり"),
          CouncilFixture.held("2025-12-17/2025-12-20", 143, "人", "市民ギャラリー絵画展"),
        ]
        $0.totalParticipants = 143
      })
  }
}
