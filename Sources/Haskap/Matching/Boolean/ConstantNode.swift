/// The documents of another node, each with the same score instead of its own.
final class ConstantNode: SearchNode {
  private let child: any SearchNode
  private let constant: UInt32

  init(_ child: any SearchNode, score: UInt32) {
    self.child = child
    constant = score
  }

  var cost: Int { child.cost }
  var scores: Bool { constant > 0 }
  var knownCount: Int? { child.knownCount }
  var countsCheaply: Bool { child.countsCheaply }
  var isAtHand: Bool { child.isAtHand }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try child.ceilings(grid, into: ceilings)
    for window in 0..<grid.count where ceilings[window] > 0 { ceilings[window] = max(1, constant) }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try child.narrow(window, words)
  }

  func unite(_ window: Window, into words: Bits.Words) throws {
    try child.unite(window, into: words)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    guard let part = try child.explain(document, context) else { return nil }
    return context.constant(constant, "a constant for: \(part.reason)")
  }
}
