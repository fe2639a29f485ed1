/// What stands at the ends of a word, and is no part of it.
extension QueryLexer {
  private static let enclosures: [Character: Character] = [
    "'": "'", "’": "’", "`": "`", "[": "]", "［": "］",
  ]
  /// What people copy with a word of Japanese, or type before it: ※花火, 場所：, @市民.
  private static let marks = Set(
    "：:※●◎■□◆◇★☆▲△▼▽→←↑↓⇒@＠/／〜～{}｛｝<>＜＞〈〉《》‘’・•![]［］'`｀^＾\\＼_＿=＝#＃+＋&＆")

  /// Without punctuation and marks at the ends, and quotes or brackets around all of it that mean nothing here:
  /// '町内会', [町内会]. A word of nothing else stays.
  func trimmed(_ text: String) -> String {
    var rest = text[...]
    if let first = rest.first, let last = Self.enclosures[first], rest.count > 2, rest.last == last
    {
      rest = rest.dropFirst().dropLast()
    }
    while let first = rest.first, Self.punctuation.contains(first), first.isASCII == false {
      rest.removeFirst()
    }
    while let last = rest.last, Self.punctuation.contains(last) || asks(rest) {
      rest.removeLast()
    }
    let bare = rest.drop(while: Self.marks.contains)
    if bare.first.map(Self.isJapanese) == true { rest = bare }
    if let end = rest.lastIndex(where: { !Self.marks.contains($0) }), Self.isJapanese(rest[end]) {
      rest = rest[...end]
    }
    return rest.isEmpty ? text : String(rest)
  }

  /// Whether a `?` at the end asks, instead of leaving a character open: behind Japanese, and at
  /// the end of a sentence.
  private func asks(_ text: Substring) -> Bool {
    guard text.last == Self.questionMark, text.count > 1,
      !text.dropLast().contains(where: Self.isOpen)
    else { return false }
    return text.contains { !$0.isASCII } || offset == characters.count && wordCount > 2
  }
}
