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

  var cost: Int { population }
  var scores: Bool { constant > 0 }
  var countsCheaply: Bool { true }
  var isAtHand: Bool { true }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let perWindow = grid.length / 64
    for window in 0..<grid.count {
      let range = min(window * perWindow, words.count)..<min((window + 1) * perWindow, words.count)
      ceilings[window] = words[range].contains { $0 != 0 } ? max(1, constant) : 0
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) {
    let first = window.start >> 6
    for index in 0..<window.wordCount {
      words[index] &= first + index < self.words.count ? self.words[first + index] : 0
    }
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
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

  func explain(_ document: UInt32, _ context: ExplanationContext) -> Explanation? {
    let word = Int(document >> 6)
    guard word < words.count, words[word] >> UInt64(document & 63) & 1 == 1 else { return nil }
    return context.constant(constant, reason)
  }
}
