/// The documents of another node, each with the same score instead of its own.
final class ConstantNode: SearchNode {
  private let child: SearchNode
  private let constant: UInt32

  init(_ child: SearchNode, score: UInt32) {
    self.child = child
    constant = score
  }

  override var cost: Int { child.cost }
  override var scores: Bool { constant > 0 }
  override var knownCount: Int? { child.knownCount }
  override var countsCheaply: Bool { child.countsCheaply }

  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try child.ceilings(grid, into: ceilings)
    for window in 0..<grid.count where ceilings[window] > 0 { ceilings[window] = max(1, constant) }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    try child.narrow(window, words)
  }

  override func unite(_ window: Window, into words: Bits.Words) throws {
    try child.unite(window, into: words)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    guard let part = try child.explain(document, context) else { return nil }
    return context.constant(constant, "a constant for: \(part.reason)")
  }
}
