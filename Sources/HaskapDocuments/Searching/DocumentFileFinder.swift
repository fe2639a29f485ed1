internal import Haskap

/// Tells from which file a document was read.
struct DocumentFileFinder {
  private let files: [(path: String, query: PreparedQuery)]

  init(_ reader: IndexReader) throws {
    let searcher = reader.makeSearcher()
    let all = reader.payloads.compactMap(DocumentPayload.init).flatMap(\.files).map(\.path)
    var seen: Set<String> = []
    files = try all.filter { seen.insert($0).inserted }.map {
      ($0, try searcher.prepare(FileField.query($0)))
    }
  }

  /// Nil for documents of an index that another program built.
  func file(of hit: Hit) throws -> String? {
    try files.first { try $0.query.matches(hit) }?.path
  }
}
