internal import Haskap

extension DocumentShape {
  /// The text in which the most of the words stand; the beginning of the longest where none does.
  func snippet(
    of document: Document, marking units: [String], quotations: Set<String>, columns: Int,
    _ interpreter: QueryInterpreter
  ) throws -> DocumentSnippet? {
    let texts = texts.flatMap { field in
      document[field].compactMap(\.text).map { (field: field, text: $0) }
    }
    let found = try texts.map { field, text in
      try interpreter.matches(of: units, quotations: quotations, in: text, field: field)
    }
    // Different words first, then how often they stand there.
    let ranks = texts.indices.map { place in
      let words = Set(found[place].map(\.term)).count
      return (words, found[place].count, texts[place].text.utf8.count)
    }
    guard let best = ranks.indices.max(by: { ranks[$0] < ranks[$1] }) else { return nil }
    let highlighter = Highlighter(columns: columns)
    return DocumentSnippet(
      field: texts[best].field,
      snippet: highlighter.snippet(of: texts[best].text, matches: found[best]))
  }
}
