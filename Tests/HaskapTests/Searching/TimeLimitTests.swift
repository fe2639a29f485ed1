import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct TimeLimitTests {
  private let folder = TemporaryFolder()

  private func searcher() throws -> Searcher {
    let writer = try IndexWriter(path: folder.path, schema: DurableIndex.schema)
    for commit in 1...9 { try DurableIndex.apply(commit, to: writer) }
    return try IndexReader(path: folder.path).makeSearcher()
  }

  private let request = SearchRequest(limit: 5, countsTotal: true, facets: ["year"])

  @Test func nothingIsAnsweredWithoutTime() throws {
    let searcher = try searcher()
    let reader = try IndexReader(path: folder.path)
    let prepared = try searcher.prepare(.term(field: "body", Array("w1".utf8)))
    let expected = try prepared.run(request)
    let hit = try #require(expected.hits.first)
    let questions: [() throws -> Void] = [
      { _ = try prepared.run(request) },
      { _ = try prepared.run(SearchRequest(limit: 3)) },
      { _ = try prepared.count() },
      { _ = try prepared.matches(hit) },
      { _ = try prepared.explain(segment: hit.segment, document: hit.document) },
      { _ = try searcher.prepare(.prefix(field: "body", Array("w".utf8))) },
      { _ = try reader.storedDocument(hit) },
      { _ = try reader.documents(where: "year", isIn: 2000...2030) },
    ]
    for (number, question) in questions.enumerated() {
      let error = #expect(throws: TimeLimitExceeded.self, "\(number)") {
        try TimeLimit.run(.zero) { try question() }
      }
      #expect(throws: TimeLimitExceeded.self) {
        try TimeLimit.run(.seconds(60), since: .now - .seconds(61)) { try question() }
      }
      #expect(error?.limit == .zero)
    }
    #expect(try prepared.run(request) == expected, "what was prepared stays good")
  }

  @Test func theShorterOfTwoLimitsCounts() throws {
    let prepared = try searcher().prepare(.term(field: "body", Array("w1".utf8)))
    let expected = try prepared.run(request)
    #expect(try TimeLimit.run(.seconds(3600)) { try prepared.run(request) } == expected)
    for limits in [(Duration.zero, Duration.seconds(3600)), (.seconds(3600), .zero)] {
      #expect(throws: TimeLimitExceeded(limit: .zero)) {
        try TimeLimit.run(limits.0) {
          try TimeLimit.run(limits.1) { try prepared.run(request) }
        }
      }
    }
  }
}
