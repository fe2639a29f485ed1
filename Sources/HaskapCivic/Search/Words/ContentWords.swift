internal import HaskapDocuments
internal import HaskapText

/// What of a text is worth looking for by itself: its words without particles, without what only
/// asks (どこですか, を教えてください), and without the years it names.
struct ContentWords {
  private(set) var words: [String] = []
  /// The years that the text names beyond doubt, as written: 令和5年度.
  private(set) var years: [String] = []
  /// Whether particles join several words: ゴミの減量, but not リサイクル川柳.
  private(set) var isPhrase = false

  /// By the stem of a verb, all of it.
  private var wholeVerbs: [String: String] = [:]

  /// Whether the text stands for exactly itself.
  private(set) var isQuotation = false

  /// Of a text between quotes nothing is looked for but the whole.
  static let quotation: ContentWords = {
    var words = ContentWords()
    words.isQuotation = true
    return words
  }()

  private init() {}

  /// - Parameter session: of the analyzer whose words are looked for.
  init(_ text: String, session: AnalyzerSession) throws {
    let (rest, years) = Self.withoutYears(text)
    self.years = years
    var analyzed = AnalyzedText()
    try session.analyze(Self.withoutRequest(rest), into: &analyzed)
    let found = WholeWord.all(in: analyzed).map { word in
      let (stem, whole) = Self.withEnding(word, of: analyzed)
      wholeVerbs[stem] = stem == whole ? nil : whole
      return stem
    }.filter(Self.isContent)
    words = Array(found.uniqued.prefix(Self.mostWords))
    tellingWords = words.filter { !Self.isHiragana($0) } + Self.hiraganaWords(of: analyzed)
    isPhrase =
      words.count > 1 && analyzed.tokens.contains { !Self.isContent(analyzed.text(of: $0)) }
  }

  /// Each word is as dear as a query of its own.
  private static let mostWords = 96

  /// Those that do not belong to the grammar.
  private(set) var tellingWords: [String] = []

  /// A word as it was typed: 聞こえない for 聞こえ.
  func typed(_ word: String) -> String { wholeVerbs[word] ?? word }

  /// Of some words those of which an answer must have one; the others only raise what has one of these.
  /// 教室 of 水泳教室 says what kind of thing is meant, and 水 of 水漏れ stands in words of all kinds.
  static func needed(of words: [String]) -> [String] {
    let telling = words.filter { !isHiragana($0) && $0.count > 1 && !isGeneral($0) }
    return telling.isEmpty ? words : telling
  }

  /// Whether a word only says of what kind something is.
  static func isGeneral(_ word: String) -> Bool { generalWords.contains(word) }

  /// The neighboring kanji of long compounds: 演奏, 奏会 of 演奏会. Where a compound does not occur,
  /// these often do.
  var pairs: [String] {
    words.filter { $0.count > 2 && $0.unicodeScalars.allSatisfy(\.isKanji) }.flatMap { word in
      zip(word, word.dropFirst()).map { "\($0)\($1)" }
    }
  }

  /// The month or day of a year that a text is and nothing else: 2023年10月, 令和5年10月14日, R5.10.14; nil for
  /// what may be another number, as 2023-10.
  static func date(_ text: String) -> PartialDate? {
    guard text.count <= longestDate, text.contains(where: \.isNumber),
      let date = try? DateExpression.parse(text), date.day != nil || text.contains("月")
    else { return nil }
    return date
  }

  /// In characters: 2023年10月14日, and some more.
  private static let longestDate = 14

  /// Whether a text is a year and nothing else: 令和2年度, 令2, R2 and 2020, but not 令和2年度予算.
  static func isYear(_ text: String) -> Bool {
    if shortYear(text) != nil { return true }
    let (rest, years) = withoutYears(text)
    return years.count == 1 && rest.isBlank
  }

  /// The fiscal year that 令5, R5, R元 or 2023 means, as it is written out; nil for all other texts.
  static func shortYear(_ text: String) -> String? {
    guard text.count <= 6, text.last?.isNumber == true || text.last == "元",
      let span = try? YearExpression.parse(text),
      span.kind == .unspecified, let year = span.first, span.last == year, years.contains(year)
    else { return nil }
    return YearSpan.fiscal(year).description
  }

