/// Which fields of the schema are searched by terms, and how.
extension Schema {
  /// The searched fields: those of text, each followed by its grams, and those of keywords.
  var indexedFields: [IndexedField] {
    fields.flatMap { field -> [IndexedField] in
      switch field.kind {
      case .text(let options):
        let words = IndexedField(name: field.name, positions: options.positions)
        let grams = IndexedField(name: Self.gramsName(of: field.name), norms: false)
        return options.grams ? [words, grams] : [words]
      case .keyword:
        return [
          IndexedField(name: field.name, frequencies: false, positions: false, norms: false)
        ]
      case .integer, .decimal, .boolean, .date, .moment, .time, .stored: return []
      }
    }
  }

  /// The searched field that holds the character bigrams of a text field. `#` is not allowed in
  /// the names of a schema, so it cannot meet another.
  static func gramsName(of field: String) -> String { field + gramsSuffix }

  static func isGramsName(_ name: String) -> Bool { name.hasSuffix(gramsSuffix) }

  private static let gramsSuffix = "#grams"

  /// The text fields whose grams are kept, and with them the word boundaries.
  var gramsFields: [String] {
    fields.compactMap { field in
      if case .text(let options) = field.kind, options.grams { field.name } else { nil }
    }
  }

  /// The names of the analyzers that the text fields use.
  var analyzerNames: [String] {
    fields.compactMap(\.textOptions).reduce(into: []) { names, options in
      if !names.contains(options.analyzer) { names.append(options.analyzer) }
    }
  }
}
