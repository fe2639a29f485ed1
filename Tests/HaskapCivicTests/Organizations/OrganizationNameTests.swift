import HaskapCivic
import Testing

@Suite struct OrganizationNameTests {
  @Test(arguments: [
    ("株式会社苫東", "株式会社", "苫東"), ("(株)苫東", "株式会社", "苫東"), ("（株）苫東", "株式会社", "苫東"),
    ("㈱苫東", "株式会社", "苫東"), ("早坂理工(株)", "株式会社", "早坂理工"), ("(公財) 苫小牧市スポーツ協会", "公益財団法人", "苫小牧市スポーツ協会"),
    ("(一社)苫小牧青年会議所", "一般社団法人", "苫小牧青年会議所"), ("(社福)苫小牧市社会福祉協議会", "社会福祉法人", "苫小牧市社会福祉協議会"),
    ("NPO法人木と風の香り", "特定非営利活動法人", "木と風の香り"), ("ＮＰＯ法人 樽前artyプラス", "特定非営利活動法人", "樽前artyプラス"),
    ("(特非)いぶり自然学校", "特定非営利活動法人", "いぶり自然学校"), ("特定非営利活動法人いぶり自然学校", "特定非営利活動法人", "いぶり自然学校"),
    ("非特定営利法人 レター・ポスト・フレンド相談ネットワーク", "特定非営利活動法人", "レター・ポスト・フレンド相談ネットワーク"),
    ("地方独立行政法人 北海道立総合研究機構", "地方独立行政法人", "北海道立総合研究機構"),
    ("国立大学法人室蘭工業大学", "国立大学法人", "室蘭工業大学"), ("国立苫小牧工業高等専門学校", "国立", "苫小牧工業高等専門学校"),
    ("とまこまいクリエイティブラボ合同会社", "合同会社", "とまこまいクリエイティブラボ"),
  ])
  func formAndCore(printed: String, form: String, core: String) {
    let name = OrganizationName(printed)
    #expect(name.form?.name == form)
    #expect(name.core == core)
    #expect(name.units == [])
  }

  @Test(arguments: ["苫小牧廃棄物協同組合", "苫小牧商工会議所", "国立公園を守る会", "株式会社", "苫小牧漁業協同組合", "北海道"])
  func noForm(printed: String) {
    #expect(OrganizationName(printed).form == nil)
    #expect(OrganizationName(printed).core == printed)
  }

  @Test(arguments: [
    ("独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校", "独立行政法人国立高等専門学校機構", "苫小牧工業高等専門学校"),
    ("国立大学法人北海道国立大学機構 北見工業大学", "国立大学法人北海道国立大学機構", "北見工業大学"),
    ("北海道公立大学法人札幌医科大学", "北海道公立大学法人", "札幌医科大学"),
  ])
  func schoolsBehindTheirOwners(printed: String, owner: String, school: String) {
    #expect(OrganizationName(printed).owner == owner)
    #expect(OrganizationName(printed).core == school)
  }

