public import Haskap

extension CivicIndex {
  /// A whole text, marked where it has one of the words as it was typed.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func marked(_ words: [String], in text: String) throws -> Snippet {
    let interpreter = QueryInterpreter(
      reader.schema, defaults: CivicSchema.textFields, reader: reader)
    return Highlighter(columns: .max).snippet(
      of: text, matches: try interpreter.matches(of: words, in: text, field: CivicSchema.prose))
  }
}
