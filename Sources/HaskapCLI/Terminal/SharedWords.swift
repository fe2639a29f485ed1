/// The words by which an answer is like another, in one line.
enum SharedWords {
  private static let mostShown = 8

  static func text(_ words: [String]) -> String {
    let more = words.count > mostShown ? " …" : ""
    return told(
      "共通の語: \(words.prefix(mostShown).joined(separator: Language.current.listMark) + more)")
  }
}
