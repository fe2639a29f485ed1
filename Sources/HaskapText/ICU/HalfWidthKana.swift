/// The half-width kana of a text, which may be written so, or be what a wrong reading gives.
package struct HalfWidthKana {
  /// Punctuation included.
  package private(set) var all = 0
  private var marks = 0

  package init() {}

  package mutating func count(_ scalar: Unicode.Scalar) {
    guard 0xFF61...0xFF9F ~= scalar.value else { return }
    all += 1
    if scalar.value < 0xFF66 { marks += 1 }
  }

  /// Whether they make words. Of EUC-JP that is read as CP932 every hiragana gives a comma, and every
  /// katakana a middle dot.
  package var areWords: Bool { marks * 4 <= all }
}

extension TextEncoding {
  /// Whether a character beside kana and kanji is one of Japanese print: №, Ⅲ, ①, ■, ㈱, 﨑.
  package static func isPrintSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010...0x2030, 0x203B, 0x2100...0x22FF, 0x2460...0x26FF, 0x3200...0x33FF,
      0xF900...0xFAFF, 0xFFE0...0xFFE6:
      true
    default: false
    }
  }
}
