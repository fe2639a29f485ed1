/// One spelling for characters that reports print in two widths, for recognizing, not for showing.
///
/// Every character gives exactly one, so that positions in the folded text hold in the source.
enum Folding {
  static func fold(_ text: some Sequence<Character>) -> [Character] { text.map(fold) }

  static func folded(_ text: some StringProtocol) -> String {
    text.unicodeScalars.contains(where: mayFold) ? String(text.map(fold)) : String(text)
  }

  static func mayFold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0x301B, 0x301D...0xFEFF: false
    default: true
    }
  }

  /// Full-width ASCII (U+FF01–FF5E) becomes ASCII; all white space becomes a space; the wave dash
  /// and its look-alikes become `~`, dashes of a range `-`, a full-width comma `、`.
  static func fold(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, mayFold(scalar) else { return character }
    switch scalar.value {
    case 0xFF0C: return "、"
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    case 0x301C, 0x223C, 0x2053: return "~"
    case 0x2010...0x2015, 0x2212: return "-"
    default: return character.isWhitespace ? " " : character
    }
  }
}

extension Character {
  /// True of 0 to 9 in either width, not of `一` and `①`, which are numbers as well.
  var isDigit: Bool { unicodeScalars.first?.isDigit ?? false }
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }
}
