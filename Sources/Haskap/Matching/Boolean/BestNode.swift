/// The documents that match any child, with the highest score among them (Lucene calls it a
/// disjunction maximum).
final class BestNode: SearchNode {
  private let alternatives: Alternatives
  private var children: [any SearchNode] { alternatives.children }

  init(_ children: [any SearchNode]) { alternatives = Alternatives(children) }

  var cost: Int { alternatives.cost }
  var scores: Bool { alternatives.scores }
  var countsCheaply: Bool { alternatives.countsCheaply }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    ceilings.update(repeating: 0, count: grid.count)
    for child in children {
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] = max(ceilings[window], own[window]) }
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    let found = try alternatives.matchChildren(window, among: words)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    let best = window.scratch.scores()
    let own = window.scratch.scores()
    for child in children.indices where children[child].scores {
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
