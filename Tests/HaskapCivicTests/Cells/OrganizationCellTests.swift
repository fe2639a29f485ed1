import Testing

@testable import HaskapCivic

@Suite("Cell of organisations") struct OrganizationCellTests {
  @Test(
    "names are told apart",
    arguments: [
      ("春日台自治会・北小PTA", ["春日台自治会", "北小PTA"]),
      ("体育協会 / スポーツ推進委員会", ["体育協会", "スポーツ推進委員会"]),
      ("苫小牧商工会議所、TRC 苫小牧グループ", ["苫小牧商工会議所", "TRC 苫小牧グループ"]),
      ("株式会社イワクラ 苫小牧バイオマス発電株式会社", ["株式会社イワクラ", "苫小牧バイオマス発電株式会社"]),
      ("苫小牧市町内会連合会 苫小牧市老人クラブ連合会", ["苫小牧市町内会連合会", "苫小牧市老人クラブ連合会"]),
      ("苫小牧市 苫小牧市教育委員会", ["苫小牧市", "苫小牧市教育委員会"]),
      ("苫小牧市町内会連合会\n八地区の会", ["苫小牧市町内会連合会", "八地区の会"]),
      ("・苫小牧消費者協会 ・苫小牧写真連盟", ["苫小牧消費者協会", "苫小牧写真連盟"]),
      ("内装：苫小牧内装業協会 左官：苫小牧地方左官協同組合", ["苫小牧内装業協会", "苫小牧地方左官協同組合"]),
      ("①苫小牧市医師会 ②苫小牧歯科医師会", ["苫小牧市医師会", "苫小牧歯科医師会"]),
      ("(1)苫小牧消費者協会 (2)苫小牧写真連盟", ["苫小牧消費者協会", "苫小牧写真連盟"]),
      ("北海道立総合研究機構 苫小牧工業高等専門学校", ["北海道立総合研究機構", "苫小牧工業高等専門学校"]),
      (
        "独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校 室蘭工業大学",
        ["独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校", "室蘭工業大学"]
      ), ("㈱苫東\n苫小牧消費者協会", ["㈱苫東", "苫小牧消費者協会"]),
      ("苫小牧消費者協会\n(公財) 苫小牧市スポーツ協会", ["苫小牧消費者協会", "(公財)苫小牧市スポーツ協会"]),
      ("苫小牧消防団,TRCグループ, 苫小牧市1,000人会", ["苫小牧消防団", "TRCグループ", "苫小牧市1,000人会"]),
      ("陸上自衛隊第7師団 航空自衛隊千歳基地", ["陸上自衛隊第7師団", "航空自衛隊千歳基地"]),
      ("春まつり実行委員会（苫小牧市医師会、苫小牧市）", ["春まつり実行委員会", "苫小牧市医師会", "苫小牧市"]),
      ("(公財) 苫小牧市スポーツ協会、安平町", ["(公財)苫小牧市スポーツ協会", "安平町"]),
      ("苫小牧消費者協会，苫小牧写真連盟；苫小牧市PTA連合会", ["苫小牧消費者協会", "苫小牧写真連盟", "苫小牧市PTA連合会"]),
    ]) func separated(_ cell: String, _ names: [String])
  {
    let mentions = OrganizationCell(cell, role: .related).mentions
    #expect(mentions.map(\.name) == names)
    #expect(mentions.allSatisfy { $0.kind == .named && $0.role == .related })
  }

  @Test(
    "a line that ends inside of a name parts nothing",
    arguments: [
      ("(公財)苫小牧市\nスポーツ協会", ["(公財)苫小牧市スポーツ協会"]), ("苫小牧商工会議\n所", ["苫小牧商工会議所"]),
      ("(一社)\n苫小牧\nヨット協会", ["(一社)苫小牧ヨット協会"]),
      ("(一社)苫小牧\nヨット協会", ["(一社)苫小牧ヨット協会"]), ("(公財)北海道スポ\nーツ協会", ["(公財)北海道スポーツ協会"]),
      ("(一社)みらい\n緑の会", ["(一社)みらい", "緑の会"]), ("NPO法人みどり\n花の協会", ["NPO法人みどり", "花の協会"]),
      ("ノーザンホース\nパークマラソン\n実行委員会", ["ノーザンホースパークマラソン実行委員会"]),
      ("苫小牧市医師会、(公財) 苫小牧市 スポーツ協会、苫小牧商工会議 所", ["苫小牧市医師会", "(公財)苫小牧市スポーツ協会", "苫小牧商工会議所"]),
      ("苫小牧市医師会、苫小牧商工\n会議所", ["苫小牧市医師会", "苫小牧商工会議所"]),
      ("苫小牧市\nスポーツ協会", ["苫小牧市", "スポーツ協会"]), ("ひまわりサロン\n緑の会\n花の会", ["ひまわりサロン", "緑の会", "花の会"]),
      ("室蘭工業大学\n校長会", ["室蘭工業大学", "校長会"]), ("3年1組\n合唱団の会", ["3年1組", "合唱団の会"]),
    ]) func wrapped(_ cell: String, _ names: [String])
  {
    #expect(OrganizationCell(cell, role: .related).mentions.map(\.name) == names)
  }

  @Test("nor does one inside of a name that the report prints on one line")
  func known() {
    let cell = OrganizationCell("みどり\nの家族", role: .related, known: ["みどりの家族"])
    #expect(cell.mentions.map(\.name) == ["みどりの家族"])
  }

  @Test("who holds an office is a person")
  func holder() {
    let mentions = OrganizationCell("音楽祭実行委員会(会長 山田太郎)", role: .host).mentions
    #expect(mentions.map(\.name) == ["音楽祭実行委員会", "会長 山田太郎"])
    #expect(mentions.map(\.kind) == [.named, .person])
  }

