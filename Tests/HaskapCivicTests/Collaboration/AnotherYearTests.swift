import HaskapText
import Testing

@testable import HaskapCivic

/// A report of a year that nobody has seen, made up with what such a year may print otherwise: forms in
/// another order, offices of a reorganization, one table in HTML, dates and dashes in other writings,
/// a row that a page cut in two. The answers are written by hand.
@Suite("A report of another year") struct AnotherYearTests {
  private static let report = """
    # 協働事業の実施状況について（令和６年度）

    ## ② 協働の形態：実行委員会・協議会等（２件）

    No.\t協働事業の名称 （担当課）\t実施区分\t協働事業の目的、内容等\t取組に関係した団体等\t実施年月日、参加人数\t取組の効果、市民からの反響等
    １\t第69回とまこまい港まつり（観光振興課）\t例年実施（昭和31年頃から継続実施）\t夏の祭りを開く。\tとまこまい港まつり実行委員会(苫小牧商工会議所、苫小牧観光協会等)\t令和６年８月２日（金）〜４日（日）（延べ約２万３千人）\tにぎわった。
    ２\t苫小牧市地域公共交通協議会（未来創造戦略室）\t隔年実施\t路線を話し合う。\t苫小牧市地域公共交通協議会\t・第１回　令和６年５月２０日（書面開催）　・第２回　令和６年１１月１１日（１８名）\t声が届いた。
    - 12 -
    ## ① 協働の形態：共催（4件）

    <table>
    <tr><th>No.</th><th>協働事業の名称 (担当課)</th><th>実施区分</th><th>協働事業の目的、内容等</th><th>取組に関係した団体等</th><th>実施年月日、参加人数</th><th>取組の効果、市民からの反響等</th></tr>
    <tr><td>1</td><td>まちかどミーティング<br>(市民協働・多様性推進課)</td><td>例年実施<br>(昭和62年頃から継続実施)</td><td>市長と話し合う。</td><td>83町内会</td><td>R6.8.20－R6.10.30 (298人)</td><td>声が集まった。</td></tr>
    <tr>
      <td rowspan="2">2</td><td rowspan="2">親子ふれあい講座 (こども家庭センター)</td><td rowspan="2">毎年実施</td>
      <td rowspan="2">親子で遊ぶ。</td><td rowspan="2"><ul><li>苫小牧市私立幼稚園連合会</li><li>NPO法人 子育て応援団</li></ul></td>
      <td>2024年6月8日(12組30人)</td><td rowspan="2">好評だった。</td>
    </tr>
    <tr><td>2025年2月1日(中止)</td></tr>
    </table>

    <table>
    <tr><td>3</td><td>ロボット教室 (テクノセンター)</td><td>単年度(新規)実施</td><td>ものづくりを学ぶ。</td><td>独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校<br>㈱苫東</td><td>令和6年10月5日、6日 (各日20名)</td><td>楽しんだ。</td></tr>
    <tr><td>4</td><td>消費生活講演会 (市民生活課)</td><td>〃</td><td>暮らしを学ぶ。</td><td>苫小牧消費者協会 外3団体</td><td>令和7年2月15日</td><td>-</td></tr>
    </table>

    ④ 協働の形態：後援（３件）
    【教育委員会名義】（１件）
    No.\t事業の名称\t主催者\t担当部署
    1\t第３２回　絵画展\t絵の会　ひまわり\t文化スポーツ振興課
    【苫小牧市名義】（2件）
    No.\t事業の名称\t主催者\t担当部署
    1\t令和6年度 卓球大会（ラージボールの部）\t苫小牧卓球協会、\tスポーツ推進課
    2\t福祉の集い（第2部）\t(社福)苫小牧市社会福祉協議会\t
    """

  /// Number, department, how often, organizations, dates, total; as `SharedRowsKey` writes them.
  private static let key = [
    "② 1 | 観光振興課 | annual 1956 | とまこまい港まつり実行委員会; 苫小牧商工会議所; 苫小牧観光協会 | 2024-08-02/2024-08-04 約23000人 | 23000",
    "② 2 | 未来創造戦略室 | biennial | 苫小牧市地域公共交通協議会 | 2024-05-20 第１回（書面開催）; 2024-11-11 第２回 18名 |",
    "① 1 | 市民協働・多様性推進課 | annual 1987 | 83町内会 | 2024-08-20/2024-10-30 298人 | 298",
    "① 2 | こども家庭センター | annual | 苫小牧市私立幼稚園連合会; NPO法人 子育て応援団 | 2024-06-08 12組 30人; 2025-02-01 中止 | 30",
    "① 3 | テクノセンター | single_year | 独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校; ㈱苫東 | 2024-10-05 20名; 2024-10-06 20名 | 40",
    "① 4 | 市民生活課 | single_year | 苫小牧消費者協会; 外3団体 | 2025-02-15 |",
    "④ 1 | 文化スポーツ振興課 |  | 絵の会 ひまわり |  |",
    "④ 1 | スポーツ推進課 |  | 苫小牧卓球協会 |  |",
    "④ 2 |  |  | (社福)苫小牧市社会福祉協議会 |  |",
  ]

  @Test func everyRow() throws {
    let reading = ReportReader.read(
      try ReportText(file: "r6.txt", bytes: Array(Self.report.utf8)))
    let lines = reading.records.map(SharedRowsKey.line)
    for (found, wanted) in zip(lines, Self.key) { #expect(found == wanted) }
    #expect(lines.count == Self.key.count)
    #expect(reading.records.allSatisfy { $0.fiscalYear == 2024 })
    #expect(
      reading.records.map(\.name) == [
        "第69回とまこまい港まつり", "苫小牧市地域公共交通協議会", "まちかどミーティング", "親子ふれあい講座", "ロボット教室",
        "消費生活講演会", "第３２回 絵画展", "令和6年度 卓球大会（ラージボールの部）", "福祉の集い（第2部）",
      ])
    #expect(reading.records.map(\.line) == [6, 7, 13, 14, 23, 24, 30, 33, 34])
    #expect(reading.warnings.isEmpty)
  }
}
