public import Haskap
internal import HaskapQuery

/// Completes beginnings out of an index of documents: its words, its labels and its titles.
public enum DocumentSuggestions {
  /// So many titles that have the beginning somewhere are looked at.
  private static let mostTitles = 256

  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public static func answer(
    to prefix: String, in reader: IndexReader, limit: Int = 10
  ) throws -> SuggestAnswer {
    let schema = reader.schema
    let labels = schema.fields.filter { $0.kind == .keyword && $0.name != schema.key }
    let interpreter = QueryInterpreter(schema, reader: reader)
    let names = try labels.flatMap { try reader.keywords(of: $0.name) }
    let titles = try titles(with: prefix, in: reader, interpreter)
    let searcher = reader.makeSearcher()
    return try Suggester(reader, searcher, interpreter, names: { _, _ in names + titles }) { hit in
      try reader.storedDocument(hit).values.compactMap(\.value.text)
    }.answer(to: prefix, limit: limit)
  }

  private static func titles(
    with prefix: String, in reader: IndexReader, _ interpreter: QueryInterpreter
  ) throws -> [String] {
    guard let title = DocumentShape(reader.schema).title else { return [] }
    let query = try interpreter.query(.field(title, .prefix(prefix)))
    let hits = try reader.makeSearcher().search(query, limit: mostTitles).hits
    return try hits.compactMap { try reader.storedDocument($0).text(title) }
  }
}
