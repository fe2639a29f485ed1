/// Text between quotation marks, of Latin and of Japanese.
extension QueryLexer {
  static let quotes: [Character] = ["\"", "“", "”", "„", "‟", "＂", "〝", "〟"]
  private static let corners: [Character: Character] = [
    "「": "」", "『": "』", "｢": "｣", "【": "】", "〈": "〉", "《": "》", "〔": "〕",
  ]
  private static let closingCorners = Set(corners.values)

  /// A quotation mark, corner or bracket, which stays one whatever is put upon it.
  static func isSign(_ character: Character) -> Bool {
    quotes.contains(character) || cornerDepth(character) != 0 || opening.contains(character)
      || closing.contains(character)
  }

  /// A mark that stands upon no letter, as behind a quotation: U+200D, U+FE0F, ﾞ.
  static func isLooseMark(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0 == "\u{200D}" || $0.properties.isGraphemeExtend }
  }

  /// The characters of a query, each sign without the marks upon it, which follow by themselves.
  static func characters(of query: String) -> [Character] {
    var characters: [Character] = []
    characters.reserveCapacity(query.utf8.count)
    for character in query {
      let scalars = character.unicodeScalars
      guard let first = scalars.first, scalars.count > 1, isSign(Character(first)) else {
        characters.append(character)
        continue
      }
      characters.append(Character(first))
      characters += String(scalars.dropFirst())
    }
    return characters
  }

  /// The text between quotes that begin here; nil where none do, or one alone, which is left out.
  mutating func quotation() -> Token? {
    let first = characters[offset]
    if Self.quotes.contains(first) { return phrase() }
    guard let closing = Self.corners[first] else { return nil }
    return cornered(first, closing)
  }

  private mutating func phrase() -> Token? {
    let start = offset + 1
    guard let end = characters[start...].firstIndex(where: Self.quotes.contains) else {
      leaveOut()
      return nil
    }
    offset = end + 1
    return near(text(start..<end))
  }

  /// 「…」 by itself, or before punctuation or another, is a quotation; what goes on behind it, as 「こころ」を読む,
  /// is a word with brackets in it.
  private mutating func cornered(_ opening: Character, _ closing: Character) -> Token? {
    var depth = 0
    for place in offset..<characters.count {
      depth += characters[place] == opening ? 1 : characters[place] == closing ? -1 : 0
      guard depth == 0 else { continue }
      let behind = place + 1
      guard place > offset + 1,
        behind == characters.count || endsQuotation(characters[behind])
          || endOfPunctuation(from: behind) != nil
      else { return nil }
      let text = text(offset + 1..<place)
      offset = behind
      return .phrase(text)
    }
    leaveOut()
    return nil
  }

  func endsQuotation(_ next: Character) -> Bool {
    endsWord(next) || Self.corners[next] != nil || Self.isLooseMark(next)
  }

  private mutating func leaveOut() {
    note(.unbalanced(String(characters[offset])), at: offset)
    offset += 1
  }

  /// How much deeper what follows a character lies.
  static func cornerDepth(_ character: Character) -> Int {
    corners[character] != nil ? 1 : closingCorners.contains(character) ? -1 : 0
  }

  /// A word without a closing 」 at its end that nothing opens.
  mutating func withoutStrayCorner(_ text: String, at start: Int) -> String {
    guard let last = text.last, Self.closingCorners.contains(last), text.count > 1,
      let opening = Self.corners.first(where: { $0.value == last })?.key, !text.contains(opening)
    else { return text }
    note(.unbalanced(String(last)), at: start + text.count - 1)
    return String(text.dropLast())
  }
}
