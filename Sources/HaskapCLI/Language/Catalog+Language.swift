import HaskapSentences

extension Catalog {
  func text(of sentence: Sentence, in language: Language) -> String {
    if let one = sentence.ofOne, has(one.key) { return text(of: one, in: language) }
    return text(sentence.key, sentence.arguments, inEnglish: language == .english)
      ?? Template(sentence.key).filled(with: sentence.arguments)
  }

  /// The twin of a text that was made elsewhere; the text itself where it has none.
  func translated(_ text: String, to language: Language) -> String {
    translated(text, inEnglish: language == .english)
  }
}