  /// How reports print the year that R5, R5年度, 2023年度 or 平成35年度 means; nil for what is written so, and for
  /// all other texts.
  static func printedYear(of text: String) -> String? {
    if let year = shortYear(text) { return year }
    guard isYear(text), let span = YearMention.all(in: text).first?.span else { return nil }
    let printed = span.description
    let typed = Folding.folded(text).filter { !$0.isWhitespace }
    return Folding.folded(printed).hasPrefix(typed) ? nil : printed
  }

  /// What a bare number may mean as a year of a report.
  private static let years = 1945...2100

  private static func withoutYears(_ text: String) -> (rest: String, years: [String]) {
    var (rest, years) = (text, [String]())
    for mention in YearMention.all(in: text).reversed() where mention.span.first != nil {
      years.insert(String(text[mention.range]), at: 0)
      rest.replaceSubrange(mention.range, with: " ")
    }
    return (rest, years)
  }

  /// Without the end that makes a question or a request of it, as long as there is one.
  private static func withoutRequest(_ text: String) -> String {
    var text = text[...]
    while let end = requests.first(where: { text.hasSuffix($0) }), text.count > end.count {
      text = text.dropLast(end.count)
    }
    return String(text)
  }

  static func isContent(_ token: String) -> Bool {
    let scalars = token.unicodeScalars
    return !(isHiragana(token) && scalars.count == 1) && !functionWords.contains(token)
  }

  static func isHiragana(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { ("ぁ"..."ゟ").contains($0) }
  }

  /// The stem of a word, and all of it: of a verb that is cut behind its only kanji 聞こえ and 聞こえない.
  private static func withEnding(
    _ word: WholeWord, of text: AnalyzedText
  ) -> (stem: String, whole: String) {
    let kanji = text.text(of: word.span)
    guard kanji.unicodeScalars.count == 1, kanji.unicodeScalars.allSatisfy(\.isKanji) else {
      return (kanji, kanji)
    }
    var (end, stem, whole) = (word.span.end, kanji, kanji)
    for token in text.tokens[word.tokens.upperBound...] {
      let next = text.text(of: token)
      guard token.start == end, isHiragana(next), !particles.contains(next) else { break }
      if next.count == 1, stem == whole { stem += next }
      whole += next
      end = token.end
    }
    return stem == kanji ? (kanji, kanji) : (stem, whole)
  }

  static let particles = Set("はがのをにへとでもやかねよ".map(String.init))

  /// Words for kinds of things, and for what every report tells of: they stand beside a word that says
  /// which of these is meant.
  private static let generalWords = Set(
    """
    教室 講座 講習 講習会 研修 研修会 相談 相談会 窓口 手続き 手続 申請 申込 申し込み 届出 証明 証明書 料金 費用 代金 制度 \
    支援 援助 補助 助成 事業 活動 運動 行事 大会 施設 センター サービス 場所 会場 作り づくり 体験 利用 使用 方法 仕方 案内 情報 \
    問題 対策 予防 防止 保護 管理 整備 設置 計画 開催 参加 募集 団体 グループ サークル クラブ 仲間 協会 連盟 市民 住民 国民 \
    都市 地域 地区 生活 一時 特別 自由 時間 期間 結果 効果 目的 内容 実施 取組 取り組み 関係 必要 今 新しい \
    株式会社 有限会社 合同会社 社団法人 財団法人 法人 一般 公益
    """.split(separator: " ").map(String.init))

  /// Ends of questions and requests, the longest first.
  private static let requests = [
    "教えてください", "教えて下さい", "教えてほしい", "ありますでしょうか", "知りたいです", "ありましたか", "いいですか", "よいですか",
    "知りたい", "ください", "下さい", "教えて", "でしょうか", "ありますか", "いますか", "できますか", "しましたか", "ましたか", "ですか", "ますか",
    "とは", "？", "?", "。",
  ]

  /// Words of the grammar, as the segmenter cuts them, and those that only ask.
  private static let functionWords = Set(
    """
    です ます ました しま した して する され される なる なり ある あり ありま いる れる られる せる たい なら れば すれば すか ない \
    から まで より など くらい ぐらい では には とは への での という として について において における ため こと もの とき ところ よう ほか ほど だけ \
    それとも または もっと どこ どちら どっち どういう どの どれ どんな どのような どう いつ だれ なに なぜ いくつ いくら いい よい くだ さい 何 誰 人 中 時 所 事 方 者 何人
    """.split(separator: " ").map(String.init))
}

extension Unicode.Scalar {
  var isKanji: Bool { (0x4E00...0x9FFF).contains(value) }
}
