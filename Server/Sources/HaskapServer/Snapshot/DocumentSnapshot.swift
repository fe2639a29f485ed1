import Haskap
import HaskapDocuments

/// One commit of an index of other documents than reports, open.
final class DocumentSnapshot: Sendable {
  let index: Index
  let fingerprint: String
  let shape: DocumentShape
  var reader: IndexReader { index.reader }

  init(_ reader: IndexReader) {
    index = Index(reader)
    fingerprint = "\(reader.generation)-\(Fingerprint.of(reader.payloads.joined()))"
    shape = DocumentShape(reader.schema)
  }

  /// The columns by which a search may be narrowed.
  var columns: [String] {
    reader.schema.fields.filter { $0.hasColumn && $0.name != reader.schema.key }.map(\.name)
  }

  /// The columns by which answers may be put in order: numbers and days.
  var orders: [String] {
    reader.schema.fields.filter { $0.kind.isNumeric }.map(\.name)
  }

  /// - Throws: `Refusal` for what cannot be read; errors of the index.
  func answer(to input: SearchInput, explains: Bool = false) throws -> DocumentAnswer {
    try Refusal.reading {
      try index.search(try input.request(reader.schema, explains: explains))
    }
  }

  private static let documentsOnPage = 200

  /// How many pages list all documents.
  var pageCount: Int {
    max(1, (reader.documentCount + Self.documentsOnPage - 1) / Self.documentsOnPage)
  }

  /// The documents of such a page, in the order in which they were given.
  ///
  /// - Throws: errors of the index.
  func documents(onPage page: Int) throws -> [Document] {
    let offset = (page - 1) * Self.documentsOnPage
    let request = SearchRequest(limit: Self.documentsOnPage, offset: offset)
    let all = try reader.makeSearcher().prepare(.filter(.everything)).run(request)
    return try all.hits.map(reader.storedDocument)
  }

  /// Of all documents that have one.
  ///
  /// - Throws: errors of the index.
  func keys() throws -> [String] {
    try (1...pageCount).flatMap { try documents(onPage: $0).compactMap { name(of: $0).key } }
  }

  /// The document of a key; nil where there is none, or documents have no keys.
  func entry(_ key: String) throws -> DocumentEntry? {
    guard reader.schema.key != nil, var entry = try index.document(key: key) else { return nil }
    entry.file = entry.file.map(PublicPath.of)
    return entry
  }

  /// What a document is called, and by what it is asked for again; nil where it has no key.
  func name(of document: Document) -> (title: String, key: String?) {
    let key = reader.schema.key.flatMap { document.text($0) }
    let title = shape.title.flatMap { document.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
    return (title ?? key ?? shape.id.flatMap { document.text($0) } ?? "–", key)
  }
}
