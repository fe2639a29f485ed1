import Testing

@testable import Haskap

@Suite("Narrowing to the documents of all nodes")
struct IntersectionNodeTests {
  /// Matches all documents, and notes among how many it looked.
  private final class Watched: SearchNode {
    private(set) var seen = 0
    var cost: Int { 1 }
    var scores: Bool { false }
    var countsCheaply: Bool { false }

    func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
      ceilings.update(repeating: 1, count: grid.count)
    }
    func narrow(_ window: Window, _ words: Bits.Words) {
      seen = Bits.population(words, count: window.wordCount)
    }
    func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {}
    func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? { nil }
  }

  @Test("What is at hand as bits narrows first, however rare the others are")
  func bitsFirst() throws {
    let scratch = SearchScratch()
    defer { withExtendedLifetime(scratch) {} }
    let window = WindowGrid(documentCount: 64, bits: WindowGrid.largestBits).window(0, scratch)
    let words = scratch.words()
    let set = DocumentSetNode(words: [0b1110], score: 0)
    let others = ExclusionNode(DocumentSetNode(words: [0b1000], score: 0), documentCount: 64)
    let watched = Watched()
    let node = IntersectionNode([watched, others, set], scratch.memory)

    Bits.fill(words, length: 64, count: window.wordCount)
    try node.narrow(window, words)
    #expect(words[0] == 0b110)
    #expect(watched.seen == 2)

    Bits.fill(words, length: 64, count: window.wordCount)
    #expect(try node.count(window, among: words) == 2)
    #expect(watched.seen == 2)
  }
}
