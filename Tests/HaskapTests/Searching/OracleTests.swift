import HaskapTestSupport
import Testing

@testable import Haskap

/// Every kind of query gives what the slow searcher gives: the same documents in the same order
/// with the same scores, to the last bit, and the same totals.
@Suite struct OracleTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func randomQueriesOverSeveralSegments(seed: UInt64) throws {
    var corpus = OracleCorpus(seed: seed, words: 60)
    let documents = (0..<400).map { _ in corpus.document(longest: 500) }
    let isLive = documents.map { _ in Int.random(in: 0..<6, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(documents, sizes: [260, 0, 137, 3], isLive: isLive)
    for _ in 0..<40 {
      try check(corpus.query(depth: 2), fixture, seed: seed)
    }
  }

  @Test func manyWindowsAndBlocks() throws {
    var corpus = OracleCorpus(seed: 77, words: 400)
    let documents = (0..<5000).map { _ in corpus.document(longest: 16) }
    let fixture = try SearchFixture(documents, sizes: [5000])
    for _ in 0..<6 { try check(corpus.leaf(), fixture, seed: 77) }
    for _ in 0..<6 { try check(corpus.query(depth: 1), fixture, seed: 77) }
  }

  /// Terms frequent enough to have stored ceilings, beside rarer ones, so that cells are passed
  /// over and the search goes through several stages.
  @Test(arguments: [BM25(), BM25(k1: 0.7, b: 0.2)])
  func manyCells(ranking: BM25) throws {
    var corpus = OracleCorpus(seed: 91, words: 60)
    let documents = (0..<4000).map { _ in corpus.document(longest: 80) }
    let isLive = documents.map { _ in Int.random(in: 0..<9, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(
      documents, sizes: [3500, 500], isLive: isLive, ranking: ranking)
    for count in [1, 2, 3] {
      let terms = corpus.words(count).map { Query.term(field: "body", Array($0.utf8)) }
      try check(.any(terms), fixture, seed: 91)
      try check(.all(terms), fixture, seed: 91)
    }
  }

  /// Many terms that are excluded are looked up together, beside other clauses.
  @Test func manyExcludedTerms() throws {
    var corpus = OracleCorpus(seed: 31, words: 900)
    let documents = (0..<400).map { _ in corpus.document(longest: 6) }
    let isLive = documents.map { _ in Int.random(in: 0..<9, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(documents, sizes: [350, 50], isLive: isLive)
    for count in [64, 65, 300] {
      let terms = corpus.words(count).map { Query.term(field: "body", Array($0.utf8)) }
      let others = corpus.words(3).map { Query.term(field: "body", Array($0.utf8)) }
      try check(.all([.everything, .not(.any(terms))]), fixture, seed: 31)
      try check(
        .all([.any(others), .not(.any(terms + [.all(Array(others.prefix(2)))]))]), fixture, seed: 31
      )
    }
  }

  @Test func otherParametersThanThoseOfTheImpacts() throws {
    var corpus = OracleCorpus(seed: 5, words: 50)
    let documents = (0..<700).map { _ in corpus.document(longest: 60) }
    for ranking in [BM25(k1: 0.4, b: 0.75), BM25(k1: 2, b: 0), BM25(k1: 0.9, b: 1)] {
      let fixture = try SearchFixture(documents, sizes: [500, 200], ranking: ranking)
      for _ in 0..<10 { try check(corpus.query(depth: 1), fixture, seed: 5) }
    }
  }

  /// Sets that were computed elsewhere, alone and beside other clauses. A set may be too short, or
  /// have documents that are deleted.
  @Test func setsOfDocuments() throws {
    var corpus = OracleCorpus(seed: 12, words: 40)
    let sizes = [150, 70, 0, 200]
    let documents = (0..<420).map { _ in corpus.document(longest: 40) }
    let isLive = documents.map { _ in Int.random(in: 0..<5, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(documents, sizes: sizes, isLive: isLive)
    for _ in 0..<8 {
      let words = sizes.map { size in
        (0..<Int.random(in: 0...(size + 63) / 64, using: &corpus.random)).map { word in
          let inside = size - 64 * word
          return corpus.random.next() & (inside < 64 ? 1 << UInt64(inside) - 1 : .max)
        }
      }
      let sets = Query.documents(DocumentSets(words: words))
      for query in [
        sets, .not(sets), .all([sets, corpus.leaf()]), .any([corpus.leaf(), sets]),
        .constantScore(sets, 2), .best([sets, corpus.leaf()]),
      ] {
        try check(query, fixture, seed: 12)
      }
    }
  }

  private func check(_ query: Query, _ fixture: SearchFixture, seed: UInt64) throws {
    let expected = fixture.oracle.search(query).map {
      SearchFixture.Found(document: $0.document, score: $0.score)
    }
    let searcher = fixture.searcher
    for limit in [0, 1, 10, 100, 1000] {
      let top = try searcher.search(query, limit: limit)
      #expect(fixture.global(top.hits) == Array(expected.prefix(limit)), "\(query) seed \(seed)")
      let counted = try searcher.search(query, limit: limit, counting: true)
      #expect(counted.hits == top.hits, "\(query) seed \(seed)")
      #expect(counted.total == expected.count, "\(query) seed \(seed)")
    }
    #expect(try searcher.count(query) == expected.count, "\(query) seed \(seed)")
    try checkMatches(query, fixture, expected)
    try checkExplanation(query, fixture, expected.first)
  }

  private func checkMatches(
    _ query: Query, _ fixture: SearchFixture, _ expected: [SearchFixture.Found]
  ) throws {
    let request = SearchRequest(limit: 10, countsTotal: true, gathersDocuments: true)
    let response = try fixture.searcher.prepare(query).run(request)
    #expect(fixture.global(response.hits) == Array(expected.prefix(10)), "\(query)")
    #expect(response.total == expected.count, "\(query)")
    let words = try #require(response.documents).words
    var found: [Int] = []
    var base = 0
    for (segment, words) in zip(fixture.segments, words) {
      for document in 0..<segment.index.documentCount
      where words[document / 64] >> UInt64(document % 64) & 1 == 1 {
        found.append(base + document)
      }
      base += segment.index.documentCount
    }
    #expect(found == expected.map(\.document).sorted(), "\(query)")
  }

  private func checkExplanation(
    _ query: Query, _ fixture: SearchFixture, _ expected: SearchFixture.Found?
  ) throws {
    guard let hit = try fixture.searcher.search(query, limit: 1).hits.first else { return }
    let explanation = try #require(
      try fixture.searcher.prepare(query).explain(segment: hit.segment, document: hit.document))
    #expect(explanation.score == expected?.score, "\(query)\n\(explanation)")
    checkSums(explanation)
    let sum = explanation.contributions.reduce(0) { $0 + $1.score }
    #expect(sum == explanation.score, "\(query)\n\(explanation)")
  }

  /// Parts add up, or the best of them is the score.
  private func checkSums(_ explanation: Explanation) {
    let scores = explanation.parts.map(\.score)
    #expect(
      scores.isEmpty || scores.reduce(0, +) == explanation.score
        || scores.max() == explanation.score, "\(explanation)")
    for part in explanation.parts { checkSums(part) }
  }
}

extension OracleCorpus {
  /// A query without parts.
  mutating func leaf() -> Query {
    let field = Int.random(in: 0..<4, using: &random) == 0 ? "title" : "body"
    switch Int.random(in: 0..<14, using: &random) {
    case 9: return .wildcard(field: field, pattern())
    case 10: return .fuzzy(field: field, fuzzyTerm())
    case 12, 13:
      return .near(
        field: "body", words(Int.random(in: 1...4, using: &random)).map { Array($0.utf8) },
        slop: [0, 1, 3, 8, .max][Int.random(in: 0..<5, using: &random)],
        ordered: Bool.random(using: &random))
    case 11: return .range(field: field, range())
    case 0: return .prefix(field: field, Array(word().utf8.prefix(4)))
    case 1: return .everything
    case 2: return .none
    case 3:
      return .fields(
        [WeightedField("title", weight: 3, b: 0.3), WeightedField("body")], Array(word().utf8))
    case 4, 5:
      let count = Int.random(in: 1...4, using: &random)
      return .phrase(field: "body", words(count).map { Array($0.utf8) })
    case 6: return .term(field: field, Array("unknown".utf8))
    default: return .term(field: field, Array(word().utf8))
    }
  }

  /// A word with some of its scalars left open.
  private mutating func pattern() -> WildcardPattern {
    WildcardPattern(
      word().unicodeScalars.map { scalar in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .run
        case 1: .one
        default: .scalar(scalar)
        }
      })
  }

  private mutating func fuzzyTerm() -> FuzzyTerm {
    FuzzyTerm(
      word(), distance: Int.random(in: 0...2, using: &random),
      prefixLength: Int.random(in: 0...2, using: &random),
      transpositions: Bool.random(using: &random))
  }

  private mutating func range() -> TermRange {
    let ends = [word(), word()].map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    let lower: [TermRange.Bound] = [.open, .including(ends[0]), .excluding(ends[0])]
    let upper: [TermRange.Bound] = [.open, .including(ends[1]), .excluding(ends[1])]
    return TermRange(
      from: lower[Int.random(in: 0..<3, using: &random)],
      to: upper[Int.random(in: 0..<3, using: &random)])
  }

  mutating func query(depth: Int) -> Query {
    guard depth > 0 else { return leaf() }
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in query(depth: depth - 1) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .all([parts[0], .not(leaf())])
    case 1: return .all([leaf(), .filter(parts[0])])
    case 2: return .boosted(parts[0], by: 0.7)
    case 3: return .constantScore(parts[0], 1.5)
    case 4: return .best(parts)
    case 5: return .any(parts, minimumShouldMatch: Int.random(in: 1...parts.count, using: &random))
    case 6, 7: return .all(parts)
    default: return .any(parts)
    }
  }
}
