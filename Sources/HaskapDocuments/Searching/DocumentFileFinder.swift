internal import Haskap

/// Tells from which file a document was read.
struct DocumentFileFinder {
  private let files: [(path: String, query: PreparedQuery)]

  init(_ reader: IndexReader) throws {
    let searcher = reader.makeSearcher()
    files = try (DocumentPayload(reader.payload)?.files ?? []).map {
      ($0.path, try searcher.prepare(FileField.query($0.path)))
    }
  }

  /// Nil for documents of an index that another program built.
  func file(of hit: Hit) throws -> String? {
    try files.first { try $0.query.matches(hit) }?.path
  }
}
