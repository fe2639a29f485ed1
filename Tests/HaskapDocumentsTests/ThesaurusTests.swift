import Foundation
import HaskapText
import Testing

@testable import HaskapDocuments

@Suite struct ThesaurusTests {
  private static let text = """
    # a comment
    保育所 = 保育園 = 託児所 > 小規模保育 ~ 待機児童   # another
    預ける = 預け* ~ 一時預かり
    楽器 > ピアノ, 太鼓
    """

  private func matches(_ query: String) throws -> [Thesaurus.Match] {
    let thesaurus = try Thesaurus(text: Self.text, file: "words.txt")
    var analyzed = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze(query, into: &analyzed)
    return thesaurus.matches(in: analyzed) { _ in false }
  }

  private func relatives(_ query: String) throws -> [String] {
    try matches(query).flatMap { match in
      match.relatives.map { "\(match.word) \($0.relation) \($0.text)" }
    }
  }

  @Test func eachRelationIsTold() throws {
    #expect(
      try relatives("保育園") == [
        "保育園 same 保育所", "保育園 same 託児所", "保育園 narrower 小規模保育", "保育園 related 待機児童",
      ])
    #expect(try relatives("ピアノ") == ["ピアノ broader 楽器"])
    #expect(try relatives("待機児童") == [], "a related word is an answer, not a question")
  }

  /// A near word is found as a same one is, and told as what it is.
  @Test func nearWordsAreNotTheSame() throws {
    let thesaurus = try Thesaurus(text: "台風 = 颱風 | 大雨, 水害 > 竜巻 ~ 避難", file: "words.txt")
    func told(_ word: String) -> [String] {
      thesaurus.relatives(of: word).map { "\($0.text) \($0.relation) \($0.rank)" }
    }
    #expect(
      told("台風") == [
        "颱風 same same", "大雨 related same", "水害 related same", "竜巻 narrower narrower",
        "避難 related related",
      ])
    #expect(
      told("大雨") == [
        "台風 related same", "颱風 related same", "水害 related same", "竜巻 related narrower",
        "避難 related related",
      ])
    #expect(told("竜巻") == ["台風 broader broader", "颱風 broader broader"])
  }

  /// 遊ぼ of 遊ぼう is no wider kind of what a game is.
  @Test func stemsAreNotBroader() throws {
    let thesaurus = try Thesaurus(text: "遊び = 遊ぼ* > ゲーム", file: "words.txt")
    #expect(thesaurus.relatives(of: "ゲーム").map(\.text) == ["遊び"])
    #expect(thesaurus.relatives(of: "遊び").map(\.text) == ["遊ぼ", "ゲーム"])
  }

  @Test func wordsAreFoundInSentencesAndStemsGoOn() throws {
    #expect(try matches("子供を預けたいので保育園を探す").map(\.word) == ["預け", "保育園"])
    #expect(try matches("太鼓判を押す").isEmpty, "a word ends where words are cut")
  }

  @Test func smallWordsMayDiffer() throws {
    let thesaurus = try Thesaurus(
      text: "子どもを預け* ~ 一時預かり\n本を借り* ~ 図書館\n茶会 ~ 茶道", file: "words.txt")
    let session = try Analyzer(named: "icu").makeSession()
    func related(_ query: String) throws -> [String] {
      var analyzed = AnalyzedText()
      try session.analyze(query, into: &analyzed)
      return thesaurus.matches(in: analyzed) { _ in false }.flatMap { $0.relatives.map(\.text) }
    }
    #expect(try related("子供を預けたい") == ["一時預かり"])
    #expect(try related("こどもが預けられる所") == ["一時預かり"])
    #expect(try related("本の借り方") == ["図書館"])
    #expect(try related("本は借りられますか") == ["図書館"])
    #expect(try related("お茶会") == ["茶道"])
    #expect(try related("本と借り物").isEmpty)
  }

  /// 夫 of a name says nothing of a man; before a known word a kanji does.
  @Test(arguments: [
    ("藤沢桓夫", []), ("犬山城", []), ("勉強家", []), ("高速道", []), ("夫の会", ["夫"]), ("熊対策", ["熊"]),
    ("対策と夫", ["夫"]),
  ])
  func aKanjiOfALongerWordIsNone(_ text: String, _ words: [String]) throws {
    let thesaurus = try Thesaurus(
      text: "夫 ~ 夫婦\n犬 ~ ペット\n家 = 住まい\n道 = 道路\n熊 = ヒグマ", file: "words.txt")
    var analyzed = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze(text, into: &analyzed)
    #expect(thesaurus.matches(in: analyzed) { $0 == "対策" }.map(\.word) == words)
  }

  @Test func widthAndCaseDoNotMatter() throws {
    let thesaurus = try Thesaurus(text: "ＩＴ ＝ デジタル", file: "words.txt")
    #expect(thesaurus.relatives(of: "it").map(\.text) == ["デジタル"])
  }

  @Test(arguments: ["= 保育園", "保育所 =", "保育所 > ", "保育所", "保育所 ~ 託児所,"])
  func aLineWithoutAWordIsToldWithItsNumber(_ line: String) {
    let error = #expect(throws: ThesaurusError.self) {
      try Thesaurus(text: "a = b\n\(line)\n", file: "words.txt")
    }
    #expect(error?.line == 2)
    #expect(error?.description.hasPrefix("words.txt, line 2: ") == true)
  }

  @Test func oneThesaurusIsAddedToAnother() throws {
    let own = try Thesaurus(text: "保育園 = ひよこ園", file: "own.txt")
    let both = try Thesaurus(text: Self.text, file: "words.txt").adding(own)
    #expect(both.relatives(of: "保育園").map(\.text) == ["保育所", "託児所", "小規模保育", "待機児童", "ひよこ園"])
  }

  @Test func whatShipsIsNormalized() throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/HaskapDocuments/Resources/thesaurus.txt")
    let text = try String(contentsOf: place, encoding: .utf8)
    var normalized = AnalyzedText()
    let session = try Analyzer(named: "icu").makeSession()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      try session.normalize(String(line), into: &normalized)
      #expect(String(decoding: normalized.utf8, as: UTF8.self) == line)
    }
    #expect(try Thesaurus.civic().count > 1500)
  }

  /// A word that stands twice in a line would have two relations, and a line that stands twice says
  /// nothing more.
  @Test func noGroupOfWhatShipsRepeatsItself() throws {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/HaskapDocuments/Resources/thesaurus.txt")
    let text = try String(contentsOf: place, encoding: .utf8)
    var firsts: Set<Set<String>> = []
    for line in text.split(separator: "\n") {
      guard let group = ThesaurusGroup(Array(line.utf8)[...]) else { continue }
      let words = (group.same + group.near + group.narrower + group.related).map(\.text)
      #expect(Set(words).count == words.count, "\(line)")
      let first = Set((group.same + group.near).map(\.text))
      #expect(firsts.insert(first).inserted, "\(line)")
    }
  }

  /// Two words that are not said for each other do not pass for the same.
  @Test(arguments: [
    ("夫", "妻"), ("ミサイル", "自衛隊"), ("りんご", "いちご"), ("人形", "ひな祭り"), ("電気", "ガス"),
    ("自転車", "バイク"), ("台風", "水害"), ("就職", "雇用"), ("商工会", "商工会議所"), ("ごみ拾い", "清掃"),
    ("泥棒", "防犯"), ("商品券", "ポイント"), ("電気", "ガス"), ("葬式", "火葬"), ("通訳", "多言語"),
  ])
  func whatIsNotTheSameIsNotTold(_ asked: String, _ other: String) throws {
    let relatives = try Thesaurus.civic().relatives(of: asked)
    #expect(!relatives.contains { $0.text == other && $0.relation == .same })
  }

  @Test(arguments: [("電気", "電力"), ("保育園", "保育所"), ("めがね", "眼鏡"), ("掃除", "清掃")])
  func whatIsTheSameIsToldSo(_ asked: String, _ other: String) throws {
    let relatives = try Thesaurus.civic().relatives(of: asked)
    #expect(relatives.contains { $0.text == other && $0.relation == .same })
  }

  /// A general word is no answer to a special one: 運動 of 愛の一声運動 is no sport.
  @Test(arguments: [
    ("サッカー", "運動"), ("運動会", "運動"), ("スポーツクラブ", "団体"), ("ごみ", "収集"), ("選挙", "啓発"),
    ("防犯カメラ", "設置"), ("引っ越し", "定住"), ("育休", "両立"), ("温泉", "健康"), ("囲碁教室", "校舎"),
  ])
  func whatIsTooGeneralIsNoRelative(_ asked: String, _ other: String) throws {
    #expect(try !Thesaurus.civic().relatives(of: asked).contains { $0.text == other })
  }

  /// What ships can be read, and the words of the kitchen lead to those of the office.
  @Test(arguments: [
    ("引っ越し", "転居"), ("運動会", "体育祭"), ("お年寄り", "高齢者"), ("赤ちゃん", "乳児"),
    ("ゴミ拾い", "清掃"), ("就職", "雇用"), ("ごはん", "給食"), ("楽器", "ピアノ"),
    ("ペットの葬式", "動物火葬場"), ("旦那に殴", "配偶者暴力"), ("医者代が高", "高額療養費"),
    ("鹿肉", "ジビエ"), ("119番の電話", "消防指令"), ("運転手のいない", "自動運転"),
    ("転入", "転出届"), ("戦争", "平和"), ("幼稚園", "保育所"), ("セクハラ", "人権"), ("離婚", "養育費"),
    ("wifi", "wi-fi"), ("移民", "多文化共生"), ("森林浴", "自然観察"), ("歯医者", "歯科"), ("ガソリン", "燃料費"),
  ])
  func theWordsOfCivicLife(_ asked: String, _ found: String) throws {
    #expect(try Thesaurus.civic().relatives(of: asked).contains { $0.text == found })
  }
}
