package import HaskapText

/// A word as people see it, where the analyzer may cut it in several.
package struct WholeWord {
  package private(set) var span: TokenSpan
  /// The places of its pieces among the tokens of the text.
  package private(set) var tokens: Range<Int>
  private let script: Script
  /// Whether it is one character.
  private var isSingle: Bool

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
        words[words.count - 1].isSingle = false
      } else {
        words.append(word)
      }
    }
    return words.indices.filter { !isPiece($0, of: words) }.map { words[$0] }
  }

  private init(_ place: Int, of text: AnalyzedText) {
    span = text.tokens[place]
    tokens = place..<place + 1
    let (start, end) = (Int(span.start), Int(span.end))
    let (first, width) = Self.script(at: start, of: text.utf8)
    isSingle = start + width == end
    var place = start + width
    var isOne = true
    while isOne, place < end {
      let (next, width) = Self.script(at: place, of: text.utf8)
      isOne = next == first
      place += width
    }
    script = isOne ? first : .other
  }

  /// Of the character at a place, and its bytes.
  private static func script(at place: Int, of utf8: [UInt8]) -> (script: Script, width: Int) {
    let first = utf8[place]
    if first < 0x80 { return (0x30...0x39 ~= first ? .number : .other, 1) }
    guard first & 0xF0 == 0xE0, place + 2 < utf8.count else {
      return (.other, first < 0xE0 ? 2 : 4)
    }
    let middle = UInt32(utf8[place + 1] & 0x3F)
    switch UInt32(first & 0xF) << 12 | middle << 6 | UInt32(utf8[place + 2] & 0x3F) {
    case 0x3041...0x309F: return (.hiragana, 3)
    case 0x30A1...0x30FA, 0x30FC: return (.katakana, 3)
    case 0x4E00...0x9FFF: return (.kanji, 3)
    default: return (.other, 3)
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
