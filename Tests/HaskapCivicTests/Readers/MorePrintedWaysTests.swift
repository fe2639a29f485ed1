import HaskapText
import Testing

@testable import HaskapCivic

/// More ways of printing reports, each with what a careful reader takes out of it.
@Suite("More ways of printing reports") struct MorePrintedWaysTests {
  typealias Shape = MunicipalTablesTests.Shape

  @Test("a row tells what it prints", arguments: shapes)
  func rows(_ shape: Shape) throws {
    let text = try ReportText(file: shape.file, bytes: Array(shape.text.utf8))
    let records = ReportReader.read(text).records.filter { $0.layout == .table }
    #expect(records.map(MunicipalTablesTests.told) == shape.rows)
  }

  private static let shapes = [
    Shape(
      "offices in corner brackets, and others counted behind a body",
      "令和５年度\n\n　１．道路の里親【建設課】\n　　　協働団体：花の道を守る会ほか11団体\n　　　活動期間：通年\n　　　活動人数：延べ1,320人\n\n　２．図書館まつり【図書館】\n　　　協働団体：図書館友の会\n　　　活動期間：11月3日\n　　　活動人数：860人\n",
      file: "a.txt", "道路の里親|建設課|花の道を守る会||1320|2023", "図書館まつり|図書館|図書館友の会|2023-11-03|860|2023"),
    Shape(
      "names in angle brackets above spaced labels",
      "センターだより　令和5年度の講座\n\n＜広報講座＞\nと　き　6月10日（土）10時～12時\nところ　市民センター\n共　催　労働金庫、NPO支援センター\n参加者　21人\n\n＜助成金講座＞\nと　き　10月14日（土）13時半～\nところ　市民センター\n共　催　労働金庫\n参加者　33人\n",
      file: "a.txt", "広報講座||労働金庫、NPO支援センター|2023-06-10|21|2023", "助成金講座||労働金庫|2023-10-14|33|2023"),
    Shape(
      "labels in brackets behind names",
      "<h1>協働事業</h1>\n<h2>令和5年度</h2>\n<ul><li>ひまわり畑（提案者：ひまわりの会、担当課：農政課）</li>\n<li>こども店長（提案者：商店街青年部、担当課：観光課）</li></ul>\n",
      file: "a.html", "ひまわり畑|農政課|ひまわりの会|||2023", "こども店長|観光課|商店街青年部|||2023"),
    Shape(
      "a year beside the name of a sheet",
      "協働事業名　　「地図を歩こう」　　　　　令和５年度\n-----------------------------\n担当課　　　　防災安全課　　　　　　協働団体　　　防災の会\n実施時期　　　令和5年6月～9月　　　 参加者数　　　203人\n",
      file: "a.txt", "地図を歩こう|防災安全課|防災の会|2023-06/2023-09|203|2023"),
    Shape(
      "days of an event as columns below a title that says what is counted",
      "令和5年度イベント来場者数\nイベント\t主催\t日程\t1日目\t2日目\t合計\n文化祭\t文化協会\t11/3～11/4\t1,240\t1,530\t2,770\n産業フェア\t商工会\t10/21～10/22\t3,050\t2,890\t5,940\n",
      file: "a.tsv", "文化祭||文化協会|2023-11-03/2023-11-04|2770|2023",
      "産業フェア||商工会|2023-10-21/2023-10-22|5940|2023"),
    Shape(
      "children and adults in columns of their own, a chair with a long name",
      "令和5年度,,,,\n実施団体名,食堂の名称,参加子ども数（人）,参加大人数（人）\nいのちの会 理事長 佐々木次郎,みんなの台所,236,95\nお寺ごはんの会,お寺ごはん,902,320\n",
      "みんなの台所||いのちの会||331|2023", "お寺ごはん||お寺ごはんの会||1222|2023"),
    Shape(
      "people who came in remarks",
      "令和4年度,,,\n事業名,担当課,相手方,備考（参加者等）\n海の日清掃,港湾課,漁業協同組合,参加者920名\n景観塾,都市計画課,建築士会,\"10月に開催、18人が参加\"\n",
      "海の日清掃|港湾課|漁業協同組合||920|2022", "景観塾|都市計画課|建築士会||18|2022"),
    Shape(
      "months as headings above tables of days",
      "# 令和6年度 実績\n\n## 4月\n\n| 日 | イベント | 主催 | 来場者数 |\n|---|---|---|---|\n| 13日 | 桜まつり | 観光協会 | 12,000 |\n| 29日 | 商店街まつり | 商店会 | 3,400 |\n\n## 5月\n\n| 日 | イベント | 主催 | 来場者数 |\n|---|---|---|---|\n| 18日～19日 | クラフト市 | クラフト市実行委員会 | 5,600 |\n",
      file: "a.md", "桜まつり||観光協会|2024-04-13|12000|2024", "商店街まつり||商店会|2024-04-29|3400|2024",
      "クラフト市||クラフト市実行委員会|2024-05-18/2024-05-19|5600|2024"),
    Shape(
      "a sentence between a name and its labels",
      "<html><body><h1>事例集（2023年度）</h1>\n<h2>01　竹林再生</h2>\n<p>竹林を整備しました。</p>\n<ul><li>活動主体：竹の里倶楽部</li><li>行政の担当：農林課</li><li>参加者数：のべ210人</li></ul>\n<h2>02　レシピ本</h2>\n<p>料理を集めました。</p>\n<ul><li>活動主体：食生活協議会</li><li>行政の担当：健康課</li><li>参加者数：38人</li></ul></body></html>\n",
      file: "a.html", "竹林再生|農林課|竹の里倶楽部||210|2023", "レシピ本|健康課|食生活協議会||38|2023"),
    Shape(
      "times that are open at their end, dittos of departments, wide numbers",
      "令和5年度,,,,\n番号,団体名,事業名,実施日時,人数,担当\n１,清水台町会,盆踊り,8月5日（土）18:00～21:00,700名,地域課\n２,コーラスの会,音楽会,12月9日（土）14:00～,130名,〃\n３,おやじの会,校庭キャンプ,7月29日（土）～30日（日）,85名,〃\n",
      "盆踊り|地域課|清水台町会|2023-08-05|700|2023", "音楽会|地域課|コーラスの会|2023-12-09|130|2023",
      "校庭キャンプ|地域課|おやじの会|2023-07-29/2023-07-30|85|2023"),
    Shape(
      "lists below numbered headings, with labels at the ends of their lines",
      "平成30年度　センター事業報告\n\n1　講座\n (1) 女性の起業塾　　H30.9.1～10.6（全6回）　　参加者延べ92名　　共催：商工会議所\n (2) パパの料理　　　H30.6.17　　　　　　　　　 参加者24名　　　　協力：食生活推進員会\n2　講演会\n (1) 記念講演　H30.6.23　参加者210名　主催：実行委員会\n",
      file: "a.txt", "女性の起業塾||商工会議所|2018-09-01/2018-10-06|92|2018",
      "パパの料理||食生活推進員会|2018-06-17|24|2018", "記念講演||実行委員会|2018-06-23|210|2018"),
    Shape(
      "files that web pages offer behind names",
      "<table><tr><th>令和4年度 事業名</th><th>団体名</th><th>担当課</th></tr>\n<tr><td>メダカの学校<br>（報告書：<a href=\"a.pdf\">PDF 1.2MB</a>）</td><td>水辺の会</td><td>環境課</td></tr>\n<tr><td>空襲体験［PDFファイル／214KB］</td><td>平和の会</td><td>総務課</td></tr></table>\n",
      file: "a.html", "メダカの学校|環境課|水辺の会|||2022", "空襲体験|総務課|平和の会|||2022"),
    Shape(
      "sheets of two lines with several labels each",
      "令和5年度　補助事業\n\n地区名：東部地区　　団体名：東部自主防災連合会\n事業名：避難訓練　実施日：令和5年10月22日　参加者：214名\n\n地区名：西部地区　　団体名：西部自主防災会\n事業名：起震車体験　実施日：令和5年11月19日　参加者：98名\n",
      file: "a.txt", "避難訓練||東部自主防災連合会|2023-10-22|214|2023", "起震車体験||西部自主防災会|2023-11-19|98|2023"),
    Shape(
      "days in stress before names, bodies in labeled brackets behind them",
      "### 事業報告 令和5年4月〜令和6年3月\n\n* **4/16（日）** 花見の会（共催：町会連合会） 参加82名\n* **8/5（土）** 夏まつり（共催：商店会） 参加1,900名\n",
      file: "a.md", "花見の会||町会連合会|2023-04-16|82|2023", "夏まつり||商店会|2023-08-05|1900|2023"),
    Shape(
      "offices set apart from names above sentences",
      "３　主な事業\n\n（１）さくらねこ活動　　　　　　　　（担当：生活衛生課）\n　　不妊手術を進めた。令和5年度は62頭に実施し、説明会には延べ88人が参加した。\n\n（２）ごみ出し支援　　　　　　　　（担当：清掃課）\n　　高齢者を支援した。令和5年度の利用者は41人であった。\n",
      file: "a.txt", "さくらねこ活動|生活衛生課|||88|2023", "ごみ出し支援|清掃課|||41|2023"),
    Shape(
      "bodies in a column of teachers as well",
      "令和5年度 共催事業,,\n講座名,講師・協力,期日,受講者数\n陶芸,陶芸同好会,5/13～6/17,15\n郷土史,郷土史会,10/7,47\n",
      "陶芸||陶芸同好会|2023-05-13/2023-06-17|15|2023", "郷土史||郷土史会|2023-10-07|47|2023"),
    Shape(
      "rows without headings, some the whole year",
      "令和元年度　協働事業一覧\n\n  1  花壇管理        公園愛護会           公園課         通年        1,260人\n  2  防犯運動        防犯指導員会         交通防犯課     10月11日       58人\n  3  食育フェア      食生活改善推進員     健康課         11月17日    2,340人\n",
      file: "a.txt", "花壇管理|公園課|公園愛護会||1260|2019", "防犯運動|交通防犯課|防犯指導員会|2019-10-11|58|2019",
      "食育フェア|健康課|食生活改善推進員|2019-11-17|2340|2019"),
    Shape(
      "how the city took part is no body",
      "令和5年度,,,\n事業名,共催・後援等の区分,相手方,来場者等（人）\n市展,共催,美術協会,\"3,820\"\n環境フェア,実行委員会,環境市民会議,\"2,200\"\n",
      "市展||美術協会||3820|2023", "環境フェア||環境市民会議||2200|2023"),
    Shape(
      "labels side by side with a gap of one wide space",
      "令和5年度　補助事業\n\n地区：東　　団体名：東の会　　参加者：20人\n事業名：避難訓練　実施日：令和5年10月22日\n\n地区：西　　団体名：西の会　　参加者：9人\n事業名：炊き出し　実施日：令和5年11月19日\n",
      file: "a.txt", "避難訓練||東の会|2023-10-22|20|2023", "炊き出し||西の会|2023-11-19|9|2023"),
  ]
}
