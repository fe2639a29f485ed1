import Testing

@testable import HaskapCivic

@Suite("The city of a report") struct ReportCityTests {
  @Test(
    "a title names it",
    arguments: [
      ("太宰府市　協働事業", "太宰府市"), ("四街道市協働事業一覧", "四街道市"), ("三次市　協働事業", "三次市"),
      ("広島県三次市　協働事業", "三次市"), ("港区　協働事業", "港区"), ("東京都港区　協働事業", "港区"),
      ("音威子府村　協働事業", "音威子府村"), ("太宰府市市民協働課", "太宰府市"), ("小国町町民協働課", "小国町"),
      ("国頭村村民課", "国頭村"), ("第3次真庭市総合計画", "真庭市"), ("長崎県東彼杵郡東彼杵町　協働", "東彼杵町"),
      ("東彼杵町　協働", "東彼杵町"), ("四日市市市民協働課", "四日市市"), ("余市町　協働", "余市町"), ("郡山市　協働", "郡山市"),
    ])
  func titles(_ title: String, _ city: String) {
    #expect(ReportCity.find(in: [title]) == city)
  }

  @Test(
    "words that only end so do not",
    arguments: ["企画団体：情報を考える市民の会", "みんなで支えあう市民の会", "来場者数市民会館", "つながる市民ネット"])
  func others(_ title: String) { #expect(ReportCity.find(in: [title]) == nil) }

  @Test(
    "though some cities end as verbs do",
    arguments: [("つがる市民協働", "つがる市"), ("かほく市民まつり", "かほく市"), ("紀の川市民活動", "紀の川市")])
  func verbs(_ title: String, _ city: String) { #expect(ReportCity.find(in: [title]) == city) }

  @Test(
    "so does a cell beside others above the headings",
    arguments: [
      "令和5年度　補助金一覧（函館市）\t\t単位：円", "\t令和5年度　函館市　協働事業\t", "\t\t函館市", "令和5年度\t函館市\t協働事業一覧",
    ])
  func cells(_ title: String) {
    #expect(ReportCity.find(in: [title, "事業名\t団体名\t金額", "夜市\t夜市の会\t1"]) == "函館市")
  }

  @Test("and a column that says one city in all rows") func column() {
    let rows = ["01\t大分県\t大分県佐伯市\t夜市", "01\t大分県\t大分県佐伯市\t駅伝"]
    for heading in ["地方公共団体名", "市区町村名", "市町村名", "自治体名"] {
      #expect(ReportCity.find(in: ["番号\t都道府県名\t\(heading)\t事業名"] + rows) == "佐伯市")
    }
    let others = ["1\t夜市\t佐伯市", "2\t駅伝\t函館市"]
    #expect(ReportCity.find(in: ["番号\t事業名\t市区町村名"] + others) == nil)
  }
}
