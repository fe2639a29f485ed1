import HaskapText
import Testing

@testable import HaskapCivic

/// Whole records, written by reading the rows.
@Suite struct CouncilReaderTests {
  private let reading = CouncilReader.read(document: "x", lines: CouncilFixture.lines)

  private func record(at line: Int) -> Record? { reading.records.first { $0.line == line } }

  private func expect(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(self.record(at: record.line) == record, sourceLocation: sourceLocation)
  }

  @Test func everyRowIsOneRecordExceptTheRepeatedProject() {
    #expect(reading.records.map(\.line) == [4, 5, 6, 7, 8, 9] + Array(12...22) + [24, 25])
    #expect(reading.warnings.isEmpty)
    #expect(CouncilReader.confidence(lines: CouncilFixture.lines) == 1)
  }

  @Test func headingLeakedIntoTheFirstRow() {
    expect(
      CouncilFixture.record(4, 1, "社協だより発行業務", "総務課") {
        $0.service = "事業企画広報"
        $0.goal = "基本目標3 地域から信頼される社協づくり「まち」"
        $0.purpose = "年4回の会報"
        $0.effect = "・200号に達した。"
        $0.results =
          CouncilFixture.figures(2025, "発行|4|回", "発行|347400|部")
          + CouncilFixture.figures(2024, "発行|347200|部")
      })
  }

  @Test func subItemsOfOneProject() {
    func subItem(_ line: Int, _ title: String, _ fill: (inout Record) -> Void) -> Record {
      CouncilFixture.record(line, 1, "重層的支援体制整備事業", "地域福祉課") {
        $0.base = "社会福祉事業拠点"
        $0.service = "地域福祉推進事業"
        $0.goal = "基本目標2 笑顔あふれる地域づくり「ちいき」"
        $0.subItem = title
        fill(&$0)
      }
    }
    expect(
      subItem(5, "① 重層的支援体制整備事業") {
        $0.purpose = "場をつくる。"
        $0.effect = "・相談を受けた。"
        $0.results = CouncilFixture.figures(
          2025, "(1) ① 重層的支援対応ケース アウトリーチ|102|件", "(1) ① 重層的支援対応ケース 参加支援|10|件",
          "(1) ② 多機関協働による支援会議|10|件")
      })
    expect(
      subItem(6, "② 生活支援コーディネーター") {
        $0.purpose = "(1) 取組 ① 地域の把握 ② 資源開発"
        $0.effect = "ソフトバンクと連携し相談会を開いた。"
        $0.organizations.append(.init(name: "ソフトバンク", role: .partner))
        $0.results =
          CouncilFixture.figures(
            2025, "(1) ①|164|件", "(1) ②|149|件", "(2) ① 利用者|48|件", "(2) ① ボラ登録者|48|人",
            "(2) ① 対応件数|58|回", "(2) ① 対応件数(内訳: 猫)|49|匹", "(2) ① 対応件数(内訳: 犬)|18|匹",
            "(2) ② 個別ケア会議|45|回", "(2) ② 圏域会議|7|回", "(3) ① ボランティア活動者延べ|1081|人",
            "(3) ② 活動日数|244|日", "(3) ② 利用者延べ|384|人")
          + CouncilFixture.figures(
            2024, "(1) ①|108|件", "(1) ②|247|件", "(2) ① 預かり|36|件", "(2) ① ボラ|46|人",
            "(2) ① 猫|44|匹", "(2) ① 犬|12|匹", "(4) デジタル講座: スマホ講座|1|回",
            "(4) ② もしもシート講座||回")
        $0.notes = [
          .init(
            kind: .suspect, field: "results", printed: "(4) ② もしもシート講座 回",
            reason: "単位の前の数字がありません")
        ]
      })
    expect(
      subItem(7, "③ CSW事業") {
        $0.purpose = "つながりをつくる。 ・LINE相談"
        $0.effect = "居場所を開いた。"
        $0.results =
          CouncilFixture.figures(
            2025, "相談|102|件", "相談(内、来所)|26|件", "支援|90|件", "継続|55|件", "終了|47|件",
            "igocoti(中央店): 実施日数|13|日", "igocoti(中央店): 参加者|276|人",
            "kamakura(児童センター・こども食堂合計) 実施日数|55|日", "kamakura(児童センター・こども食堂合計) 参加者|855|人",
            "居場所ととま: 実施日数|7|日", "居場所ととま: 参加者|142|人", "居場所ととま: 登録者|295|人")
          + CouncilFixture.figures(
            2024, "相談|90|件", "相談(内、来所)|18|件", "kamakura(4時間) 実施日数|11|日",
            "kamakura(4時間) 参加者数|148|人", "職業体験会 協力企業: 三星 参加者|5|人", "LINE相談: 登録者|222|人")
        $0.notes = [
          .init(
            kind: .suspect, field: "results", printed: "居場所ととま: 登録者",
            reason: "前年度は「LINE相談」の数値で、今年度のセルにはその見出しがありません")
        ]
      })
  }

  @Test func rowsShiftedLeft() {
    func inherited(_ record: inout Record) {
      record.base = "社会福祉事業拠点"
      record.service = "地域福祉推進事業"
    }
    expect(
      CouncilFixture.record(8, 4, "介護支援いきいきポイント事業", "地域福祉課") {
        inherited(&$0)
        $0.goal = "基本目標2"
        $0.purpose = "支え合いを広げる。"
        $0.effect = "研修会を開いた。"
        $0.results =
          CouncilFixture.figures(2025, "登録数|244|人", "スキルアップ研修交流会|2|回")
          + CouncilFixture.figures(2024, "登録数|284|人", "スキルアップ研修交流会|3|回")
      })
    expect(
      CouncilFixture.record(9, 5, "無縁仏供養法要事業", "くらし支援課") {
        inherited(&$0)
        $0.goal = "基本目標1"
        $0.purpose = "8月の供養。"
        $0.effect = "周知した。"
        $0.results =
          CouncilFixture.figures(2025, "参加者|50|人")
          + CouncilFixture.figures(2024, "参加者|47|人", "参加者(内、一般参加)|22|人")
        $0.occurrences = [CouncilFixture.held("2025-08-20", 50, "人")]
        $0.totalParticipants = 50
      })
  }

  @Test func aServiceWithoutABaseKeepsTheBaseAbove() {
    func elderly(_ record: inout Record) {
      record.base = "社会福祉事業拠点"
      record.service = "高齢者福祉推進事業"
      record.goal = "基本目標1"
    }
    expect(
      CouncilFixture.record(12, 1, "愛の一声運動", "くらし支援課") {
        elderly(&$0)
        $0.purpose = "安否を確かめる。"
        $0.effect = "研修をした。"
        $0.results =
          CouncilFixture.figures(2025, "3月末: 登録世帯|289|世帯", "配付利用者実績|3121|件", "安否確認件数|225|件")
          + CouncilFixture.figures(
            2024, "3月末: 登録世帯|280|世帯", "配付利用者実績|3423|件", "安否確認件数|186|件")
      })
    expect(
      CouncilFixture.record(13, 3, "在宅介護リフレッシュ事業", "くらし支援課") {
        elderly(&$0)
        $0.purpose = "日帰りの交流。"
        $0.effect = "PRした。"
        $0.results =
          CouncilFixture.figures(2025, "参加|14|人")
          + CouncilFixture.figures(2024, "第1回 参加|18|人", "第2回 参加|14|人")
        $0.occurrences = [CouncilFixture.held("2025-11-12", 14, "人")]
        $0.totalParticipants = 14
      })
  }
}
