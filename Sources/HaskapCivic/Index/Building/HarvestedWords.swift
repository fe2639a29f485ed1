internal import HaskapText

/// Words for the analyzer that the records themselves give: names in kana that its dictionaries
/// shatter into single letters.
///
/// Only those: whole names as words hide the words inside them. Over the four reports and the 63
/// judged queries nDCG@10 was 0.8946 without harvested words and with these, 0.8925 with whole
/// names of organizations, 0.8895 with those of projects as well.
struct HarvestedWords {
  private let session: AnalyzerSession
  private var text = AnalyzedText()
  private var found: Set<String> = []

  /// - Parameter names: of organizations, without their legal forms, and of projects.
  static func words(in names: [String]) throws -> [UserWord] {
    var options = Analyzer.Options()
    options.userWords = try CivicWords.shipped()
    let analyzer = try Analyzer(named: CivicSchema.analyzer, options: options)
    var harvest = HarvestedWords(session: try analyzer.makeSession())
    for name in names { try harvest.take(name) }
    return harvest.found.sorted().map { UserWord($0) }
  }

  private init(session: AnalyzerSession) { self.session = session }

  /// Takes a name that is Hiragana as a whole, and every stretch of Katakana of one. A stretch of
  /// Hiragana inside a name is more often grammar than a word.
  private mutating func take(_ name: String) throws {
    try session.analyze(name, into: &text)
    let name = String(decoding: text.utf8, as: UTF8.self).unicodeScalars
    if name.allSatisfy({ 0x3041...0x3096 ~= $0.value }) { try takeShattered(String(name)) }
    for stretch in name.split(whereSeparator: { !(Self.isKatakana($0)) }) {
      try takeShattered(String(stretch))
    }
  }

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    0x30A1...0x30FA ~= scalar.value || scalar.value == 0x30FC
  }

  private mutating func takeShattered(_ word: String) throws {
    try session.analyze(word, into: &text)
    let hasSingleLetters = text.tokens.contains { text.text(of: $0).unicodeScalars.count == 1 }
    if hasSingleLetters, 3...20 ~= word.unicodeScalars.count { found.insert(word) }
  }
}
