import HaskapTestSupport
import Testing

@testable import Haskap

/// Ceilings are never below a score, tell empty cells from others, and take what the format says.
@Suite struct BlockMaximaTests {
  private let field = IndexedField(name: "body")
  private let scratch = SearchScratch()

  /// The numbers were worked out by hand from the format's words: a corpus of 163,764 documents
  /// asks for 1,310,112 documents times cell length.
  @Test func cellsAreAsShortAsTheTermIsFrequent() throws {
    func layout(_ frequency: Int, of documents: Int = 163_764) -> BlockMaximaLayout? {
      BlockMaximaLayout(
        documentFrequency: frequency, documentCount: documents, options: field.options)
    }
    #expect(layout(2048) == nil)
    #expect(layout(2049)?.bits == 10)
    #expect(layout(20470)?.bits == 7)
    #expect(layout(20471)?.bits == 6)
    #expect(layout(163_764)?.bits == 6)
    #expect(layout(163_764)?.cells == 2559)
    #expect(layout(163_764)?.byteCount == 1290)
    // One in 64 documents, within bounds.
    #expect(layout(512, of: 32_800) == nil)
    #expect(layout(513, of: 32_800)?.cells == 65)
    #expect(layout(256, of: 300) == nil)
    #expect(layout(257, of: 300)?.cells == 5)
    let plain = PostingsOptions(norms: false)
    #expect(BlockMaximaLayout(documentFrequency: 9999, documentCount: 9999, options: plain) == nil)
  }

  @Test func levelsAreTheLeastThatAreNotBelow() {
    for (lowest, highest) in [(0, 65535), (700, 700), (3, 20), (20000, 20100)] {
      let all = (1...15).map {
        BlockMaximaLayout.ceiling(level: $0, lowest: lowest, highest: highest)
      }
      #expect(all.first == lowest)
      #expect(all.last == highest)
      #expect(all == all.sorted())
      for ceiling in stride(from: lowest, through: highest, by: max(1, (highest - lowest) / 997)) {
        let level = BlockMaximaLayout.level(ceiling, lowest: lowest, highest: highest)
        #expect(all[level - 1] >= ceiling)
        #expect(level == 1 || all[level - 2] < ceiling, "\(ceiling) of \(lowest)...\(highest)")
      }
    }
  }

  @Test(arguments: [BM25(), BM25(k1: 0.4, b: 0.3), BM25(k1: 2, b: 1)])
  func noScoreIsAboveItsCell(ranking: BM25) throws {
    var corpus = OracleCorpus(seed: 31, words: 60)
    let documents = (0..<2700).map { _ in corpus.document(longest: 200) }
    let fixture = try SearchFixture(documents, sizes: [2700], ranking: ranking)
    var stored = 0
    for word in corpus.vocabulary {
      guard let node = try node(of: word, fixture) else { continue }
      stored += node.reader.ceilings == nil ? 0 : 1
      let scores = scores(of: node, documentCount: 2700)
      for bits in [6, 8] {
        expectAbove(
          scores, node, WindowGrid(documentCount: 2700, bits: bits), "\(word), 2^\(bits)")
      }
      let best = scores.map(\.score).sorted(by: >)
      expectReached(best, node, word, isClose: ranking == BM25())
    }
    #expect(stored > 0, "frequent terms are part of it")
    #expect(stored < corpus.vocabulary.count, "and rare ones")
  }

  private func node(of word: String, _ fixture: SearchFixture) throws -> TermNode? {
    let searcher = fixture.searcher
    let query = Query.term(field: "body", Array(word.utf8))
    let plan = try searcher.prepare(query).plan
    let grid = ScoreGrid(weight: plan.largestWeight, total: plan.total)
    return try NodeBuilder(searcher: searcher, segment: 0, grid: grid, scratch.memory)
      .node(plan) as? TermNode
  }

  /// Of every document that has the term, by number.
  private func scores(of node: TermNode, documentCount: Int) -> [(document: Int, score: UInt32)] {
    (0..<documentCount).compactMap { document in
      let frequency = UInt32(node.frequency(in: UInt32(document)))
      guard frequency > 0 else { return nil }
      return (document, node.scorer.score(UInt32(document), frequency: frequency))
    }
  }

  private func expectAbove(
    _ scores: [(document: Int, score: UInt32)], _ node: TermNode, _ grid: WindowGrid,
    _ note: Comment
  ) {
    var ceilings = [UInt32](repeating: 7, count: grid.count)
    node.ceilings(grid, into: &ceilings)
    var highest = [UInt32](repeating: 0, count: grid.count)
    for (document, score) in scores {
      highest[document >> grid.bits] = max(highest[document >> grid.bits], score)
    }
    #expect(zip(ceilings, highest).allSatisfy { $0 >= $1 && ($0 == 0) == ($1 == 0) }, note)
  }

  /// What is said that the best documents reach is not above what they do, nor far below where the
  /// ranking is the one of the index.
  private func expectReached(
    _ scores: [UInt32], _ node: TermNode, _ word: String, isClose: Bool
  ) {
    for count in [1, 10, 11, 100, 1000] {
      let reached = node.reached(by: count)
      guard node.reader.ceilings != nil else {
        #expect(reached == 0)
        continue
      }
      #expect(reached <= (count > scores.count ? 0 : scores[count - 1]), "\(word), \(count)")
      let next = BlockMaximaLayout.reachedBy.first { $0 >= count } ?? 0
      guard isClose, next <= scores.count else { continue }
      #expect(Double(reached) > 0.99 * Double(scores[next - 1]), "\(word), \(count)")
    }
    #expect(node.reached(by: 1001) == 0)
  }
}