  @Test(arguments: ["国立大学法人室蘭工業大学", "地方独立行政法人 北海道立総合研究機構", "北海道立総合研究機構 室蘭工業大学"])
  func noOwner(printed: String) { #expect(OrganizationName(printed).owner == nil) }

  @Test func positionOfTheForm() {
    #expect(OrganizationName("株式会社三星").form?.position == .before)
    #expect(OrganizationName("苫小牧ガス株式会社").form?.position == .after)
    #expect(OrganizationName("日本生命保険相互会社苫小牧支社").form?.position == .inside)
    #expect(OrganizationName("(株)三星").fullName == "株式会社三星")
    #expect(OrganizationName("早坂理工(株)").fullName == "早坂理工株式会社")
  }

  @Test(arguments: [
    ("社会福祉法人苫小牧市社会福祉協議会ボランティアセンター", "苫小牧市社会福祉協議会", ["ボランティアセンター"]),
    ("早坂理工株式会社札幌営業所", "早坂理工", ["札幌営業所"]),
    ("日本生命保険相互会社苫小牧支社", "日本生命保険", ["苫小牧支社"]),
    ("株式会社新生 苫小牧・室蘭支社", "新生", ["苫小牧・室蘭支社"]),
    ("苫小牧商工会議所青年部", "苫小牧商工会議所", ["青年部"]),
    ("(一社)北海道中小企業家同友会苫小牧支部", "北海道中小企業家同友会", ["苫小牧支部"]),
    ("北海道軟式野球連盟苫小牧支部", "北海道軟式野球連盟", ["苫小牧支部"]),
    ("公益社団法人自動車技術会 北海道支部", "自動車技術会", ["北海道支部"]),
    ("(地独)北海道立総合研究機構 工業試験場", "北海道立総合研究機構", ["工業試験場"]),
    ("QCサークル北海道支部 苫小牧・千歳地区", "QCサークル", ["北海道支部", "苫小牧・千歳地区"]),
    ("独立行政法人中小企業基盤整備機構北海道本部", "中小企業基盤整備機構", ["北海道本部"]),
    ("独立行政法人中小企業基盤整備機構北海道本部中小企業大学校旭川校", "中小企業基盤整備機構", ["北海道本部", "中小企業大学校旭川校"]),
    ("北海道高等学校長協会定通部会胆振支部理事", "北海道高等学校長協会", ["定通部会", "胆振支部"]),
  ])
  func unitsOfABody(printed: String, core: String, units: [String]) {
    let name = OrganizationName(printed)
    #expect(name.core == core)
    #expect(name.units == units)
  }

  @Test(arguments: [
    "苫小牧市男女平等参画推進センター", "北海道職業能力開発大学校", "苫小牧工業高等専門学校", "苫小牧市消防本部", "苫小牧市教育委員会",
    "とまこまい港まつり実行委員会", "北海道技術・ビジネス交流会実行委員会", "苫小牧ビアリーグ普及委員会", "駒澤大学附属苫小牧高等学校",
    "リレー・フォー・ライフ・ジャパンとまこまい実行委員会", "苫小牧地域職業訓練センター運営協会", "NHK室蘭放送局", "苫小牧市公共交通協議会",
  ])
  func wholeBodies(printed: String) {
    #expect(OrganizationName(printed).core == printed)
    #expect(OrganizationName(printed).units == [])
  }

  @Test(arguments: [
    ("苫小牧工業高等専門学校長", "苫小牧工業高等専門学校", "長"),
    ("苫小牧みずゑ会事務局", "苫小牧みずゑ会", "事務局"),
    ("苫小牧市選挙管理委員会事務局", "苫小牧市選挙管理委員会", "事務局"),
    ("安平町教育委員会 教育長 種田 直章", "安平町教育委員会", "教育長 種田 直章"),
    ("青少年課長 高坂 博幸", "青少年課", "長 高坂 博幸"),
  ])
  func whoSpeaksForIt(printed: String, core: String, office: String) {
    #expect(OrganizationName(printed).core == core)
    #expect(OrganizationName(printed).office == office)
  }

  @Test func brackets() {
    let radio = OrganizationName("FMとまこまい実行委員会（前名称：コミュニティFM準備実行委員会）")
    #expect(radio.core == "FMとまこまい実行委員会")
    #expect(radio.formerName == "コミュニティFM準備実行委員会")
    let festival = OrganizationName("苫小牧市民文化祭実行委員会（苫小牧文化団体協議会等）")
    #expect(festival.core == "苫小牧市民文化祭実行委員会")
    #expect(festival.members == ["苫小牧文化団体協議会"])
    #expect(OrganizationName("R.Y.H (Rise Your Hands)").gloss == "Rise Your Hands")
    let library = OrganizationName("苫小牧市立中央図書館 指定管理者TRC苫小牧グループ")
    #expect(library.core == "TRC苫小牧グループ")
    #expect(library.facility == "苫小牧市立中央図書館")
  }
}
