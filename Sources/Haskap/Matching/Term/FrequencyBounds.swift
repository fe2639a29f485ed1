/// How often a term must stand in a document for a score that a query asks for, by the length of
/// the document.
final class FrequencyBounds {
  private let scorer: TermScorer
  /// By the code of the length.
  let least: UnsafeMutablePointer<UInt32>
  private var threshold: UInt32 = 0

  init(_ scorer: TermScorer, _ memory: SearchMemory) {
    self.scorer = scorer
    least = memory.take(256)
    least.initialize(repeating: 0, count: 256)
  }

  /// Asks for a score of at least `threshold`: `s × r / (1 − r)`, the inverse of the saturation
  /// `r = f / (f + s)`, taken a little lower than it is.
  func require(_ threshold: UInt32) {
    guard threshold != self.threshold else { return }
    self.threshold = threshold
    let ratio = max(0, (Float(threshold) - 1) / scorer.weight * 0.999_99)
    let odds = ratio < 1 ? ratio / (1 - ratio) : .infinity
    for code in 0..<256 {
      let bound = scorer.saturations[code] * odds * 0.999_99
      least[code] = bound < 0x1p23 ? UInt32(bound.rounded(.up)) : largestFrequency
    }
  }

  /// False for a document whose score would be below the threshold.
  @inline(__always)
  func allows(_ document: UInt32, frequency: UInt32) -> Bool {
    frequency >= least[Int(scorer.codes[Int(document)])]
  }
}

extension TermNode {
  /// Leaves of the candidates those that have the term, and as often as they must.
  func narrow(_ window: Window, _ words: Bits.Words, bounds: FrequencyBounds) {
    let kept = window.scratch.words()
    defer { window.scratch.release(kept) }
    Bits.clear(kept, count: window.wordCount)
    let (documents, frequencies) = (cache.documents, cache.frequencies)
    forEachBlock(window, words) { _, range in
      for index in range where bounds.allows(documents[index], frequency: frequencies[index]) {
        Bits.insert(Int(documents[index]) &- window.start, into: kept)
      }
    }
    Bits.intersect(words, with: kept, count: window.wordCount)
  }
}
