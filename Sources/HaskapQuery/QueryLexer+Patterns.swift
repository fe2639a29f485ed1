/// What is more than plain words: patterns, words near each other, ranges.
extension QueryLexer {
  static let stars: [Character] = ["*", "＊"]
  /// The full-width `？` is punctuation in Japanese, and stands for itself.
  static let questionMark: Character = "?"
  private static let tilde: Character = "~"
  /// Characters of the longest pattern, its runs not counted.
  private static let longestPattern = 63
  /// Characters of words near each other: to find so many takes their number to the power of three.
  private static let longestNear = 256
  static let rangeOpening: [Character: Bool] = ["[": true, "［": true, "{": false, "｛": false]
  private static let rangeClosing: [Character: Bool] = [
    "]": true, "］": true, "}": false, "｝": false,
  ]

  /// A word with the signs `*`, `?` and `~` read.
  mutating func word(_ text: String, at start: Int) -> Token {
    if let fuzzy = fuzzy(text, at: start) { return fuzzy }
    guard text.contains(where: Self.isOpen), text.contains(where: { !Self.isOpen($0) }),
      !text.contains("://")
    else { return .word(text.allSatisfy(Self.stars.contains) ? "*" : text) }
    guard text.count(where: { !Self.stars.contains($0) }) <= Self.longestPattern else {
      note(.plainText(String(text.prefix(20)) + "…"), at: start)
      return .word(text)
    }
    let rest = text.dropLast()
    if let last = text.last, Self.stars.contains(last), !rest.contains(where: Self.isOpen) {
      return .prefix(String(rest))
    }
    return .wildcard(String(text.map { Self.stars.contains($0) ? "*" : $0 }))
  }

  static func isOpen(_ character: Character) -> Bool {
    character == questionMark || stars.contains(character)
  }

  /// `word~` or `word~2`. Of numbers, as in 10~20 and 9時~17時, it makes no fuzzy word, nor of patterns.
  private mutating func fuzzy(_ text: String, at start: Int) -> Token? {
    guard let sign = text.lastIndex(of: Self.tilde) else { return nil }
    let (word, number) = (text[..<sign], text[text.index(after: sign)...])
    guard word.contains(where: \.isLetter), !word.contains(where: Self.isOpen),
      number.count <= 1 || !word.contains(where: \.isNumber), number.allSatisfy(\.isASCII),
      number.allSatisfy(\.isNumber)
    else { return nil }
    let distance = number.isEmpty ? 1 : Int(number)
    guard let distance, (1...2).contains(distance) else {
      note(.plainText(text), at: start)
      return nil
    }
    return .fuzzy(String(word), distance: distance)
  }

  /// What stands behind the closing quote: `"a b"~5`.
  mutating func near(_ text: String) -> Token {
    guard offset < characters.count, characters[offset] == Self.tilde else { return .phrase(text) }
    let start = offset
    offset += 1
    let digits = characters[offset...].prefix { $0.isASCII && $0.isNumber }
    offset += digits.count
    guard let slop = Int(String(digits)), text.count <= Self.longestNear else {
      note(.plainText("~" + String(digits)), at: start)
      return .phrase(text)
    }
    return .near(text, slop: slop)
  }

  /// `[a TO b]` behind a field's name; `{` and `}` leave out the end, `*` is none. Nil for what is
  /// no range.
  ///
  /// - Parameter isExpected: whether what is no range is noted; among values it may be `[word]`.
  mutating func range(isExpected: Bool) -> Token? {
    let start = offset
    let includesLower = Self.rangeOpening[characters[start]] ?? true
    guard let end = characters[start...].firstIndex(where: { Self.rangeClosing[$0] != nil }) else {
      if isExpected { note(.malformedRange, at: start) }
      return nil
    }
    let words = characters[(start + 1)..<end].split(whereSeparator: \.isWhitespace)
    let signs = words.indices.filter { words[$0].elementsEqual("TO") }
    guard signs.count == 1, signs[0] > 0, signs[0] < words.count - 1 else {
      if isExpected { note(.malformedRange, at: start) }
      return nil
    }
    offset = end + 1
    return .range(
      QueryRange(
        Self.bound(words[..<signs[0]]), Self.bound(words[(signs[0] + 1)...]),
        includesLower: includesLower, includesUpper: Self.rangeClosing[characters[end]] ?? true))
  }

  private static func bound(_ words: ArraySlice<ArraySlice<Character>>) -> String? {
    let text = words.map { String($0) }.joined(separator: " ")
    return text.count == 1 && text.allSatisfy(stars.contains) ? nil : text
  }
}
