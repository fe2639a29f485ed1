import HaskapTestSupport
import Testing

@testable import Haskap

/// What a writer can take back and delete, and what a reader keeps when it opens again.
@Suite struct ChangingTests {
  private let folder = TemporaryFolder()

  private func writer() throws -> IndexWriter {
    let fields: [Field] = [.keyword("id"), .text("body", analyzer: "whitespace"), .integer("year")]
    return try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce), schema: Schema(fields, key: "id"),
      options: .init(), replacing: false)
  }

  private func add(_ numbers: Range<Int>, to writer: IndexWriter) throws {
    for number in numbers {
      try writer.add(["id": "\(number)", "body": "all w\(number % 3)", "year": 2020])
    }
  }

  private func ids() throws -> Set<Int> {
    let reader = try IndexReader(path: folder.path)
    let hits = try reader.makeSearcher().search(.everything, limit: 1000).hits
    return Set(try hits.compactMap { Int(try reader.storedDocument($0).text("id") ?? "") })
  }

  private func term(_ text: String) -> Query { .term(field: "body", Array(text.utf8)) }

  @Test func rollbackForgetsWhatWasNotCommitted() throws {
    let writer = try writer()
    try add(0..<5, to: writer)
    try writer.rollback()
    try add(5..<10, to: writer)
    try writer.commit()
    try writer.delete(key: "7")
    try writer.delete(where: term("w0"))
    try add(10..<12, to: writer)
    try writer.optimize()
    try writer.rollback()
    try writer.commit()
    #expect(try ids() == Set(5..<10))
    #expect(IndexCheck.run(path: folder.path).problems.isEmpty)
  }

  @Test func aQueryDeletesWhatItMatches() throws {
    let writer = try writer()
    try add(0..<10, to: writer)
    try writer.commit()
    try add(10..<20, to: writer)
    try writer.delete(where: term("w1"))
    try add(20..<23, to: writer)
    try writer.commit()
    #expect(try ids() == Set((0..<23).filter { $0 % 3 != 1 || $0 >= 20 }))
    let phrase = Query.phrase(field: "id", [Array("1".utf8), Array("2".utf8)])
    #expect(throws: QueryError.self) { try writer.delete(where: phrase) }
    try writer.delete(where: term("all"))
    try writer.commit()
    #expect(try ids().isEmpty)
  }

  @Test func readersShareTheSegmentsThatStay() throws {
    let writer = try writer()
    try add(0..<10, to: writer)
    try writer.commit()
    try add(10..<20, to: writer)
    try writer.commit()
    let first = try IndexReader(path: folder.path)
    try writer.delete(key: "3")
    try add(20..<30, to: writer)
    try writer.commit()
    let second = try first.reopenIfChanged()
    #expect(second.segments.count == 3)
    #expect(second.segments[0].inverted === first.segments[0].inverted)
    #expect(second.segments[1] === first.segments[1])
    #expect([first.documentCount, second.documentCount] == [20, 29])
    #expect(try second.makeSearcher().count(term("all")) == 29)
    #expect(try first.makeSearcher().count(term("all")) == 20)
  }
}
