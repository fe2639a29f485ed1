/// The documents that match any child, with the highest score among them (Lucene calls it a
/// disjunction maximum).
final class BestNode: SearchNode {
  private let alternatives: Alternatives
  private var bounds: ChildCeilings
  private var children: [any SearchNode] { alternatives.children }

  init(_ children: [any SearchNode], _ memory: SearchMemory) {
    alternatives = Alternatives(children, memory)
    bounds = ChildCeilings(children.count, memory)
  }

  var cost: Int { alternatives.cost }
  var scores: Bool { alternatives.scores }
  var countsCheaply: Bool { alternatives.countsCheaply }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    bounds.resize(grid)
    ceilings.update(repeating: 0, count: grid.count)
    for (number, child) in children.enumerated() {
      let own = bounds[number]
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] = max(ceilings[window], own[window]) }
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try narrow(window, words, to: alternatives.inOrder)
  }

  private func narrow(_ window: Window, _ words: Bits.Words, to children: [Int]) throws {
    let found = try alternatives.match(children, window, among: words)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    try score(alternatives.byCost, window, candidates, into: scores)
  }

  /// Looks at the children alone that can reach the threshold: what others find is not wanted, whatever
  /// it is.
  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    let able = alternatives.byCost.filter { bounds.highest(of: $0, window) >= threshold }
    try narrow(window, words, to: able)
    try score(able, window, words, into: scores)
  }

  private func score(
    _ numbers: [Int], _ window: Window, _ candidates: Bits.Words, into scores: Scores
  ) throws {
    let best = window.scratch.scores()
    let own = window.scratch.scores()
    for child in numbers where children[child].scores {
      try alternatives.score(child: child, window, candidates, into: own)
      Bits.forEach(candidates, count: window.wordCount) { place in
        best[place] = max(best[place], own[place])
        own[place] = 0
      }
    }
    Bits.forEach(candidates, count: window.wordCount) { place in
      scores[place] &+= best[place]
      best[place] = 0
    }
    window.scratch.release(best)
    window.scratch.release(own)
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let parts = try children.compactMap { try $0.explain(document, context) }
    return parts.isEmpty ? nil : context.best("the best clause", parts)
  }
}
