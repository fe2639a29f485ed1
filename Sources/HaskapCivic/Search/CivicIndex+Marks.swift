public import Haskap

extension CivicIndex {
  /// A whole text, marked where it has one of the words as it was typed.
  public func marked(_ words: [String], in text: String) throws -> Snippet {
    let interpreter = QueryInterpreter(
      reader.schema, defaults: CivicSchema.textFields, reader: reader)
    return Highlighter(columns: .max).snippet(
      of: text, matches: try interpreter.matches(of: words, in: text, field: CivicSchema.prose))
  }
}