  @Test(
    "one organisation stays one",
    arguments: [
      "緑小・美園小学校合同スクールバンド育成会", "緑化・美化推進協議会", "株式会社新生 苫小牧・室蘭支社", "一般社団法人 全日本ピアノ指導者協会",
      "NPO法人障がい児の積極的な活動を支援する会 にわとりクラブ", "(地独)北海道立総合研究機構 工業試験場",
      "第51回北海道中学校アイスホッケー大会 実行委員会", "公益社団法人自動車技術会 北海道支部", "TANZ DANCE STUDIO",
      "苫小牧市立中央図書館 指定管理者 TRCグループ", "市立図書館 指定管理者TRC苫小牧グループ",
      "ティアトル バレッタ クラシックバレエ", "学校法人京都育英館 苫小牧駒澤大学",
      "R.Y.H (Rise Your Hands)", "陸上自衛隊第7師団", "苫小牧市", "とまこまいクリエイティブラボ合同会社", "劇団 海猫",
      "独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校", "国立大学法人北海道国立大学機構 北見工業大学",
      "苫小牧市子ども会育成連絡協議会 （苫子連）", "音楽サークル（声楽、ピアノ）",
    ]) func whole(_ name: String)
  {
    #expect(OrganizationCell(name, role: .host).mentions == hosts(name))
  }

  @Test(
    "groups are described or counted, not named",
    arguments: [
      ("80町内会", "80町内会", 80), ("町内会・自治会 計80団体", "町内会・自治会", 80), ("町内会", "町内会", nil),
      ("学校PTA", "学校PTA", nil), ("図書館ボランティアグループ", "図書館ボランティアグループ", nil),
      ("市内の小中学校", "市内の小中学校", nil), ("協賛企業20社", "協賛企業20社", 20),
      ("市内7地域包括支援センター", "市内7地域包括支援センター", nil),
      ("苫小牧市内の飲食店等30店舗", "苫小牧市内の飲食店等30店舗", 30),
    ]) func groups(_ cell: String, _ name: String, _ count: Int?)
  {
    #expect(OrganizationCell(cell, role: .related).mentions == [group(name, count)])
  }

  @Test("a neighbourhood association with a name is an organisation")
  func namedAssociation() {
    #expect(OrganizationCell("勇払自治会", role: .related).mentions == named("勇払自治会"))
  }

  @Test(
    "organisations that are only counted",
    arguments: [
      "株式会社イワクラ、苫小牧消費者協会、外18団体", "株式会社イワクラ、苫小牧消費者協会外18団体",
      "株式会社イワクラ、苫小牧消費者協会 外18団体", "株式会社イワクラ、苫小牧消費者協会（外18団体）",
    ]) func countedOthers(_ cell: String)
  {
    #expect(
      OrganizationCell(cell, role: .related).mentions
        == named("株式会社イワクラ", "苫小牧消費者協会") + [group("外18団体", 18)])
  }

  @Test(
    "等 and ほか are no part of a name, but remembered",
    arguments: [
      "苫小牧消費者協会、苫小牧写真連盟等", "苫小牧消費者協会、苫小牧写真連盟など", "苫小牧消費者協会、苫小牧写真連盟 ほか",
      "苫小牧消費者協会、苫小牧写真連盟 外",
    ]) func openLists(_ cell: String)
  {
    let mentions = OrganizationCell(cell, role: .related).mentions
    #expect(mentions.map(\.name) == ["苫小牧消費者協会", "苫小牧写真連盟"])
    #expect(mentions.map(\.others) == [nil, true])
  }

  @Test("persons", arguments: ["真鍋 孝徳", "千葉 理恵子", "青少年課長 高坂 博幸"])
  func persons(_ name: String) {
    let mentions = OrganizationCell(name, role: .host).mentions
    #expect(mentions == [.init(name: name, kind: .person, role: .host)])
  }

  @Test("an office and the person who holds it")
  func officeHolder() {
    #expect(
      OrganizationCell("安平町教育委員会 教育長 種田 直章", role: .host).mentions
        == hosts("安平町教育委員会") + [.init(name: "教育長 種田 直章", kind: .person, role: .host)])
  }

  @Test("sentences: nouns with an organisation's ending, not what is planned")
  func sentences() {
    let cell = OrganizationCell(
      "自主防災組織や町内会など44町内会で導入済みで、今後は全町内会に広げる。苫小牧市消防団、社会福祉協議会などの関係機関と連携する。",
      role: .related)
    var fireBrigade = named("苫小牧市消防団")[0]
    var council = named("社会福祉協議会")[0]
    (fireBrigade.role, council.role, council.others) = (.partner, .partner, true)
    #expect(
      cell.mentions == [
        group("自主防災組織"), group("町内会", 44, others: true), fireBrigade, council,
      ])
    #expect(cell.remarks.count == 1)
  }

  @Test("sentences: a topic before the noun, and a counted group")
  func topics() {
    let mentions = OrganizationCell(
      "市内にある自主防災組織60町内会と、総合防災訓練では苫小牧警察署、苫小牧市消防団などの防災関係機関も参加", role: .related
    ).mentions
    #expect(mentions.map(\.name) == ["自主防災組織", "苫小牧警察署", "苫小牧市消防団"])
    #expect(mentions.map(\.count) == [60, nil, nil])
  }

  @Test("nothing is no organisation", arguments: ["", "-", "－", "なし", " "])
  func empty(_ cell: String) {
    #expect(OrganizationCell(cell, role: .related).mentions == [])
  }
}
