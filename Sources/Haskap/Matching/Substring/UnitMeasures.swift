/// How the documents of a segment have a unit, whatever its weight. In an index of few documents it is
/// found out once, for all queries with the unit.
final class UnitMeasures: Sendable {
  /// The documents, as bits.
  private let words: [UInt64]
  /// How many there are before each of these words.
  private let counts: [Int]
  /// Of each document the best rung, and the sum of BM25F.
  private let ladder: [(rung: UInt8, sum: Float)]
  /// As that of the nodes that look the unit up.
  let cost: Int

  /// - Parameter documents: those that have the unit.
  init(
    _ matching: SubstringMatching, of documents: [UInt64], _ windows: WindowGrid,
    _ scratch: SearchScratch
  ) throws {
    var ladder: [(rung: UInt8, sum: Float)] = []
    let own = scratch.words()
    for index in 0..<windows.count {
      let window = windows.window(index, scratch)
      let first = window.start >> 6
      for word in 0..<window.wordCount { own[word] = documents[first + word] }
      try matching.narrow(window, own, counting: true)
      try matching.measure(window, own) { ladder.append(($1, $2)) }
    }
    scratch.release(own)
    (words, self.ladder, cost) = (documents, ladder, matching.cost)
    counts = documents.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.nonzeroBitCount) }
  }

  /// The scores of all documents, in their order.
  func scores(_ scorer: UnitScorer) -> [UInt32] {
    ladder.map { scorer.score(rung: $0.rung, sum: $0.sum) }
  }

  /// Calls `body` with each document that is in a set of the window as well, by index in the window, and
  /// its place among all documents.
  @inline(__always)
  func forEach(_ window: Window, _ wanted: Bits.Words, _ body: (Int, Int) -> Void) {
    let first = window.start >> 6
    for index in 0..<window.wordCount {
      let all = words[first &+ index]
      Bits.forEach(of: wanted[index] & all) { bit in
        let before = all & ((1 &<< UInt64(bit)) &- 1)
        body(index &* 64 &+ bit, counts[first &+ index] &+ before.nonzeroBitCount)
      }
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) {
    let first = window.start >> 6
    for index in 0..<window.wordCount { words[index] &= self.words[first &+ index] }
  }

  /// The highest score in each cell.
  func ceilings(
    _ grid: WindowGrid, of scores: [UInt32], into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    ceilings.update(repeating: 0, count: grid.count)
    let shift = grid.bits &- 6
    for (index, word) in words.enumerated() where word != 0 {
      let highest = scores[counts[index]..<counts[index + 1]].max() ?? 0
      ceilings[index &>> shift] = max(ceilings[index &>> shift], highest, 1)
    }
  }
}
