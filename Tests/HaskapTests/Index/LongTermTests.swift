import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct LongTermTests {
  /// Words are cut to the same length when they are indexed and when they are looked for.
  @Test(arguments: [31_999, 32_000, 32_001, 40_000]) func aLongWordIsFound(length: Int) throws {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce),
      schema: Schema([.text("body", analyzer: "whitespace")]), options: .init(), replacing: false)
    let word = String(repeating: "x", count: length)
    try writer.add(["body": .init(stringLiteral: "a \(word) b")])
    try writer.add(["body": "a b"])
    try writer.commit()
    let searcher = try IndexReader(path: folder.path).makeSearcher()
    let bytes = ["a", word, "b"].map { Array($0.utf8) }
    #expect(try searcher.count(.term(field: "body", bytes[1])) == 1)
    #expect(try searcher.count(.phrase(field: "body", bytes)) == 1)
  }
}
