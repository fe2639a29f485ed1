import HaskapText
import Testing

@testable import HaskapCivic

/// Tables whose headings nobody listed word by word, and texts that look like tables of projects.
@Suite("Headings and lists in other words") struct UnlistedHeadingsTests {
  typealias Shape = MunicipalTablesTests.Shape

  @Test("a row tells what it prints", arguments: shapes)
  func rows(_ shape: Shape) throws {
    let text = try ReportText(file: shape.file, bytes: Array(shape.text.utf8))
    let records = ReportReader.read(text).records.filter { $0.layout == .table && !$0.name.isEmpty }
    #expect(records.map(MunicipalTablesTests.told) == shape.rows)
  }

  private static let shapes = [
    Shape(
      "endings of headings",
      "手がけた事業,訪れた団体,担当課,来訪者\n灯籠まつり,灯籠保存会,振興係,85\n朗読会,声の会,広報係,24\n",
      "灯籠まつり|振興係|灯籠保存会||85|", "朗読会|広報係|声の会||24|"),
    Shape(
      "years and months as headings, one year in words of a heading",
      "項目,相手先,市の担当,4月～9月の実績,R5実績（参加人数）\n清掃,川の会,河川課,2回,31\n植樹,緑の会,公園課,1回,90\n",
      "清掃|河川課|川の会||31|2023", "植樹|公園課|緑の会||90|2023"),
    Shape(
      "one heading with a year, and a row that begins with one",
      "分野,取組,協働主体,R5の状況\n防災,避難訓練,防災会,11/5に実施\n福祉,買い物,手伝いの会,月2回\n\n年度,事業名,相手方,役割分担\n2023,講座,科学の会,広報\n",
      "避難訓練||防災会|||2023", "買い物||手伝いの会|||2023", "講座||科学の会|||2023"),
    Shape(
      "those who asked are bodies, and a pharmacy is no office",
      "講座,依頼者,日付,人数,講師課\n税の話,ひばり薬局,R5.6.15,16,税務課\n水の話,浜小学校6年,R5.7.3,74,水道課\n",
      "税の話|税務課|ひばり薬局|2023-06-15|16|2023", "水の話|水道課|浜小学校6年|2023-07-03|74|2023"),
    Shape(
      "what schools did with others names the rows, and so do sorts of training",
      "学校名,活動内容,支援団体,延べ人数\n第一小学校,読み聞かせ,おはなしの会,36\n南中学校,部活動指導,クラブみなみ,96\n\n講習種別,受講団体,受講人員,実施場所\n普通救命講習,安全協議会,20,消防署3階\n上級救命講習,保育士会,15,本部\n",
      "読み聞かせ||第一小学校、おはなしの会||36|", "部活動指導||南中学校、クラブみなみ||96|",
      "普通救命講習||安全協議会||20|", "上級救命講習||保育士会||15|"),
    Shape(
      "a year below the table",
      "事業名,団体名,参加者\n凧あげ,凧の会,75\n餅つき,東町内会,130\n※令和5年度分を掲載,,\n",
      "凧あげ||凧の会||75|2023", "餅つき||東町内会||130|2023"),
    Shape(
      "a numbered list, each line of a project",
      "令和5年度 後援一覧\n\n1. ジャズの夕べ（ジャズ実行委員会）　令和5年9月16日　文化課\n2. 囲碁大会（棋院支部）　令和5年11月23日　学習課\n",
      file: "a.txt", "ジャズの夕べ|文化課|ジャズ実行委員会|2023-09-16||2023",
      "囲碁大会|学習課|棋院支部|2023-11-23||2023"),
    Shape(
      "a sheet is called by its title, and never by what it is for",
      "第7回国際祭　実施報告書\n\n１　趣　旨　　交流を深める\n２　日　時　　令和5年11月12日\n３　主　催　　国際祭実行委員会\n４　来場者数　約2,800人\n",
      file: "a.txt", "第7回国際祭||国際祭実行委員会|2023-11-12|2800|2023"),
    Shape(
      "minutes are no project",
      "緑の会議　会議録\n\n日時：令和5年8月22日\n場所：会議室\n出席者：委員9名\n議題：緑の計画について\n", file: "a.txt"),
  ]
}
