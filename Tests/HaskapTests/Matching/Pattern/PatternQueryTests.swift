import HaskapTestSupport
import Testing

@testable import Haskap

/// What a pattern may stand for, and what is said when it is more.
@Suite struct PatternQueryTests {
  private let fixture: SearchFixture

  init() throws {
    let documents = (0..<60).map { ["title": [["w\($0 % 20)", "w\($0)"]]] as OracleDocument }
    fixture = try SearchFixture(documents, sizes: [30, 30])
  }

  /// A term that several segments have counts once: w0 to w59.
  @Test func termsBeyondTheLimitAreAnError() throws {
    let searcher = fixture.searcher
    let all = WildcardPattern("w*")
    #expect(try searcher.count(.wildcard(field: "title", all, limit: 60)) == 60)
    for query in [
      Query.wildcard(field: "title", all, limit: 59),
      .fuzzy(field: "title", FuzzyTerm("w1", distance: 2), limit: 3),
      .range(field: "title", TermRange(), limit: 0),
    ] {
      let error = #expect(throws: QueryError.self) { try searcher.count(query) }
      #expect(error?.field == "title")
      #expect(error?.problem.contains("more than") == true)
    }
  }

  @Test func longPatternsAreAnError() throws {
    let long = String(repeating: "長", count: 64)
    #expect(throws: QueryError.self) {
      try fixture.searcher.count(.wildcard(field: "title", WildcardPattern("\(long)*")))
    }
    #expect(throws: QueryError.self) {
      try fixture.searcher.count(.fuzzy(field: "title", FuzzyTerm(long)))
    }
  }

  @Test func unknownFieldsMatchNothing() throws {
    #expect(try fixture.searcher.count(.wildcard(field: "none", WildcardPattern("*"))) == 0)
    #expect(try fixture.searcher.count(.range(field: "none", TermRange())) == 0)
  }

  /// The nearest term of a document decides.
  @Test func nearerTermsScoreMore() throws {
    let query = Query.fuzzy(field: "title", FuzzyTerm("w19", distance: 2))
    let scores = Set(try fixture.searcher.search(query, limit: 60).hits.map(\.score))
    #expect(scores == [1, 0.5, 0.25])
    let best = try #require(try fixture.searcher.search(query, limit: 1).hits.first)
    let explanation = try #require(
      try fixture.searcher.prepare(query).explain(segment: best.segment, document: best.document))
    #expect(explanation.description.contains("one of the terms for 'w19~2' in 'title'"))
  }
}
