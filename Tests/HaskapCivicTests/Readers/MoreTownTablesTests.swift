import HaskapText
import Testing

@testable import HaskapCivic

/// Shapes that tables of still other offices have, each row with what a careful reader takes out of it.
@Suite("More tables of town offices") struct MoreTownTablesTests {
  typealias Shape = MunicipalTablesTests.Shape

  @Test("a row tells what it prints", arguments: shapes)
  func rows(_ shape: Shape) throws {
    #expect(try MunicipalTablesTests.rows(of: shape) == shape.rows)
  }

  private static let shapes = [
    Shape(
      "brackets and slashes of a heading part cells of one line",
      "令和5年度,,\n事業名（団体名）,担当課,実施日／会場\nどろんこ教室（水辺の会）,環境課,6月4日／中央公園\n貝がら細工（海風工房）,文化課,7/2／公民館\n",
      "どろんこ教室|環境課|水辺の会|2023-06-04||2023", "貝がら細工|文化課|海風工房|2023-07-02||2023"),
    Shape(
      "bodies in brackets behind the names, with no column of their own",
      "令和5年度,,\nNo.,活動内容,日程\n1,防災合宿(北地区協議会),10/28～10/29\n2,餅つき(南地区連合会),12/24\n",
      "防災合宿||北地区協議会|2023-10-28/2023-10-29||2023", "餅つき||南地区連合会|2023-12-24||2023"),
    Shape(
      "lines of a cell with labels",
      "令和5年度,,\nNo,団体・事業,交付額\n1,\"団体名：魚食塾\n事業名：食育教室\",100\n2,\"団体名：灯台の会\n事業名：灯台清掃\",80\n",
      "食育教室||魚食塾|||2023", "灯台清掃||灯台の会|||2023"),
    Shape(
      "what bodies did names the rows that tell when",
      "令和5年度,,,\n組織名称,活動内容,実施年月日,人員（名）\n里浦自治会,草刈り,5.7.9,58\n板東自治会,花壇整備,5.11.12,36\n",
      "草刈り||里浦自治会|2023-07-09|58|2023", "花壇整備||板東自治会|2023-11-12|36|2023"),
    Shape(
      "a heading of a name and more",
      "令和5年度,,\n実施団体,事業の名称及び内容,事業実施日\n湖畔協議会,そば祭り,10月29日\n門田区長会,歴史散歩,5月20日\n",
      "そば祭り||湖畔協議会|2023-10-29||2023", "歴史散歩||門田区長会|2023-05-20||2023"),
    Shape(
      "numbers with 番",
      "令和6年度 共催事業\n１番　花火大会　観光コンベンション協会　(共催)\n２番　水の祭典　水の祭典振興会　(後援)\n",
      file: "a.txt", "花火大会||観光コンベンション協会|||2024", "水の祭典||水の祭典振興会|||2024"),
    Shape(
      "lists of what was granted",
      "令和6年度 補助事業\n(1) 郷土食講座　〔食文化の会〕　補助額 150,000円\n(2) 島の案内　〔案内人の会〕　補助額 120,000円\n",
      file: "a.txt", "郷土食講座||食文化の会|||2024", "島の案内||案内人の会|||2024"),
    Shape(
      "months above days",
      "令和5年度　活動\n４月\n　９日　さくら清掃　（緑道を愛する会）　４０名\n　２３日　まちかど美術　（美術実行委員会）　１，２００名\n１０月\n　８日　渓谷観察　（渓谷を守る会）　２８名\n",
      file: "a.txt", "さくら清掃||緑道を愛する会|2023-04-09|40|2023",
      "まちかど美術||美術実行委員会|2023-04-23|1200|2023", "渓谷観察||渓谷を守る会|2023-10-08|28|2023"),
    Shape(
      "groups between sheets, and numbers before their first labels",
      "令和5年度 提案事業\n■ 福祉分野\n１．サポーター養成\n　団体：連絡会の会\n　実施日：6月4日\n　参加者：64人\n■ 環境分野\n２．里山体験\n　団体：里山の会\n　実施日：7月4日\n　参加者：57人\n",
      file: "a.txt", "サポーター養成||連絡会の会|2023-06-04|64|2023", "里山体験||里山の会|2023-07-04|57|2023"),
    Shape(
      "sheets whose first labels are numbered",
      "令和5年度 事業\n1. 事業名　海岸清掃\n   団体　　海を守る会\n   参加者　312人\n\n2. 事業名　寺子屋\n   団体　　寺子屋の会\n   参加者　74人\n",
      file: "a.txt", "海岸清掃||海を守る会||312|2023", "寺子屋||寺子屋の会||74|2023"),
    Shape(
      "a sheet with a heading over its columns",
      "令和5年度\n事業名：花園づくり\n項目\t内容\n協働団体\t花の会\n担当課\t文化課\n参加者数\t150人\n", file: "a.txt",
      "花園づくり|文化課|花の会||150|2023"),
    Shape(
      "the day on which a list was made is not its year, and one above it may be",
      "令和5年度 一覧,\n,令和6年4月1日現在\n事業名,団体名\n見学会,石垣の会\n", "見学会||石垣の会|||2023"),
    Shape(
      "a day above a table tells its year",
      "商工まつり\n開催日：令和5年7月28日（金）～29日（土）\nNo.\t団体名\t催し名\n1\t踊り実行委員会\tへそ踊り\n2\t演劇工房\t野外劇\n",
      file: "a.txt", "へそ踊り||踊り実行委員会|||2023", "野外劇||演劇工房|||2023"),
    Shape(
      "columns of headings in the middle, and names that go on below",
      """
      令和6年度 一覧
            事業名             団体名            担当課      参加者数
      認知症カフェのひ    社会福祉協議会     介護保険課       28人
      なた
      雪かきボランティ    東高校生徒会       危機管理室       61人
      ア
      寄せ植え            花の会             公園課           12人
      """,
      file: "a.txt", "認知症カフェのひなた|介護保険課|社会福祉協議会||28|2024",
      "雪かきボランティア|危機管理室|東高校生徒会||61|2024", "寄せ植え|公園課|花の会||12|2024"),
    Shape(
      "days between slashes, bodies that spaces and line ends part",
      "令和5年度,,\n事業名,団体名,実施日\n畑案内,商店街連盟　商工会議所青年部,R5.9.9/9.16/9.23\n清掃,\"鞆の浦を\n楽しむ会\",6月4日\n",
      "畑案内||商店街連盟、商工会議所青年部|2023-09-09、2023-09-16、2023-09-23||2023",
      "清掃||鞆の浦を楽しむ会|2023-06-04||2023"),
    Shape(
      "labels with values side by side",
      "令和5年度 事業\n事 業 名：こみせ音楽会\n主　　催：駅友の会　　担当課：観光課\n来場者数：190人　　備考：雨天決行\n",
      file: "a.txt", "こみせ音楽会|観光課|駅友の会||190|2023"),
    Shape(
      "a label in no list between others",
      "事業名\t小町巡り\n事業主体\t小町の会\n後ろ盾\t旅館組合\n期間\t令和5年10月1日から令和5年11月30日まで\n",
      file: "a.txt", "小町巡り||小町の会|2023-10-01/2023-11-30||2023"),
    Shape(
      "circled numbers",
      "令和5年度　発表団体\n①　海岸清掃　　虹の浜を守る会　　6月25日　　52名参加\n②　朗読会　　朗読ひかり　　9月2日　　24名参加\n③　塩田歩き　　塩田協議会　　11月12日　　88名参加\n",
      file: "a.txt", "海岸清掃||虹の浜を守る会|2023-06-25|52|2023", "朗読会||朗読ひかり|2023-09-02|24|2023",
      "塩田歩き||塩田協議会|2023-11-12|88|2023"),
    Shape(
      "numbered lines parted by slashes",
      "令和5年度 養成講座\n1）点字入門／点訳の会／5月11日～7月13日／15名／福祉課\n2）音訳入門／音訳グループ／9月7日／12名／福祉課\n",
      file: "a.txt", "点字入門|福祉課|点訳の会|2023-05-11/2023-07-13|15|2023",
      "音訳入門|福祉課|音訳グループ|2023-09-07|12|2023"),
    Shape(
      "a name with a legal form in two parts, stages of judging, an era's letter in the title",
      "水辺市 R6 補助金 採択一覧,,,\n採択事業名及び団体名,担当課,1次評価,2次評価\n夜間点灯（NPO法人天覧山・多峯主山の緑を守る会）,公園課,A,B\n土人形（土人形友の会）,商工課,B,B\n",
      "夜間点灯|公園課|NPO法人天覧山・多峯主山の緑を守る会|||2024", "土人形|商工課|土人形友の会|||2024"),
  ]
}
