import Testing

@testable import HaskapText

@Suite struct VariantTests {
  private func texts(_ text: String, _ foldings: Set<Folding> = Set(Folding.allCases)) -> [String] {
    VariantTables(foldings: foldings).variants(of: text, limit: 200).map(\.text)
  }

  @Test(arguments: [
    ("松本鉄工所", "松本鐵工所"), ("松本鐵工所", "松本鉄工所"), ("髙﨑", "高崎"), ("渡辺", "渡邉"),
    ("佐々木", "佐佐木"), ("佐佐木", "佐々木"), ("サーバ", "サーバー"), ("サーバー", "サーバ"),
    ("認知症サポータ", "認知症サポーター"), ("コミュニティ・スクール", "コミュニティスクール"), ("12月", "十二月"),
    ("十二月", "12月"), ("二十三", "23"), ("こども", "子ども"), ("子供会", "子ども会"), ("障害者", "障がい者"),
    ("取組", "取り組み"), ("打合せ", "打ち合わせ"), ("ごみ", "ゴミ"), ("苦小牧市", "苫小牧市"), ("ト口ッコ", "トロッコ"),
    ("ヴァイオリン", "バイオリン"), ("トマチョツプ", "トマチョップ"), ("ひまわり", "ヒマワリ"), ("コ一ヒー", "コーヒー"),
  ])
  func findsTheOtherForm(_ query: String, _ form: String) {
    #expect(texts(query).contains(form))
  }

  @Test func whatWasTypedComesFirstAndTiersRise() {
    let variants = VariantTables().variants(of: "子ども12", limit: 30)
    #expect(variants[0].text == "子ども12" && variants[0].tier == 0)
    #expect(variants.map(\.tier) == variants.map(\.tier).sorted())
    #expect(Set(variants.map(\.text)).count == variants.count)
    #expect(variants.dropFirst().allSatisfy { !$0.foldings.isEmpty })
  }

  @Test func limitsAndSwitchesHold() {
    #expect(VariantTables().variants(of: "子ども", limit: 2).count == 2)
    #expect(VariantTables().variants(of: "子ども", limit: 0).isEmpty)
    #expect(texts("子ども", []) == ["子ども"])
    #expect(!texts("松本鉄工所", [.kana]).contains("松本鐵工所"))
  }

  @Test(arguments: ["東口", "工場", "二階", "一般", "力士"])
  func kanjiBesideNoKatakanaAreNotLookAlikes(_ text: String) {
    #expect(texts(text, [.lookAlike]) == [text])
  }

  @Test func emptyTextHasItselfAlone() { #expect(texts("") == [""]) }
}
