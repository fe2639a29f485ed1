/// The documents with any of several terms, each with the same score.
final class TermsNode: SearchNode {
  private let union: PostingsUnion
  private let documentCount: Int
  private let constant: UInt32
  private let reason: String

  init(_ lists: [PostingsReader], documentCount: Int, score: UInt32, reason: String) {
    union = PostingsUnion(lists, documentCount: documentCount, hasFrequencies: false)
    self.documentCount = documentCount
    self.reason = reason
    constant = score
  }

  var cost: Int { min(union.cost, documentCount) }
  var scores: Bool { constant > 0 }
  var countsCheaply: Bool { true }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: cost > 0 ? max(1, constant) : 0, count: grid.count)
  }

  func narrow(_ window: Window, _ words: Bits.Words) { union.narrow(window, words) }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? {
    let window = context.window(of: document)
    let isFound = union.counts(window)[Int(document) - window.start] > 0
    return isFound ? context.constant(constant, reason) : nil
  }
}
