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
    let found = WholeWord.all(in: analyzed).map { analyzed.text(of: $0.span) }.filter(
      Self.isContent)
    words = Array(found.uniqued.prefix(Self.mostWords))
    isPhrase =
      words.count > 1 && analyzed.tokens.contains { !Self.isContent(analyzed.text(of: $0)) }
  }

  /// Each word is as dear as a query of its own.
  private static let mostWords = 96

  /// Those that do not belong to the grammar.
  var tellingWords: [String] { words.filter { !Self.isHiragana($0) } }

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

  private static func isContent(_ token: String) -> Bool {
    let scalars = token.unicodeScalars
    return !(isHiragana(token) && scalars.count == 1) && !functionWords.contains(token)
  }

  static func isHiragana(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { ("ぁ"..."ゟ").contains($0) }
  }

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
    から まで より など では には とは への での という として について において における ため こと もの とき ところ よう ほか ほど だけ \
    どこ どちら どの どれ どんな どのような どう いつ だれ なに なぜ いくつ いくら いい よい くだ さい 何 誰 人 中 時 所 事 方 者 何人
    """.split(separator: " ").map(String.init))
}

extension Unicode.Scalar {
  var isKanji: Bool { (0x4E00...0x9FFF).contains(value) }
}
