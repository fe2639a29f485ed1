internal import Haskap
internal import HaskapText

/// What somebody asks in a sentence: its words, and how rare they are in an index.
struct Sentence {
  struct Word {
    var text: String
    /// The inverse document frequency; the words of an index that lacks them are rarest.
    var rarity: Double

    /// Whether it stands within 「」 or 『』, and has two letters at least.
    var isQuoted = false

    /// Words of hiragana alone mostly belong to the grammar, unless they are quoted: 「さいかちの道」.
    var isContent: Bool {
      isQuoted || !text.unicodeScalars.allSatisfy { ("ぁ"..."ゟ").contains($0) || $0 == "ー" }
    }
    var weight: Double { isNumber ? SentenceWeights.number : 1 }

    private var isNumber: Bool { text.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// In their order, each as often as it stands there.
  let words: [Word]
  /// PhraseIndex of characters that are not hiragana alone, each once.
  let pairs: [String]
  let asksForDate: Bool

  private static let dateWords = ["いつ", "何年", "何月", "何日", "何世紀", "年代"]

  /// - Parameter rarity: of a word, in the index.
  init(_ text: AnalyzedText, rarity: (String) throws -> Double) rethrows {
    var known: [String: Double] = [:]
    let whole = String(decoding: text.utf8, as: UTF8.self)
    let quotations = Self.quotations(in: whole)
    words = try text.tokens.map { token in
      let word = text.text(of: token)
      let value = try known[word] ?? rarity(word)
      known[word] = value
      let isQuoted = quotations.contains { $0.contains(Int(token.start)) }
      return Word(
        text: word, rarity: value, isQuoted: isQuoted && word.unicodeScalars.count > 1)
    }
    pairs = Self.pairs(of: whole)
    asksForDate = Self.dateWords.contains { whole.contains($0) }
  }

  /// Where quotations stand, in UTF-8.
  private static func quotations(in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == "「" || scalar == "『" { start = offset }
      if scalar == "」" || scalar == "』", let first = start {
        ranges.append(first..<offset)
        start = nil
      }
      offset += UTF8.width(scalar)
    }
    return ranges
  }

  /// Each word once.
  var distinctWords: [Word] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0.text).inserted }
  }

  private static func pairs(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var seen: Set<String> = []
    return zip(scalars, scalars.dropFirst()).compactMap { first, second in
      guard first.isLetter, second.isLetter, !(first.isHiragana && second.isHiragana) else {
        return nil
      }
      let pair = "\(first)\(second)"
      return seen.insert(pair).inserted ? pair : nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch self {
    // Most are; to ask for the properties of each takes long.
    case "0"..."9", "a"..."z", "ぁ"..."ゖ", "ァ"..."ヺ", "\u{4E00}"..."\u{9FFF}": true
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }
  fileprivate var isHiragana: Bool { ("ぁ"..."ゟ").contains(self) }
}
