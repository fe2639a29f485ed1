import HaskapTestSupport
import Testing

@testable import Haskap

/// Words near each other in one text at a time, counted by hand.
@Suite struct NearTests {
  private func count(_ text: String, _ words: String, slop: Int, ordered: Bool) throws -> Int {
    let tokens = { (text: String) in text.split(separator: " ").map(String.init) }
    let fixture = try SearchFixture([["body": [tokens(text)]]], sizes: [1])
    let query = Query.near(
      field: "body", tokens(words).map { Array($0.utf8) }, slop: slop, ordered: ordered)
    let found = try fixture.searcher.prepare(query).explain(segment: 0, document: 0)
    guard let found else { return 0 }
    let digits = found.reason.split(separator: "frequency ").last?.prefix { $0.isNumber }
    return try #require(digits.flatMap { Int($0) })
  }

  @Test(arguments: [
    ("a b", "a b", 0, 1, 1),
    ("b a", "a b", 0, 1, 0),
    ("a x x b", "a b", 1, 0, 0),
    ("a x x b", "a b", 2, 1, 1),
    // The first word of the nearest pair counts, and the pair after it.
    ("a a b x a x b", "a b", 1, 2, 2),
    // A word that has counted does not count again.
    ("a b a", "a b", 5, 1, 1),
    ("a b b a", "a b", 0, 2, 1),
    ("a a a", "a a", 0, 1, 1),
    ("a a a a", "a a", 0, 2, 2),
    ("a x a", "a a", 0, 0, 0),
    ("c x b a", "a b c", 1, 1, 0),
    ("a b x c a b c", "a b c", 0, 1, 1),
    ("a b x c a b c", "a b c", 1, 2, 2),
  ])
  func counts(text: String, words: String, slop: Int, anyOrder: Int, inOrder: Int) throws {
    #expect(try count(text, words, slop: slop, ordered: false) == anyOrder)
    #expect(try count(text, words, slop: slop, ordered: true) == inOrder)
  }

  @Test func needsPositions() throws {
    let fixture = try SearchFixture([["title": [["a", "b"]]]], sizes: [1])
    let query = Query.near(field: "title", [[97], [98]], slop: 1)
    #expect(throws: QueryError.self) { try fixture.searcher.count(query) }
  }

  /// Long documents in many blocks, so that positions have high bits.
  @Test func longDocuments() throws {
    var corpus = OracleCorpus(seed: 3, words: 30)
    let documents = (0..<300).map { _ in ["body": [corpus.words(700)]] as OracleDocument }
    let fixture = try SearchFixture(documents, sizes: [200, 100])
    for slop in [0, 2, 20] {
      let words = corpus.words(3).map { Array($0.utf8) }
      for query in [
        Query.near(field: "body", words, slop: slop),
        .near(field: "body", words, slop: slop, ordered: true),
      ] {
        let expected = fixture.oracle.search(query).map(\.document)
        let found = try fixture.searcher.search(query, limit: 300).hits
        #expect(fixture.global(found).map(\.document) == expected, "\(query)")
      }
    }
  }
}
