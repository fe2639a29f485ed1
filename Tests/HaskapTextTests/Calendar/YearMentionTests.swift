import HaskapText
import Testing

@Suite struct YearMentionTests {
  @Test(arguments: [
    ("令和2年度技術者研修を計画・実施する。", ["令和2年度": YearSpan.fiscal(2020)]),
    ("例年実施（昭和47年 頃から継続実施）", ["昭和47年": .calendar(1972)]),
    ("令和 2年 8月25日～ 令和 2年10月29日（261 人）", ["令和 2年": .calendar(2020)]),
    ("平成24年度から「ゼロごみの日」と改称。", ["平成24年度": .fiscal(2012)]),
    ("2023年、過去の教訓を", ["2023年": .calendar(2023)]),
    ("計画（2020～2024）と2023年度QC手法", ["2023年度": .fiscal(2023)]),
    ("令和2年度～令和5年度の計画", ["令和2年度～令和5年度": YearSpan(first: 2020, last: 2023, kind: .fiscal)]),
    ("R5年度に開催", ["R5年度": .fiscal(2023)]),
    ("Skyscan2214、VOL31、J1、AR5年", [:]),
    ("5年から3年間、約1,423人", [:]),
    ("平成23年度から実行委員会形式", ["平成23年度": .fiscal(2011)]),
  ])
  func namesYears(text: String, expected: [String: YearSpan]) {
    let mentions = YearMention.all(in: text)
    let found = mentions.map { (String(text[$0.range]), $0.span) }
    #expect(Dictionary(found, uniquingKeysWith: { first, _ in first }) == expected)
  }

  @Test func keepsTheOrderAndThePlace() {
    let text = "令和5年10月 1日、令和 6年 1月21日"
    let mentions = YearMention.all(in: text)
    #expect(mentions.map { $0.span } == [.calendar(2023), .calendar(2024)])
    #expect(mentions.map { text[$0.range] } == ["令和5年", "令和 6年"])
  }
}
