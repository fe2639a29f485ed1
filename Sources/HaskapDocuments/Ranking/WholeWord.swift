package import HaskapText

/// A word as people see it, where the analyzer may cut it in several.
package struct WholeWord {
  package private(set) var span: TokenSpan
  /// The places of its pieces among the tokens of the text.
  package private(set) var tokens: Range<Int>
  private let script: Script
  /// Whether it is one character.
  private let isSingle: Bool

  /// Words of hiragana alone mostly belong to the grammar.
  var isHiragana: Bool { script == .hiragana }

  private enum Script { case number, hiragana, katakana, kanji, other }

  /// The words of a text that mean something by themselves, in order. A run of katakana is one word:
  /// a カップ is no part of ハスカップ. Not among them is what is only a piece of a longer word: a single
  /// kana, as ー of どみー; a number and what it counts; and a single kanji beside a word of several, as
  /// 会 of 展覧会, which in most texts belongs to something else.
  package static func all(in text: AnalyzedText) -> [WholeWord] {
    var words: [WholeWord] = []
    for place in text.tokens.indices {
      let word = WholeWord(place, of: text)
      if word.script == .katakana, let last = words.last, last.script == .katakana,
        last.span.end == word.span.start
      {
        words[words.count - 1].span.end = word.span.end
        words[words.count - 1].tokens = last.tokens.lowerBound..<place + 1
      } else {
        words.append(word)
      }
    }
    return words.indices.filter { !isPiece($0, of: words) }.map { words[$0] }
  }

  private init(_ place: Int, of text: AnalyzedText) {
    span = text.tokens[place]
    tokens = place..<place + 1
    let scalars = text.text(of: span).unicodeScalars
    isSingle = scalars.dropFirst().isEmpty
    let scripts = scalars.lazy.map(Self.script)
    let first = scripts.first ?? .other
    script = scripts.allSatisfy { $0 == first } ? first : .other
  }

  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar {
    case "0"..."9": .number
    case "ぁ"..."ゟ": .hiragana
    case "ァ"..."ヺ", "ー": .katakana
    case "\u{4E00}"..."\u{9FFF}": .kanji
    default: .other
    }
  }

  private static func isPiece(_ place: Int, of words: [WholeWord]) -> Bool {
    let word = words[place]
    let isBound =
      (
        place > 0 && words[place - 1].span.end == word.span.start,
        place + 1 < words.count && word.span.end == words[place + 1].span.start
      )
    switch word.script {
    case .number: return isBound.0 || isBound.1
    case .hiragana, .katakana: return word.isSingle && (isBound.0 || isBound.1)
    case .other: return false
    case .kanji:
      return word.isSingle
        && (isBound.0 && words[place - 1].takesKanji || isBound.1 && words[place + 1].takesKanji)
    }
  }

  /// Whether a single kanji beside it belongs to it.
  private var takesKanji: Bool { script == .number || script == .kanji && !isSingle }
}
