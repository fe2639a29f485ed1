import HaskapText
import Testing

@testable import HaskapCivic

/// Tables as offices of towns make them, each row with what a careful reader takes out of it:
/// name | departments | bodies | dates | people | fiscal year.
@Suite("Tables of town offices") struct MunicipalTablesTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var file = "a.csv"
    var text: String
    var rows: [String]

    init(_ kind: String, _ text: String, file: String = "a.csv", _ rows: String...) {
      (testDescription, self.file, self.text, self.rows) = (kind, file, text, rows)
    }
  }

  @Test(
    "a row tells what it prints",
    arguments: Array(
      [
        shapes, Shape.moreTownTables, Shape.printedWays, Shape.morePrintedWays, Shape.yearbooks,
        Shape.copiedPages, Shape.notices, Shape.moreNotices, Shape.bulletins, Shape.inventories,
        Shape.sheetsAndLists, Shape.namesAndBodies,
        Shape.listsAndSheets, Shape.rowsApart, Shape.namesAndLabels, Shape.rowsAndDays,
        Shape.betweenRows,
      ].joined()))
  func rows(_ shape: Shape) throws {
    #expect(try Self.rows(of: shape) == shape.rows)
  }

  /// What the reader takes out of a shape's tables.
  static func rows(of shape: Shape) throws -> [String] {
    let text = try ReportText(file: shape.file, bytes: Array(shape.text.utf8))
    return ReportReader.read(text).records.filter { $0.layout == .table }.map(told)
  }

  static func told(_ record: Record) -> String {
    let dates = record.occurrences.compactMap { occurrence in
      occurrence.start.map { start in
        "\(start)" + (occurrence.end.map { "/\($0)" } ?? "")
      }
    }
    return [
      record.name, record.departments.joined(separator: "、"),
      record.organizations.map(\.name).joined(separator: "、"), dates.joined(separator: "、"),
      record.totalParticipants.map { "\($0)" } ?? "", record.fiscalYear.map { "\($0)" } ?? "",
    ].joined(separator: "|")
  }

  private static let shapes = [
    Shape(
      "sums do not tell what a column holds",
      "令和5年度 交付実績,,,\nコース,団体名,事業名,確定額\n初級,花の会,花壇づくり,50000\n,小計,1件,50000\n上級,はらっぱ,学習支援,9000\n,小計,1件,9000\n合計,,2件,59000\n",
      "花壇づくり||花の会|||2023", "学習支援||はらっぱ|||2023"),
    Shape(
      "what is run names its row, and the day of a list is in its year",
      "指定管理者（令和5年4月1日現在）\n施設名,指定管理者,公募・非公募,指定期間\n体育館,社会福祉法人みどり市社会福祉協議会,公募,R3.4.1～R8.3.31\n会館,共同事業体,非公募,R5.4.1～R10.3.31\n",
      "体育館||社会福祉法人みどり市社会福祉協議会|2021-04-01/2026-03-31||2023",
      "会館||共同事業体|2023-04-01/2028-03-31||2023"),
    Shape(
      "brackets behind a number tell a part of it",
      "令和4年度 訓練\n実施団体,訓練の種類,訓練場所,参加人員（うち職員）\n東町内会,消火訓練,公園,85（4）\n西町内会,避難訓練,小学校,約3千5百人\n",
      "消火訓練||東町内会||85|2022", "避難訓練||西町内会||3500|2022"),
    Shape(
      "what took place comes before what was planned, and times are no days",
      "令和5年度,,,,,,\n講座名,実施予定日,実施日,開始,終了,申込者数,参加者数\n料理,7月1日,7月8日,10:00,11:30,35,19\n木工,8月5日,8月5日,13:30,15:00,16,15\n",
      "料理|||2023-07-08|19|2023", "木工|||2023-08-05|15|2023"),
    Shape(
      "labels and values with blank cells, and a label below a merged one",
      "調査票,,,,\n（令和5年度実績）,,,,\n事業名,,見守り,,\n担当部署,,高齢課,,\n相手方,団体名,ひだまり会,,\n,代表者,大西 和夫,,\n参加者数,,延べ356人,,\n",
      "見守り|高齢課|ひだまり会||356|2023"),
    Shape(
      "months above figures",
      "令和5年度 利用者数,,,,\n事業名,4月,5月,3月,計\n相談,12,15,9,36\nサロン,40,38,42,120\n",
      "相談|||||2023", "サロン|||||2023"),
    Shape(
      "headings as people say it",
      "やったこと,いつ,どこで,いっしょにやった団体,来た人の数\nもちつき,2023年12月10日,公民館,子ども会・老人会,95人\n草刈り,2023年7月2日,土手,消防団,40人\n",
      "もちつき||子ども会、老人会|2023-12-10|95|2023", "草刈り||消防団|2023-07-02|40|2023"),
    Shape(
      "a section of an office, and bodies with who speaks for them",
      "令和5年度一覧,,\n事業名（回数）,団体名（代表者）,実施日\n【環境課】,,\n川そうじ,川の会（会長 木村修）,\"6月4日から同月6日まで\"\n【福祉課】,,\nいこい,未定,6/4〜7/2の毎週日曜\n",
      "川そうじ|環境課|川の会|2023-06-04/2023-06-06||2023", "いこい|福祉課||2023-06-04/2023-07-02||2023"),
    Shape(
      "words broken over lines of a cell",
      "令和5年度,,\n事業名,担当課,相手方\n講座,\"長寿\n社会課\",\"シニアクラブ\n連合会\"\n清掃,\"環境課\n道路課ほか\",\"(公財)文化振興財団・みなと交響楽団\"\n",
      "講座|長寿社会課|シニアクラブ連合会|||2023",
      "清掃|環境課、道路課|(公財)文化振興財団、みなと交響楽団|||2023"),
    Shape(
      "bodies below a merged project",
      "令和5年度,,,\n課,補助金名,交付団体名,交付額\n市民課,交付金,第一協議会,1200\n,,第二協議会,1150\n高齢課,補助金,老人会,860\n",
      "交付金|市民課|第一協議会|||2023", "交付金|市民課|第二協議会|||2023", "補助金|高齢課|老人会|||2023"),
    Shape(
      "periods and years in titles of several tables",
      "１　令和4年度,,\n事業名,団体名,実施日\n植樹祭,緑化会,10月1日\n\n２　2023（令和5）年度,,\n事業名,団体名,実施日\n下草刈り,緑化会,9月30日\n\n実績（令和6年4月～令和7年3月）,,\n事業名,団体名,実施日\n炭焼き,緑化会,2月1日\n",
      "植樹祭||緑化会|2022-10-01||2022", "下草刈り||緑化会|2023-09-30||2023",
      "炭焼き||緑化会|2025-02-01||2024"),
    Shape(
      "letters spread over headings, and numbers in front of names",
      "令和５年度　町内会　報告\n月　日　　　　行　　事　　　　　参加者\n４月１６日　　１　定期総会　　　５２名\n５月２８日　　２　春の清掃　　　１１０名\n",
      file: "a.txt", "定期総会|||2023-04-16|52|2023", "春の清掃|||2023-05-28|110|2023"),
    Shape(
      "rules of characters",
      "令和5年度\n┌──┬────┬───┐\n│番号│事業名　│団体名│\n├──┼────┼───┤\n│１　│ほたるの│花の会│\n│　　│夕べ　　│　　　│\n├──┼────┼───┤\n│２　│書き初め│鳥の会│\n└──┴────┴───┘\n",
      file: "a.txt", "ほたるの夕べ||花の会|||2023", "書き初め||鳥の会|||2023"),
    Shape(
      "a page's layout is a table around tables",
      "<table><tr><td><table><caption>平成30年度</caption><tr><th>行事</th><th>相手方</th><th>期日</th></tr><tr><td>寄席</td><td>落語会</td><td>H30.9.8</td></tr></table></td></tr></table>",
      file: "a.html", "寄席||落語会|2018-09-08||2018"),
    Shape(
      "headings with the numbers of questions, and a sum right before its figure",
      "令和5年度 調査,,,\n課名,Q1事業名,Q2協働の相手,Q3実施した日,Q4参加した人数\n防災課,防災講座,管理組合連合会,6月24日,72\n博物館,発掘体験,考古学友の会,8月19日,30人うち子ども12人\n,,,（総務部 計）,102\n",
      "防災講座|防災課|管理組合連合会|2023-06-24|72|2023", "発掘体験|博物館|考古学友の会|2023-08-19|30|2023"),
    Shape(
      "a period in two columns, and figures of several years",
      "事業名,団体名,契約期間（自）,契約期間（至）,R4実績,R5実績\n運営,ネット,R5.4.1,R6.3.31,120,185\n講座,研究所,R5.7.1,R5.12.28,80,95\n",
      "運営||ネット|2023-04-01/2024-03-31||2023", "講座||研究所|2023-07-01/2023-12-28||2023"),
    Shape(
      "two things in one column",
      "令和5年度,,\n事業名／実施日,協働相手,,人数\n,種別,名称,\n\"清掃\n（6月4日）\",NPO,\"1 花の会\n2 緑の会\",30\n\"祭り\n（6/3・10・17）\",町内会,商工会青年部・JA青年部,25\n",
      "清掃||花の会、緑の会|2023-06-04|30|2023",
      "祭り||商工会青年部、JA青年部|2023-06-03、2023-06-10、2023-06-17|25|2023"),
    Shape(
      "pipes without rules around them",
      "R5 市民事業\n事業名｜団体名｜とき｜来場\n朗読会｜花の会､緑の会｜6月4日｜30\n工作｜花の会／緑の会｜7月2日｜25\n",
      file: "a.txt", "朗読会||花の会、緑の会|2023-06-04|30|2023", "工作||花の会、緑の会|2023-07-02|25|2023"),
    Shape(
      "months and days in columns of their own",
      "令和5年度,,,,\n月,日,行事,相手,人数\n4,16,総会,婦人会,42\n8,5・6,夏祭り,老人会,260\n1,7,どんど焼き,消防団・PTA,88\n",
      "総会||婦人会|2023-04-16|42|2023", "夏祭り||老人会|2023-08-05/2023-08-06|260|2023",
      "どんど焼き||消防団、PTA|2024-01-07|88|2023"),
    Shape(
      "an office in the title, and what was meant beside what came",
      "令和5年度　講座　　担当：生涯学習課,,,\n事業名,期日,参加者数,\n,,定員,実績\nヨガ,10/5～12/21,20,延165\n*木工*,12/23,15,14\n",
      "ヨガ|生涯学習課||2023-10-05/2023-12-21|165|2023", "木工|生涯学習課||2023-12-23|14|2023"),
    Shape(
      "labels that numbers in brackets begin",
      "令和６年度　事業報告\n\n１　養成講座\n　(1) 期　日　令和６年６月５日～７月３日（全５回）\n　(2) 会　場　福祉センター\n　(3) 参加者　延べ９８名\n　(4) 協　力　手話の会\n",
      file: "a.txt", "養成講座||手話の会|2024-06-05/2024-07-03|98|2024"),
    Shape(
      "words for people and for days that no list has",
      "令和5年度,,,\n事業名,町会名,開催時間,聴講者数\n講話,東町,6月4日 10時～,24\n朗読,西町,7月2日 13時～,31\n",
      "講話||東町|2023-06-04|24|2023", "朗読||西町|2023-07-02|31|2023"),
    Shape(
      "a table of its own headings is no report known by its cells",
      "令和5年度\n番号\t事業名\t協働の相手方\t担当課\n1\t絵本\t文化協会　保護司会\t美術館\n2\t餌やり\t花と緑の会\t動物園\n3\t展示\t郵便局／手話サークル あかり\t環境課及び道路課\n",
      file: "a.tsv", "絵本|美術館|文化協会、保護司会|||2023", "餌やり|動物園|花と緑の会|||2023",
      "展示|環境課、道路課|郵便局、手話サークル あかり|||2023"),
    Shape(
      "numbered labels, and boxes to tick",
      "令和5年度　調査票\n\n１　事業名　　　　　　地域防災\n２　所管課　　　　　　危機管理課\n３　協働の相手方　　　防災組織連絡会\n４　協働の形態　　　　□共催　■委託　□補助\n５　参加者数　　　　　４５人\n",
      file: "a.txt", "地域防災|危機管理課|防災組織連絡会||45|2023"),
    Shape(
      "lists without numbers on a page",
      "<h2>2023年度の活動</h2><ul><li>市民マラソン（共催）</li><li>絵画展（後援）</li><li>海の日清掃（協力）</li></ul>",
      file: "a.html", "市民マラソン|||||2023", "絵画展|||||2023", "海の日清掃|||||2023"),
    Shape(
      "lists with forms in corners", "令和5年度\n(１) 音楽祭【後援】\n(２) スキー大会【共催】\n・写真展（後援）\n", file: "a.txt",
      "音楽祭|||||2023",
      "スキー大会|||||2023", "写真展|||||2023"),
  ]
}
