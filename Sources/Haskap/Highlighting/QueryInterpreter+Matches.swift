extension QueryInterpreter {
  /// Where words and phrases of a query stand in a text of a field, however they lie among its
  /// words: what a snippet marks.
  ///
  /// - Parameters:
  ///   - units: as typed.
  ///   - quotations: those of them that stand for exactly themselves, in no other spelling.
  ///   - text: the field's value as it was given to the index.
  /// - Returns: in the order of the text; `TextMatch.term` is the first place in `units`.
  /// - Throws: `ICUError`.
  public func matches(
    of units: [String], quotations: Set<String> = [], in text: String, field: String
  ) throws -> [TextMatch] {
    guard let marker = try marker(of: units, quotations: quotations, field: field) else {
      return []
    }
    let session = try spellings.session(Spellings.Analysis(schema[field]).analyzer)
    return marker.matches(in: try NormalizedText(text, by: session))
  }

  /// What finds them in several texts of a field; nil where it has none.
  ///
  /// - Throws: `ICUError`.
  package func marker(
    of units: [String], quotations: Set<String>, field: String
  ) throws -> TextMarker? {
    guard let field = schema[field], field.textOptions != nil else { return nil }
    return try TextMarker(units, quotations: quotations, Spellings.Analysis(field), spellings)
  }
}
