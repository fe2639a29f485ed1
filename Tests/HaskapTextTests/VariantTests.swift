import Testing

@testable import HaskapText

@Suite struct VariantTests {
  private func texts(_ text: String, _ foldings: FoldingSet = .all) -> [String] {
    VariantTables(foldings: foldings).variants(of: text, limit: 200).map(\.text)
  }

  @Test func whatWasTypedComesFirstAndTiersRise() {
    let variants = VariantTables().variants(of: "子ども12人", limit: 30)
    #expect(variants[0].text == "子ども12人" && variants[0].tier == 0)
    #expect(variants.map(\.tier) == variants.map(\.tier).sorted())
    #expect(Set(variants.map(\.text)).count == variants.count)
    #expect(variants.dropFirst().allSatisfy { !$0.foldings.isEmpty })
  }

  @Test func fewerAreAmongMore() {
    for text in ["子ども12人", "令和5年度の協働事業は何ですか", "佐々木さんの鉄工所のサーバー", "ゴミ拾いと引っ越し"] {
      let all = VariantTables().variants(of: text, limit: 300)
      for limit in [1, 2, 5, 24, 60] {
        let some = VariantTables().variants(of: text, limit: limit)
        #expect(some.count == min(limit, all.count))
        #expect(some.first?.text == text && some.map(\.tier) == some.map(\.tier).sorted())
        #expect(Set(some.map(\.text)).isSubset(of: all.map(\.text)), "\(text), \(limit)")
      }
    }
  }

  /// Many places for dots and old kanji leave room for what one folding makes.
  @Test func numbersOfALongTextAreAmongItsForms() throws {
    var text = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze("第三回全国大会二十人", into: &text)
    let forms = VariantTables().variants(of: text, limit: 24).map(\.text)
    #expect(forms.contains("第3回全国大会20人"))
  }

  @Test func limitsAndSwitchesHold() {
    #expect(VariantTables().variants(of: "子ども", limit: 2).count == 2)
    #expect(VariantTables().variants(of: "子ども", limit: 0).isEmpty)
    #expect(texts("子ども", []) == ["子ども"])
    #expect(!texts("松本鉄工所", [.kana]).contains("松本鐵工所"))
  }

  /// However many of its letters are taken for others.
  @Test(arguments: [
    ("コ一ヒ一", "コーヒー"), ("コーヒー", "コ一ヒ一"), ("デヴュー", "デビュー"), ("デビュー", "デヴュー"),
    ("(株)苫東", "株式会社苫東"), ("株式会社苫東", "(株)苫東"),
  ])
  func formsOfAWord(_ typed: String, _ form: String) {
    let forms = VariantTables().variants(of: typed, limit: 24).map(\.text)
    #expect(forms.contains(form), "\(forms)")
  }

  @Test(arguments: ["東口", "工場", "二階", "一般", "力士"])
  func kanjiBesideNoKatakanaAreNotLookAlikes(_ text: String) {
    #expect(texts(text, [.lookAlike]) == [text])
  }

  /// A form that cannot stand in normalized text would never be found.
  @Test func everyFormOfTheTablesIsNormal() throws {
    let session = try Analyzer(named: "keyword").makeSession()
    var text = AnalyzedText()
    for table in [
      PackageResources.folding_kanji_tsv, PackageResources.folding_name_kanji_tsv,
      PackageResources.folding_spelling_tsv,
      PackageResources.folding_kana_tsv, PackageResources.folding_joining_kana_tsv,
      PackageResources.folding_dash_tsv, PackageResources.folding_look_alike_tsv,
    ] {
      for row in ResourceTable.rows(of: table) {
        #expect(row.count > 1 && Set(row).count == row.count, "\(row)")
        for form in row {
          try session.analyze(String(form), into: &text)
          #expect(text.utf8.elementsEqual(form.utf8), "\(form)")
        }
      }
    }
  }

  /// Each folding gives forms, and none but its own when it alone is on.
  @Test(arguments: [
    ("広島", Folding.kanji), ("取組", .spelling), ("佐々木", .iterationMark), ("サーバ", .longVowel),
    ("らーめん", .dash), ("ア・イ", .middleDot), ("定員20", .space), ("令和5年", .year), ("ヴァン", .kana),
    ("ひまわり", .hiraganaKatakana), ("12回", .numeral), ("café", .letterMark), ("ト口", .lookAlike),
  ])
  func canBeSwitched(_ text: String, _ folding: Folding) {
    let own = VariantTables(foldings: [folding]).variants(of: text, limit: 50).dropFirst()
    #expect(!own.isEmpty && own.allSatisfy { Set($0.foldings) == [folding.rawValue] })
    let others = VariantTables(foldings: FoldingSet(Folding.allCases.filter { $0 != folding }))
    #expect(
      others.variants(of: text, limit: 200).allSatisfy { !$0.foldings.contains(folding.rawValue) })
  }

  /// No form of a single kana; ー falls only from words of four letters; numbers want a counter.
  @Test(arguments: [
    "い", "ー", "カー", "キー", "コピー", "カレー", "3", "10", "1000", "三井", "十勝", "千歳", "千歳市", "007号", "ツテ",
  ])
  func hasNoOtherForm(_ text: String) {
    #expect(
      texts(text, [.longVowel, .numeral, .kana]).filter { $0 != text } == [])
  }

  @Test func longTextsAreNotFolded() {
    let text = String(repeating: "子ども会", count: 2_500)
    #expect(texts(text) == [text])
  }

  @Test func emptyTextHasItselfAlone() { #expect(texts("") == [""]) }
}
