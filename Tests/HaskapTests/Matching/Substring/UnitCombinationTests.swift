import HaskapTestSupport
import Testing

@testable import Haskap

/// Units as parts of other queries. `UnitTests` compares each by itself with the oracle; together
/// they give what adding their scores up by hand gives, to the last bit.
@Suite struct UnitCombinationTests {
  private typealias Scores = [Int: Double]

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func equalsAddingUp(seed: UInt64) throws {
    var corpus = UnitCorpus(seed: seed, alphabet: "のはをに東京都大阪市民ab cd")
    let documents = (0..<500).map { _ in corpus.document(longest: 120) }
    let isLive = documents.map { _ in Int.random(in: 0..<6, using: &corpus.random) > 0 }
    let fixture = try UnitFixture(
      documents, sizes: [370, 0, 130], isLive: seed % 2 == 0 ? nil : isLive)
    for number in 0..<12 {
      let parts = (0..<3).map { _ in Query.unit(corpus.unit(documents)) }
      for (query, expected) in try combinations(parts, fixture) {
        try check(query, expected, fixture, "seed \(seed), number \(number), \(query)")
      }
    }
  }

  private func combinations(
    _ parts: [Query], _ fixture: UnitFixture
  ) throws -> [(Query, Scores)] {
    let (a, b, c) = (parts[0], parts[1], parts[2])
    let scores = try parts.map { try self.scores($0, fixture) }
    let weak = try self.scores(.boosted(a, by: 0.75), fixture)
    let both = Self.common(scores[0], scores[1])
    let all = scores[0].keys.reduce(into: Scores()) { all, document in
      all[document] = scores[1][document] == nil ? scores[0][document] : weak[document]
    }
    return [
      (.all([a, b]), both),
      (.any([a, b, c]), Self.sum(scores)),
      (.any([a, b, c], minimumShouldMatch: 2), Self.sum(scores, minimum: 2)),
      (.best([a, b]), scores[0].merging(scores[1], uniquingKeysWith: max)),
      (.all([a, .not(b)]), scores[0].filter { scores[1][$0.key] == nil }),
      (.all([.filter(a), b]), scores[1].filter { scores[0][$0.key] != nil }),
      // The same unit twice, with different weights and among different documents.
      (.any([.all([a, .not(b)]), .all([.boosted(a, by: 0.75), .filter(b)])]), all),
      (.all([a, a]), Self.common(scores[0], scores[0])),
    ]
  }

  private func scores(_ query: Query, _ fixture: UnitFixture) throws -> Scores {
    let found = try fixture.searcher.search(query, limit: 10_000)
    return Dictionary(uniqueKeysWithValues: found.hits.map { (fixture.number($0), $0.score) })
  }

  private static func common(_ left: Scores, _ right: Scores) -> Scores {
    left.reduce(into: [:]) { both, entry in
      if let other = right[entry.key] { both[entry.key] = entry.value + other }
    }
  }

  private static func sum(_ all: [Scores], minimum: Int = 1) -> Scores {
    let counts = all.flatMap(\.keys).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let sums = all.reduce(into: Scores()) { $0.merge($1, uniquingKeysWith: +) }
    return sums.filter { counts[$0.key, default: 0] >= minimum }
  }

  private func check(
    _ query: Query, _ expected: Scores, _ fixture: UnitFixture, _ name: String
  ) throws {
    let order = expected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let prepared = try fixture.searcher.prepare(query)
    for limit in [0, 1, 10, 10_000] {
      for counting in [false, true] {
        let found = try prepared.run(SearchRequest(limit: limit, countsTotal: counting))
        #expect(
          found.hits.map(fixture.number) == order.prefix(limit).map(\.key), "\(name), \(limit)")
        #expect(found.hits.map(\.score) == order.prefix(limit).map(\.value), "\(name), \(limit)")
        #expect(found.total == (counting ? expected.count : nil), "\(name)")
      }
    }
    for hit in try prepared.run(SearchRequest(limit: 2)).hits {
      let explanation = try prepared.explain(segment: hit.segment, document: hit.document)
      #expect(explanation?.score == hit.score, "\(name)")
      #expect(try prepared.matches(segment: hit.segment, document: hit.document), "\(name)")
    }
  }
}
