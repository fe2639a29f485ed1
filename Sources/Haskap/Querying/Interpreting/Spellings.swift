internal import HaskapText

/// The ways to write what is looked for, by the foldings of a field, and the words that the field's
/// analyzer cuts it into.
///
/// Holds the analyzers' scratch: one per thread.
final class Spellings {
  /// What decides how a text is looked for in a field.
  struct Analysis: Hashable {
    var analyzer: String
    var foldings: FoldingSet

    init(_ field: Field?) {
      analyzer = field?.textOptions?.analyzer ?? "keyword"
      foldings = field?.textOptions?.foldings ?? []
    }

    /// The same for what is looked for as it is written alone.
    var exact: Analysis {
      var exact = self
      exact.foldings = []
      return exact
    }
  }

  /// One way to write what is looked for; normalized.
  struct Form {
    var text: String
    /// 0 as it was typed.
    var tier: Int
    /// Whether it counts only at a word's end: サーバ for サーバー, but not in サーバル; 2日市 for 二日市, but
    /// not in 2日市内.
    var endsWord = false
    /// Whether a number at its ends must be a whole one in the text.
    var isWholeNumber = false
  }

  private static let variantLimit = 24
  private static let prolongedSoundMark: Unicode.Scalar = "ー"

  private let schema: Schema
  private let reader: IndexReader?
  private let known: KnownSpellings
  private var sessions: [(analyzer: String, session: AnalyzerSession)] = []
  private var scratch = AnalyzedText()

  init(_ schema: Schema, _ reader: IndexReader?, _ known: KnownSpellings) {
    (self.schema, self.reader, self.known) = (schema, reader, known)
  }

  func session(_ name: String) throws -> AnalyzerSession {
    if let known = sessions.first(where: { $0.analyzer == name }) { return known.session }
    let session = try schema.analyzer(named: name).makeSession()
    sessions.append((name, session))
    return session
  }

  /// The text normalized, with its words.
  func analyzed(_ text: String, by analyzer: String) throws -> AnalyzedText {
    try TimeLimit.check()
    try session(analyzer).analyze(text, into: &scratch)
    return scratch
  }

  func normalized(_ text: String, by analyzer: String) throws -> [UInt8] {
    try TimeLimit.check()
    try session(analyzer).normalize(text, into: &scratch)
    return scratch.utf8
  }

  func terms(of text: String, by analyzer: String) throws -> [[UInt8]] {
    let text = try analyzed(text, by: analyzer)
    return text.tokens.map { Array(text.utf8[Int($0.start)..<Int($0.end)]) }
  }

  /// The text as it was typed, then other ways to write it, the nearest first.
  func forms(of text: String, _ analysis: Analysis) throws -> [Form] {
    try known(text, analysis).all
  }

  /// The same forms as they stand in normalized text, over line ends as well.
  func normalForms(of text: String, _ analysis: Analysis) throws -> [UnitVariant] {
    var found = try known(text, analysis)
    if let normal = found.normal { return normal }
    let normal = try (found.all + wrapped(found.all)).map {
      UnitVariant(
        utf8: try normalized($0.text, by: analysis.analyzer), isWholeNumber: $0.isWholeNumber)
    }
    found.normal = normal
    known[KnownSpellings.FormsKey(text: text, analysis: analysis)] = found
    return normal
  }

  /// What was typed, as it may be printed over the end of a line.
  func wrapped(_ forms: [Form]) -> [Form] {
    forms.prefix(1).flatMap { WrappedForms.all(of: $0.text) }.map { Form(text: $0, tier: 0) }
  }

  private func known(_ text: String, _ analysis: Analysis) throws -> KnownSpellings.Forms {
    let key = KnownSpellings.FormsKey(text: text, analysis: analysis)
    if let found = known[key] { return found }
    let found = KnownSpellings.Forms(all: try newForms(of: text, analysis))
    known[key] = found
    return found
  }

  private func newForms(of text: String, _ analysis: Analysis) throws -> [Form] {
    let analyzed = try analyzed(text, by: analysis.analyzer)
    let variants = VariantTables(foldings: analysis.foldings)
      .variants(of: analyzed, limit: Self.variantLimit)
    guard let typed = variants.first else { return [] }
    let isLong = typed.text.unicodeScalars.last == Self.prolongedSoundMark
    var forms = variants.map { form in
      let isShort = isLong && form.text.unicodeScalars.last != Self.prolongedSoundMark
      let isNumber = form.foldings.contains(Folding.numeral.rawValue)
      return Form(
        text: form.text, tier: form.tier,
        endsWord: isNumber && !CountedText.ends(form.text)
          || isShort && form.foldings.contains(Folding.longVowel.rawValue),
        isWholeNumber: isNumber)
    }
    if analyzed.tokens.count == 1, analysis.foldings.contains(.letterMark) {
      let marked = try wordsWithMarks(typed.text, analysis)
      forms += marked.map { Form(text: $0, tier: Folding.letterMark.tier) }
    }
    return forms
  }

  /// Words of the index that are a word of ASCII letters with marks on some: café for `cafe`.
  private func wordsWithMarks(_ word: String, _ analysis: Analysis) throws -> [String] {
    let letters = word.unicodeScalars
    guard let reader, 2...32 ~= letters.count, letters.allSatisfy({ 0x61...0x7A ~= $0.value })
    else { return [] }
    let places = letters.map { [[$0]] + LetterMarks.marked($0) }
    let fields = schema.fields.filter { Analysis($0) == analysis }
    let words = try fields.flatMap { try reader.terms(of: $0.name, spelled: places) }
    return Set(words).subtracting([Array(word.utf8)]).map { String(decoding: $0, as: UTF8.self) }
      .sorted()
  }
}
