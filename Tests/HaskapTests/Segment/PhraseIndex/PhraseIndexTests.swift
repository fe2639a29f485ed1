import HaskapTestSupport
import Testing

@testable import Haskap

/// Phrases give the same with listed pairs as without, and as the oracle does.
@Suite struct PhraseIndexTests {
  private static let rule = PairRule(minCandidates: 8, share: 0.5)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func phrasesEqualTheOracle(seed: UInt64) throws {
    var corpus = OracleCorpus(seed: seed, words: 30)
    let documents = (0..<500).map { _ in corpus.document(longest: 700) }
    let isLive = documents.map { _ in Int.random(in: 0..<6, using: &corpus.random) > 0 }
    let fixture = try SearchFixture(
      documents, sizes: [330, 166, 4], isLive: isLive, pairs: Self.rule)
    #expect(fixture.segments.map { $0.index.pairs != nil } == [true, true, false])
    for _ in 0..<60 {
      let phrase = corpus.words(Int.random(in: 2...4, using: &corpus.random))
      try check(.phrase(field: "body", phrase.map { Array($0.utf8) }), fixture, seed: seed)
    }
  }

  private func check(_ query: Query, _ fixture: SearchFixture, seed: UInt64) throws {
    let expected = fixture.oracle.search(query).map {
      SearchFixture.Found(document: $0.document, score: $0.score)
    }
    for limit in [1, 3, 10, 100] {
      let top = try fixture.searcher.search(query, limit: limit, counting: limit == 3)
      #expect(fixture.global(top.hits) == Array(expected.prefix(limit)), "\(query) seed \(seed)")
      #expect(top.total == nil || top.total == expected.count, "\(query) seed \(seed)")
    }
    #expect(try fixture.searcher.count(query) == expected.count, "\(query) seed \(seed)")
  }

