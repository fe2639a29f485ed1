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

  /// Scores each document by its place, and tells of each one point more.
  private final class Bounded: SearchNode {
    private(set) var scored = 0
    let cost = 1
    let scores = true
    let countsCheaply = false
    let boundsDocuments = true

    func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
      ceilings.update(repeating: 65, count: grid.count)
    }
    func narrow(_ window: Window, _ words: Bits.Words) {}
    func bound(_ window: Window, _ candidates: Bits.Words, into bounds: Scores) {
      Bits.forEach(candidates, count: window.wordCount) { bounds[$0] &+= UInt32($0) + 1 }
    }
    func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
      scored = Bits.population(candidates, count: window.wordCount)
      Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= UInt32($0) }
    }
    func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? { nil }
  }

  @Test("What cannot reach the threshold by its bounds is not scored")
  func bounds() throws {
    let scratch = SearchScratch()
    defer { withExtendedLifetime(scratch) {} }
    let grid = WindowGrid(documentCount: 64, bits: WindowGrid.largestBits)
    let window = grid.window(0, scratch)
    let (words, scores) = (scratch.words(), scratch.scores())
    let ceilings: UnsafeMutablePointer<UInt32> = scratch.memory.take(grid.count)
    let bounded = Bounded()
    let set = DocumentSetNode(words: [.max], score: 10)
    let node = IntersectionNode([bounded, set], scratch.memory)

    try node.ceilings(grid, into: ceilings)
    Bits.fill(words, length: 64, count: window.wordCount)
    try node.narrow(window, words)
    try node.scoreBest(window, words, threshold: 70, into: scores)
    #expect(bounded.scored == 5)
    #expect(words[0] == 0xF << 60)
    let found = (0..<64).map { scores[$0] }
    #expect(found[60...] == [70, 71, 72, 73])
    #expect(found[..<60].allSatisfy { $0 == 0 })
  }
}
