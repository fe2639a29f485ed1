/// The documents that another node does not match.
final class ExclusionNode: SearchNode {
  private let child: any SearchNode
  private let documentCount: Int

  init(_ child: any SearchNode, documentCount: Int) {
    self.child = child
    self.documentCount = documentCount
  }

  var cost: Int { documentCount }
  var scores: Bool { false }
  var knownCount: Int? { child.knownCount.map { documentCount - $0 } }
  var countsCheaply: Bool { child.countsCheaply }
  var isAtHand: Bool { child.isAtHand }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 1, count: grid.count)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: words, count: window.wordCount)
    try child.narrow(window, own)
    Bits.subtract(words, own, count: window.wordCount)
  }

  /// What is excluded gives no score.
  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {}

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    try child.explain(document, context) == nil
      ? context.constant(0, "a document that is not excluded") : nil
  }
}
