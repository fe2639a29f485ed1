import HaskapTestSupport
import Testing

@testable import Haskap

/// Phrases in documents of all lengths, with terms from rare to everywhere, with pairs that are
/// listed or not, equal the oracle's.
@Suite struct PhraseTests {
  private static let rules = [
    PairRule(minCandidates: .max), PairRule(minCandidates: 40, share: 0.02),
    PairRule(minCandidates: 1, share: 100),
  ]

  @Test(arguments: [3, 12, 40, 200], Self.rules)
  func equalTheOracle(vocabulary: Int, rule: PairRule) throws {
    let seed = UInt64(vocabulary)
    var corpus = OracleCorpus(seed: seed, words: vocabulary)
    // Positions have no high bits, one, and more, and a term stands once or more than 64 times.
    let documents = (0..<360).map { number in
      let longest = [10, 240, 480, 520, 1100, 2500][number % 6]
      let length = Int.random(in: 1...longest, using: &corpus.random)
      return ["body": [corpus.words(length)]] as OracleDocument
    }
    let isLive = documents.map { _ in Int.random(in: 0..<7, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(
      documents, sizes: [200, 157, 3], isLive: isLive, pairs: rule)
    for number in 0..<30 {
      let text = documents[Int.random(in: 0..<360, using: &corpus.random)]["body"]?[0] ?? []
      let count = number % 10 == 0 ? 12 : Int.random(in: 2...5, using: &corpus.random)
      let start = Int.random(in: 0..<text.count, using: &corpus.random)
      // One that stands somewhere, one of any words, and one word again and again.
      for words in [
        Array(text[start..<min(start + count, text.count)]), corpus.words(count),
        [String](repeating: corpus.word(), count: count),
      ] {
        try check(words, fixture, seed: seed)
      }
    }
  }

  /// Positions of more high bits than are compared together, and phrases that reach farther.
  @Test func hugeDocuments() throws {
    var corpus = OracleCorpus(seed: 8, words: 30)
    let lengths = [40_000, 33_000, 300, 20_000, 5]
    let texts = lengths.map { corpus.words($0) }
    let fixture = try SearchFixture(texts.map { ["body": [$0]] }, sizes: [5])
    let short = [2, 9, 10, 200].flatMap { count in
      texts.prefix(4).map { text in
        let start = Int.random(in: 0..<text.count - count, using: &corpus.random)
        return Array(text[start..<start + count])
      }
    }
    #if DEBUG  // Phrases of more words take minutes without optimisation.
      let phrases = short
    #else
      let long = texts[0][7..<PositionPair.farthestOfWhole + 100]
      let phrases = short + [Array(long), Array(long.reversed())]
    #endif
    for words in phrases {
      let query = Query.phrase(field: "body", words.map { Array($0.utf8) })
      let found = try fixture.searcher.search(query, limit: 10).hits
      let expected = fixture.oracle.search(query).map(\.document)
      #expect(fixture.global(found).map(\.document) == expected, "\(words.prefix(10))")
      #expect(try fixture.searcher.count(query) == expected.count, "\(words.prefix(10))")
    }
  }

  /// Dense terms in many windows, so that whole blocks are located, beside rare ones.
  @Test func manyBlocks() throws {
    var corpus = OracleCorpus(seed: 21, words: 30)
    let documents = (0..<9000).map { number in
      ["body": [corpus.words(number % 9 == 0 ? 300 : 12)]] as OracleDocument
    }
    let fixture = try SearchFixture(
      documents, sizes: [9000], pairs: PairRule(minCandidates: 2000, share: 0.05))
    for count in [2, 2, 3, 3, 4] { try check(corpus.words(count), fixture, seed: 21) }
  }

  private func check(_ words: [String], _ fixture: SearchFixture, seed: UInt64) throws {
    let query = Query.phrase(field: "body", words.map { Array($0.utf8) })
    let expected = fixture.oracle.search(query).map {
      SearchFixture.Found(document: $0.document, score: $0.score)
    }
    for limit in [1, 10, 1000] {
      let top = try fixture.searcher.search(query, limit: limit)
      #expect(fixture.global(top.hits) == Array(expected.prefix(limit)), "\(words) seed \(seed)")
    }
    #expect(try fixture.searcher.count(query) == expected.count, "\(words) seed \(seed)")
  }
}
