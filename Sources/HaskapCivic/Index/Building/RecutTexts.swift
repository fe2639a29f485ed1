internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery
internal import HaskapText

/// What an index has of words that its analyzer is to learn or to forget: these texts are cut otherwise
/// then, and no others.
struct RecutTexts {
  /// Ids of records.
  private(set) var records: Set<String> = []
  /// Ids of organizations.
  private(set) var bodies: Set<String> = []

  /// - Throws: `FormatError` when the index is damaged.
  init(having words: some Sequence<UserWord>, in index: CivicIndex) throws {
    let interpreter = QueryInterpreter(
      index.reader.schema, defaults: CivicSchema.textFields, reader: index.reader)
    let queries = try words.map { try interpreter.exactQuery(.phrase($0.text)) }
    guard !queries.isEmpty else { return }
    let found = try index.searcher.prepare(.filter(.any(queries))).run(
      SearchRequest(limit: 0, gathersDocuments: true))
    let keys = try ColumnReader(index.reader, field: CivicSchema.key)
    let bodies = try ColumnReader(index.reader, field: CivicSchema.organization)
    let types = try ColumnReader(index.reader, field: CivicSchema.type)
    try found.documents?.forEachDocument { segment, document in
      func text(_ column: ColumnReader) throws -> String {
        try column.values(segment: segment, document: document).first?.text ?? ""
      }
      switch CivicType(rawValue: try text(types)) {
      case .organization: self.bodies.insert(try text(bodies))
      case .activity: records.insert(CivicDocuments.projectKey(ofActivity: try text(keys)))
      default: records.insert(try text(keys))
      }
    }
  }
}
