internal import Haskap
internal import HaskapDocuments

/// A query of a benchmark, ready to be run.
public struct BenchQuery: Sendable {
  public let kind: QueryKind
  /// As people would write it.
  public let text: String
  /// Nil for a question.
  let query: Query?
  let request: SearchRequest

  /// The ten best hits, and the number of all.
  func run(on snapshot: QuerySnapshot) throws -> SearchResponse {
    guard let query else {
      return try SentenceSearch(text, in: snapshot.reader).run(request)
    }
    return try snapshot.searcher.prepare(query).run(request)
  }

  /// Runs it and returns the nanoseconds.
  func time(on snapshot: QuerySnapshot) throws -> UInt64 {
    let start = ProcessClock.nanoseconds
    _ = try run(on: snapshot)
    return ProcessClock.nanoseconds - start
  }
}

/// One commit of an index, opened.
struct QuerySnapshot: Sendable {
  let reader: IndexReader
  let searcher: Searcher

  init(_ reader: IndexReader) {
    self.reader = reader
    searcher = reader.makeSearcher()
  }

  init(path: String) throws { self.init(try ShardFolder.reader(of: [path])) }
}
