/// Every document, or none.
final class EverythingNode: SearchNode {
  private let documentCount: Int
  private let constant: UInt32

  init(documentCount: Int, score: UInt32) {
    self.documentCount = documentCount
    constant = score
  }

  var cost: Int { documentCount }
  var scores: Bool { constant > 0 }
  var countsCheaply: Bool { true }
  var knownCount: Int? { documentCount }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: documentCount > 0 ? max(1, constant) : 0, count: grid.count)
  }

  func narrow(_ window: Window, _ words: Bits.Words) {
    if documentCount == 0 { Bits.clear(words, count: window.wordCount) }
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? {
    documentCount > 0 ? context.constant(constant, "every document") : nil
  }
}
