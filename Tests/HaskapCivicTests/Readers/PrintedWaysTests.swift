import HaskapText
import Testing

@testable import HaskapCivic

/// Ways of printing reports that offices take when no table is at hand, and tables of unusual columns.
@Suite("Ways of printing reports") struct PrintedWaysTests {
  typealias Shape = MunicipalTablesTests.Shape

  @Test("a row tells what it prints", arguments: shapes)
  func rows(_ shape: Shape) throws {
    let text = try ReportText(file: shape.file, bytes: Array(shape.text.utf8))
    let records = ReportReader.read(text).records.filter { $0.layout == .table }
    #expect(records.map(MunicipalTablesTests.told) == shape.rows)
  }

  private static let shapes = [
    Shape(
      "headings of Markdown as labels",
      "# 令和4年度の採択事業\n\n### 百人一首の会\n\n#### 提案団体\n\nかるたの会\n\n#### 担当課\n教育部図書館\n\n### ヤギの散歩\n\n#### 提案団体\n\nヤギの会\n\n#### 担当課\n農政課\n",
      file: "a.md", "百人一首の会|教育部図書館|かるたの会|||2022", "ヤギの散歩|農政課|ヤギの会|||2022"),
    Shape(
      "labels without any mark, names right above them",
      "令和4年度 採択事業\n\n花壇づくり\n事業概要\n花を植えた。\n提案団体\n花の会\n担当課\n公園課\nヤギの散歩\n事業概要\nヤギと歩いた。\n提案団体\nヤギの会\n担当課\n農政課\n",
      file: "a.txt", "花壇づくり|公園課|花の会|||2022", "ヤギの散歩|農政課|ヤギの会|||2022"),
    Shape(
      "projects told in sentences",
      "■ 令和5年度の取組\n\n○ 河川清掃（環境課）\n　5月28日（日）、町内会連合会と河川愛護団体の協力により実施。参加者2,310人。\n\n○ 読み聞かせ講座（学習課）\n　6月3日から7月8日まで全6回。おはなしの会どんぐりに委託。修了者14人。\n",
      file: "a.txt", "河川清掃|環境課|町内会連合会、河川愛護団体|2023-05-28|2310|2023",
      "読み聞かせ講座|学習課|おはなしの会どんぐり|2023-06-03/2023-07-08|14|2023"),
    Shape(
      "letters that offices count with",
      "２　令和元年度事業実績\n　(1) 出前講座\n　　　ア　サポーター養成　　12回　延べ348人　　（環境衛生課）\n　　　イ　金融教室　　　　　 3回　延べ 95人　　（信用金庫）\n",
      file: "a.txt", "サポーター養成|環境衛生課|||348|2019", "金融教室||信用金庫||95|2019"),
    Shape(
      "labels on the lines of a list, one item below a group",
      "令和5年度市民活動報告\n\n【福祉】\n・傾聴講座　主催：傾聴の会　日時：令和5年9月2日～9月30日　参加：18人\n・配食　主催：配食の会　日時：令和5年6月3日　参加：9人\n【環境】\n・海ごみ調査　主催：NPO法人渚の会　日時：令和5年7月17日　参加：95人\n",
      file: "a.txt", "傾聴講座||傾聴の会|2023-09-02/2023-09-30|18|2023", "配食||配食の会|2023-06-03|9|2023",
      "海ごみ調査||NPO法人渚の会|2023-07-17|95|2023"),
    Shape(
      "numbered items with two labels",
      "Ⅱ　令和４年度の取組\n\n(1) まちづくり懇談会の開催（市民協働課）\n　　開催日：令和4年7月12日、7月20日\n　　参加者：計94人\n(2) 女性研修の開催（人権課）\n　　開催日：令和4年9月8日\n　　参加者：22人\n",
      file: "a.txt", "まちづくり懇談会の開催|市民協働課||2022-07-12、2022-07-20|94|2022",
      "女性研修の開催|人権課||2022-09-08|22|2022"),
    Shape(
      "numbered cases with labels below",
      "事例紹介（令和５年度）\n\n事例１　買い物支援バス\n　■実施主体　　山里振興会\n　■担　　当　　地域振興課\n　■利用者数　　延べ1,096人\n\n事例２　廃校芸術祭\n　■実施主体　　芸術祭実行委員会\n　■担　　当　　文化振興課\n　■来場者数　　3,204人\n",
      file: "a.txt", "買い物支援バス|地域振興課|山里振興会||1096|2023",
      "廃校芸術祭|文化振興課|芸術祭実行委員会||3204|2023"),
    Shape(
      "labels parted from their values by slashes",
      "■事業名　森の音楽会\n　・主催／音楽会実行委員会\n　・日時／令和5年9月23日（土）\n　・参加／280名\n■事業名　炭焼き体験\n　・主催／炭焼きの会\n　・日時／令和5年11月12日（日）\n　・参加／15名\n",
      file: "a.txt", "森の音楽会||音楽会実行委員会|2023-09-23|280|2023", "炭焼き体験||炭焼きの会|2023-11-12|15|2023"),
    Shape(
      "labels whose letters stand apart",
      "令和５年度　実績一覧\n\n団　体　名：里の駅の会\n事　業　名：里の駅市場\n担 当 課：まちづくり課\n来場者数：延べ2,450人\n\n団　体　名：子育てサークル\n事　業　名：親子体操\n担 当 課：福祉課\n来場者数：延べ76人\n",
      file: "a.txt", "里の駅市場|まちづくり課|里の駅の会||2450|2023", "親子体操|福祉課|子育てサークル||76|2023"),
    Shape(
      "numbers of holdings before days, names in quotes",
      "令和５年度　市民講座　実施報告\n\n第１回　４月２２日（土）　「縄文人のくらし」　　受講者５２名\n第２回　５月２０日（土）　「古墳を歩く」　　　　受講者４７名\n第３回　６月１７日（土）　「中世の城」　　　　　受講者６０名\n",
      file: "a.txt", "縄文人のくらし|||2023-04-22|52|2023", "古墳を歩く|||2023-05-20|47|2023",
      "中世の城|||2023-06-17|60|2023"),
    Shape(
      "cells one space apart, and a second line of headings",
      "No  事業名                     相手方               担当課     期日\n                                                               参加者数\n1   ふれあい健康まつり         医師会、歯科医師会、 健康増進課 R5.10.1\n                               薬剤師会                        3,400人\n2   シニアのための終活講座     司法書士会           高齢介護課 R5.11.18\n                                                               62人\n",
      file: "a.txt", "ふれあい健康まつり|健康増進課|医師会、歯科医師会、薬剤師会|2023-10-01|3400|2023",
      "シニアのための終活講座|高齢介護課|司法書士会|2023-11-18|62|2023"),
    Shape(
      "a sum in the stress of Markdown, and a year of four digits in the title",
      "# 市民活動センター年報 2023\n\n| 日付 | 事業 | 協力 | 人数 |\n|---|---|---|---|\n| 4月22日 | 団体交流会 | – | 35 |\n| 1月20日 | 養成講座 | 里山の会 | 19 |\n| | | **合計** | **54** |\n",
      file: "a.md", "団体交流会|||2023-04-22|35|2023", "養成講座||里山の会|2024-01-20|19|2023"),
    Shape(
      "members who came before those who listened",
      "令和5年度 会議,,,,\n審議会名,開催日,出席委員（人）,傍聴者（人）\n協働推進委員会,R5.7.3,9,1\n環境審議会,R5.11.27,8,0\n",
      "協働推進委員会|||2023-07-03|9|2023", "環境審議会|||2023-11-27|8|2023"),
    Shape(
      "a department among the bodies",
      "イベント実績（R6）,,,\n開催日,イベント名,主催／主管,来場者数\n20240503,こどもフェスタ,こどもフェスタ実行委員会／青少年課,\"8,000\"\n20240707,七夕コンサート,市民吹奏楽団／文化課,540\n",
      "こどもフェスタ|青少年課|こどもフェスタ実行委員会|2024-05-03|8000|2024",
      "七夕コンサート|文化課|市民吹奏楽団|2024-07-07|540|2024"),
    Shape(
      "areas and their bodies on two lines, how many areas, short names of unions",
      "令和5年度,,\n事業名,協働主体,担当課\n防災計画,\"第三地区\n自主防災会\",総務課\nサロン,地区社会福祉協議会（18地区）,長寿課\n見守り,新聞販売店組合・生協・ヤマネコ運輸㈱,福祉課\n",
      "防災計画|総務課|第三地区自主防災会|||2023", "サロン|長寿課|地区社会福祉協議会|||2023",
      "見守り|福祉課|新聞販売店組合、生協、ヤマネコ運輸㈱|||2023"),
    Shape(
      "who came among results, where no column counts them",
      "施策,取組名称,連携・協力団体,R5実績,所管課名\n学び,ふるさと講座,郷土史研究会,\"6回、受講者142人\",学習センター\n支え合い,見守り,新聞販売店組合,協定先48社,福祉課\n支え合い,食品集め,フードバンク,提供者73人,社会福祉課\n",
      "ふるさと講座|学習センター|郷土史研究会||142|2023", "見守り|福祉課|新聞販売店組合|||2023",
      "食品集め|社会福祉課|フードバンク||73|2023"),
    Shape(
      "three things in one column, and forms in corner brackets below names",
      "令和元年度,,\n\"事業名\n【協働の形態】\",団体名・活動内容・実績,担当課\n\"まちかど保健室\n【共催】\",看護師の会／健康相談／相談者延べ96人,健康課\n\"雪あかり\n【後援】\",雪あかりの会／灯籠づくり／参加者延べ120人,観光課\n",
      "まちかど保健室|健康課|看護師の会||96|2019", "雪あかり|観光課|雪あかりの会||120|2019"),
    Shape(
      "a branch that is no department, and a form behind a name",
      "令和5年度,,\n事業名,協力,参加者数\n救急講習【共催】,日本赤十字社県支部,29\n水泳教室【後援】,水泳連盟北支部,41\n",
      "救急講習||日本赤十字社県支部||29|2023", "水泳教室||水泳連盟北支部||41|2023"),
    Shape(
      "months of merged cells beside days, and a period in the title",
      "文化事業実績　（自：令和5年4月1日　至：令和6年3月31日）\n月\t日\t行　事　名\t主　催　者\t入場者\n4\t15\t邦楽演奏会\t三曲協会\t280\n\t29\t囲碁大会\t棋院支部\t96\n1\t14\t新春かるた会\tかるた協会\t88\n",
      file: "a.txt", "邦楽演奏会||三曲協会|2023-04-15|280|2023", "囲碁大会||棋院支部|2023-04-29|96|2023",
      "新春かるた会||かるた協会|2024-01-14|88|2023"),
  ]
}
