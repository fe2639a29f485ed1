/// Every document, or none.
final class EverythingNode: SearchNode {
  private let documentCount: Int
  private let constant: UInt32

  init(documentCount: Int, score: UInt32) {
    self.documentCount = documentCount
    constant = score
  }

  override var cost: Int { documentCount }
  override var scores: Bool { constant > 0 }
  override var knownCount: Int? { documentCount }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: documentCount > 0 ? max(1, constant) : 0, count: grid.count)
  }

  override func narrow(_ window: Window, _ words: Bits.Words) {
    if documentCount == 0 { Bits.clear(words, count: window.wordCount) }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? {
    documentCount > 0 ? context.constant(constant, "every document") : nil
  }
}