  /// Every listed pair has the documents and frequencies that the texts have; what is not adjacent
  /// anywhere is listed as empty.
  @Test func listsAreComplete() throws {
    let words = ["a", "b", "c"]
    let texts = (0..<300).map { $0 % 3 == 0 ? ["a", "b", "a", "b"] : ["b", "a", "c"] }
    let fixture = try SearchFixture(
      texts.map { ["body": [$0]] }, sizes: [300],
      pairs: PairRule(minCandidates: 60, share: 100))
    let index = fixture.segments[0].index
    for first in words {
      for second in words {
        let infos = try [first, second].map { word in
          try Array(word.utf8).withUnsafeBytes { try #require(try index.find($0, field: 1)) }
        }
        let pair = try #require(try index.pair(PairKey(infos[0], infos[1])))
        let counts = texts.map { text in
          zip(text, text.dropFirst()).count { $0 == first && $1 == second }
        }
        #expect(pair.documentFrequency == counts.count { $0 > 0 }, "\(first) \(second)")
        #expect(pair.totalFrequency == counts.reduce(0, +), "\(first) \(second)")
      }
    }
  }

  /// Each thread looks at its part of the documents, and what they find is the same.
  @Test(arguments: [2, 3, 8]) func threadsListTheSame(threads: Int) throws {
    var corpus = OracleCorpus(seed: 4, words: 30)
    let documents = (0..<3000).map { _ in corpus.document(longest: 20) }
    let index = try SearchFixture(documents, sizes: [3000]).segments[0].index
    let one = try lists(of: index, threads: 1)
    let several = try lists(of: index, threads: threads)
    #expect(one.count > 20)
    #expect(several.map(\.key) == one.map(\.key))
    for (list, expected) in zip(several, one) {
      #expect(list.documentCount == expected.documentCount)
      #expect(list.occurrenceCount == expected.occurrenceCount)
      #expect(list.parts.count == min(threads, 3))
      #expect(entries(of: list) == entries(of: expected))
    }
  }

  private func lists(of index: InvertedIndex, threads: Int) throws -> [PairList] {
    let choice = try PairChoice(index, field: 1, rule: Self.rule, threads: threads)
    return try PairCollector.lists(choice, field: 1, threads: threads)
  }

  private func entries(of list: PairList) -> [[UInt32]] {
    var entries = PairEntries(list.parts)
    var found: [[UInt32]] = []
    while let (document, frequency) = entries.next() { found.append([document, frequency]) }
    return found
  }

  /// What segments have of a word is remembered, and what they list of two side by side: these may have
  /// the same bytes.
  @Test func aPairIsNoWordOfItsBytes() throws {
    let texts = (0..<300).map { $0 % 5 == 0 ? ["ab"] : ["a", "b"] }
    let fixture = try SearchFixture(
      texts.map { ["body": [$0]] }, sizes: [200, 100],
      pairs: PairRule(minCandidates: 20, share: 100))
    let searcher = fixture.searcher
    for _ in 0..<2 {
      #expect(try searcher.count(.term(field: "body", Array("ab".utf8))) == 60)
      #expect(try searcher.count(.phrase(field: "body", [[97], [98]])) == 240)
    }
  }

  /// PhraseIndex of a merged segment, some of whose documents were dropped.
  @Test func listedAfterMerging() throws {
    var corpus = OracleCorpus(seed: 9, words: 12)
    let documents = (0..<400).map { _ in corpus.document(longest: 300) }
    let parts = try SearchFixture(documents, sizes: [250, 150], pairs: Self.rule)
    let first = DocumentIDMap(base: 0, documentCount: 250) { $0 % 3 > 0 }
    let second = DocumentIDMap(base: UInt32(first.count), documentCount: 150)
    let folder = TemporaryFolder()
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    try InvertedMerger.merge(
      [(parts.segments[0].index, first), (parts.segments[1].index, second)], to: files)
    let count = first.count + second.count
    let fields = SearchFixture.fields
    try PhraseIndexWriter(files, fields: fields, documentCount: count, rule: Self.rule)?.write()
    let index = try InvertedIndex(files: files, fields: fields, documentCount: count)
    #expect(index.pairs != nil)
    let searcher = Searcher([SearchSegment(index: index, live: nil)])
    let isLive = documents.indices.map { $0 >= 250 || first[UInt32($0)] != nil }
    let oracle = OracleSearcher(documents, isLive: isLive, ranking: BM25())
    for _ in 0..<40 {
      let query = Query.phrase(field: "body", corpus.words(2).map { Array($0.utf8) })
      #expect(try searcher.count(query) == oracle.search(query).count, "\(query)")
    }
  }

  /// So that a segment lists what is frequent in it, be it one of many.
  @Test func theSmallerASegmentTheFewerDocumentsAPairNeeds() {
    let rule = PairRule.standard
    #expect(rule.minCandidates(of: 1_000_000) == 16_384)
    #expect(rule.minCandidates(of: 16_000) == 2000)
    #expect(rule.minCandidates(of: 1000) == 1024)
    #expect(PairRule(minCandidates: 7).minCandidates(of: 16_000) == 7)
  }

  /// A writer lists pairs when it commits and when it merges.
  @Test func listedByTheWriter() throws {
    let folder = TemporaryFolder()
    let schema = try Schema([.text("body", analyzer: "whitespace", stored: false)])
    let writer = try IndexWriter(replacing: folder.path, schema: schema)
    let count = PairRule.standard.minCandidates(of: 1024)
    for commit in 1...2 {
      for _ in 0..<count { try writer.add(["body": "x y"]) }
      try writer.commit()
      if commit == 2 { try writer.optimize() }
      let reader = try IndexReader(path: folder.path)
      #expect(reader.segments.allSatisfy { $0.inverted.pairs != nil })
      let phrase = Query.phrase(field: "body", ["x", "y"].map { Array($0.utf8) })
      #expect(try reader.makeSearcher().count(phrase) == commit * count)
    }
  }
}
