import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// One snapshot is asked by several threads at once: each gets the answers that one alone gets.
/// Under the thread sanitizer this tells which memory they share.
@Suite struct SharedSnapshotTests {
  private static let queries = [
    "w0", "w1 w2", "\"w0 w1\"", "\"w1 w0\"~3", "w0 OR w3 OR w9", "w1 -w0", "w1*", "w?2", "w1~1",
    "tag:t1", "year:2019..2020", "どんぐり文庫", "国会", "\"協働のまち\"", "の", "*文庫",
  ]

  private func ask(_ reader: IndexReader) throws -> [SearchResponse] {
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    let fields = QueryFields(reader.schema.fields.map(\.name))
    return try Self.queries.map { text in
      let query = try interpreter.query(QueryParser.parse(text, fields: fields))
      let found = try reader.makeSearcher().prepare(query)
        .run(SearchRequest(limit: 10, countsTotal: true, facets: ["year"]))
      for hit in found.hits { _ = try reader.storedDocument(hit) }
      return found
    }
  }

  @Test func severalThreads() async throws {
    let folder = TemporaryFolder()
    try StoredIndex.write(
      to: IndexWriter(replacing: folder.path, schema: StoredIndex.schema))
    // A snapshot of its own, of which nothing was touched before.
    let expected = try ask(IndexReader(path: folder.path))
    let shared = try IndexReader(path: folder.path)
    try await withThrowingTaskGroup(of: [SearchResponse].self) { group in
      for _ in 0..<8 { group.addTask { try ask(shared) } }
      for try await found in group { #expect(found == expected) }
    }
  }
}
