/// A set of documents that is at hand as bits, each with the same score.
final class DocumentSetNode: SearchNode {
  private let words: [UInt64]
  private let constant: UInt32
  private let population: Int
  private let reason: String

  init(words: [UInt64], score: UInt32, reason: String = "a document of the set") {
    self.words = words
    self.reason = reason
    constant = score
    population = words.withUnsafeBufferPointer { words in
      words.baseAddress.map { Bits.population($0, count: words.count) } ?? 0
    }
  }

  override var cost: Int { population }
  override var scores: Bool { constant > 0 }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let perWindow = grid.length / 64
    for window in 0..<grid.count {
      let range = min(window * perWindow, words.count)..<min((window + 1) * perWindow, words.count)
      ceilings[window] = words[range].contains { $0 != 0 } ? max(1, constant) : 0
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) {
    let first = window.start >> 6
    for index in 0..<window.wordCount {
      words[index] &= first + index < self.words.count ? self.words[first + index] : 0
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    let first = window.start >> 6
    for index in 0..<window.wordCount where first + index < words.count {
      var word = candidates[index] & words[first + index]
      while word != 0 {
        scores[index &* 64 &+ word.trailingZeroBitCount] &+= constant
        word &= word &- 1
      }
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? {
    let word = Int(document >> 6)
    guard word < words.count, words[word] >> UInt64(document & 63) & 1 == 1 else { return nil }
    return context.constant(constant, reason)
  }
}

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

/// The documents that another node does not match.
final class ExclusionNode: SearchNode {
  private let child: SearchNode
  private let documentCount: Int

  init(_ child: SearchNode, documentCount: Int) {
    self.child = child
    self.documentCount = documentCount
  }

  override var cost: Int { documentCount }
  override var scores: Bool { false }
  override var knownCount: Int? { child.knownCount.map { documentCount - $0 } }
  override var countsCheaply: Bool { child.countsCheaply }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 1, count: grid.count)
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: words, count: window.wordCount)
    try child.narrow(window, own)
    Bits.subtract(words, own, count: window.wordCount)
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    try child.explain(document, context) == nil
      ? context.constant(0, "a document that is not excluded") : nil
  }
}
