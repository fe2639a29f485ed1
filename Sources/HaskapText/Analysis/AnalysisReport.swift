/// What happens to a text, step by step. All offsets are UTF-8 bytes, from 0.
///
/// `Analyzer` and `VariantTables` name the sources of what they do.
public struct AnalysisReport: Codable, Sendable {
  /// A place where normalization changed the length of the text, in UTF-8 bytes.
  public struct Change: Codable, Sendable {
    public var original: String
    public var normalized: String
    public var originalOffset: Int
    public var normalizedOffset: Int
  }

  /// Where a piece comes from: a dictionary, the rule for stretches of Katakana or for a character
  /// that no dictionary has (both of ICU's `dictbe.cpp`), or the rules of Unicode Standard Annex 29.
  public enum Origin: String, Codable, Sendable {
    case userDictionary, icuDictionary, katakanaRule, unknownCharacter, icuRules
  }

  /// What stands between two boundaries; offsets in UTF-8 bytes.
  public struct Piece: Codable, Sendable {
    public var text: String
    /// In the normalized text.
    public var start: Int
    public var end: Int
    /// In the original.
    public var originalStart: Int
    public var originalEnd: Int
    /// False for spaces and punctuation, which are not indexed.
    public var isWord: Bool
    public var origin: Origin
    /// The cost in the dictionary's model; nil where rules cut.
    public var cost: Int?
  }

  /// Another form in which a query is tried, as `VariantTables` makes it.
  public struct Form: Codable, Sendable {
    public var text: String
    public var tier: Int
    public var foldings: [String]
  }

  public var analyzer: String
  public var fingerprint: String
  public var warning: String?
  public var original: String
  public var normalized: String
  public var changes: [Change]
  public var pieces: [Piece]
  public var variants: [Form]
}

extension Analyzer {
  /// Tells what this analyzer does to a text, with up to `variantLimit` forms of it.
  /// - Throws: `ICUError`.
  public func report(on original: String, variantLimit: Int = 20) throws -> AnalysisReport {
    var text = AnalyzedText()
    try makeSession().analyze(original, into: &text, mapOffsets: true)
    let normalized = String(decoding: text.utf8, as: UTF8.self)
    return AnalysisReport(
      analyzer: name, fingerprint: fingerprint, warning: warning, original: original,
      normalized: normalized, changes: changes(in: text, of: Array(original.utf8)),
      pieces: pieces(of: text),
      variants: VariantTables(foldings: foldings).variants(of: text, limit: variantLimit).map {
        AnalysisReport.Form(text: $0.text, tier: $0.tier, foldings: $0.foldings)
      })
  }

  private func changes(
    in text: AnalyzedText, of original: [UInt8]
  ) -> [AnalysisReport.Change] {
    text.offsetMap.edits.map { edit in
      let from = Int(edit.original.lowerBound)..<Int(edit.original.upperBound)
      let to = Int(edit.normalized.lowerBound)..<Int(edit.normalized.upperBound)
      return AnalysisReport.Change(
        original: String(decoding: original[from], as: UTF8.self),
        normalized: String(decoding: text.utf8[to], as: UTF8.self),
        originalOffset: from.lowerBound, normalizedOffset: to.lowerBound)
    }
  }

  private func pieces(of text: AnalyzedText) -> [AnalysisReport.Piece] {
    let words = Set(text.tokens)
    let cuts = text.boundaries.offsets
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let original = text.offsetMap.originalRange(of: start..<end)
      let piece = String(decoding: text.utf8[start..<end], as: UTF8.self)
      let (origin, cost) = origin(of: piece)
      return AnalysisReport.Piece(
        text: piece, start: start, end: end, originalStart: original.lowerBound,
        originalEnd: original.upperBound,
        isWord: words.contains(TokenSpan(start: UInt32(start), end: UInt32(end))),
        origin: origin, cost: cost)
    }
  }

  /// The cheapest way in which a piece can have come to be.
  private func origin(of piece: String) -> (AnalysisReport.Origin, Int?) {
    let kinds = piece.unicodeScalars.map { NormalizerRun.kind($0.value) }
    guard cutsByDictionary, kinds.allSatisfy({ $0 >= CharacterTable.katakana }) else {
      return (.icuRules, nil)
    }
    var ways: [(AnalysisReport.Origin, Int)] = []
    if let cost = userDictionary?.cost(of: piece) { ways.append((.userDictionary, cost)) }
    if let cost = SegmenterGuard.trie?.value(of: piece) { ways.append((.icuDictionary, cost)) }
    if kinds.allSatisfy({ $0 == CharacterTable.katakana }),
      let cost = ShortestPath.katakanaCost(kinds.count)
    {
      ways.append((.katakanaRule, Int(cost)))
    }
    if kinds.count == 1 { ways.append((.unknownCharacter, Int(WordAutomaton.unknownCharacter))) }
    return ways.min { $0.1 < $1.1 } ?? (.icuRules, nil)
  }
}
