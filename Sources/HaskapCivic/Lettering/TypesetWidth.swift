/// How wide text is set, in quarters of a full-width character.
///
/// Japanese typesetting leaves a quarter between a letter or digit and a Japanese character
/// (JIS X 4051, autospacing); without it the breaks of `第35回苫小牧` would not come out.
enum TypesetWidth {
  static let full = 4

  static func of(_ text: some Sequence<Character>) -> Int {
    var width = 0
    var previous: (character: Character, isNarrow: Bool)?
    for character in text {
      let isNarrow = isNarrow(character)
      width += isNarrow ? full / 2 : full
      // Two Japanese letters never meet so.
      if let previous, isNarrow || previous.isNarrow, meetsAutospace(previous.character, character)
      {
        width += 1
      }
      previous = (character, isNarrow)
    }
    return width
  }

  /// True of ASCII and Latin letters and of half-width katakana (U+FF61–FFDC).
  static func isNarrow(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return true }
    return scalar.value < 0x300 || (0xFF61...0xFFDC).contains(scalar.value)
  }

  /// True of a letter or digit of Latin beside a Japanese letter, on whichever side.
  static func meetsAutospace(_ left: Character, _ right: Character) -> Bool {
    (isLatin(left) && isJapaneseLetter(right)) || (isLatin(right) && isJapaneseLetter(left))
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isDigit || character.isLetter)
  }

  private static func isJapaneseLetter(_ character: Character) -> Bool {
    !isNarrow(character) && (character.isKanaOrKanji || character.isLetter)
  }
}
