internal import Haskap
internal import HaskapText

/// What somebody asks in a sentence: its words, and how rare they are in an index.
struct Sentence {
  struct Word {
    var text: String
    /// The inverse document frequency; the words of an index that lacks them are rarest.
    var rarity: Double

    /// Words of hiragana alone mostly belong to the grammar.
    var isContent: Bool {
      !text.unicodeScalars.allSatisfy { ("ぁ"..."ゟ").contains($0) || $0 == "ー" }
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
    words = try text.tokens.map { token in
      let word = text.text(of: token)
      let value = try known[word] ?? rarity(word)
      known[word] = value
      return Word(text: word, rarity: value)
    }
    let whole = String(decoding: text.utf8, as: UTF8.self)
    pairs = Self.pairs(of: whole)
    asksForDate = Self.dateWords.contains { whole.contains($0) }
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
  fileprivate var isLetter: Bool { properties.isAlphabetic || properties.numericType != nil }
  fileprivate var isHiragana: Bool { ("ぁ"..."ゟ").contains(self) }
}
