/// The documents where a unit occurs as a run of characters.
///
/// A document counts by its postings, or by the positions of its grams where several make up the
/// unit. Its score takes the word boundaries under each occurrence as well, so they are read only
/// where the score might be among the best if all occurrences were whole words.
final class SubstringNode: SearchNode {
  let plan: SubstringPlan
  let matching: SubstringMatching
  let scorer: UnitScorer

  /// - Parameter weight: in steps of the grid.
  init(_ plan: SubstringPlan, _ matching: SubstringMatching, weight: Float) {
    self.plan = plan
    self.matching = matching
    scorer = UnitScorer(weight: weight, rungCount: plan.rungCount, k1: plan.k1)
    if weight > 0 { matching.isScored = true }
  }

  var cost: Int { matching.cost }
  var scores: Bool { scorer.weight > 0 }
  var knownCount: Int? { matching.knownCount }
  var countsCheaply: Bool { false }
  var scoresCheaply: Bool { plan.documentFrequency <= Self.few }

  /// So few documents, in all segments, are scored sooner than it is found out which may be among the
  /// best.
  private static let few = 2048

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try matching.ceilings(grid, scorer, into: ceilings)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try matching.narrow(window, words, counting: scores)
  }

  func count(_ window: Window, among words: Bits.Words) throws -> Int {
    try matching.narrow(window, words, counting: false)
    return Bits.population(words, count: window.wordCount)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    guard scorer.weight > 0 else { return }
    try matching.measure(window, candidates) { place, rung, sum in
      scores[place] &+= scorer.score(rung: rung, sum: sum)
    }
  }

  var boundsDocuments: Bool { scores }

  func bound(_ window: Window, _ candidates: Bits.Words, into bounds: Scores) {
    matching.bound(window, candidates, scorer, into: bounds)
  }

  func scoreBest(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    guard scorer.weight > 0 else { return }
    if threshold > 0 { matching.drop(window, candidates, below: threshold, scorer) }
    try score(window, candidates, into: scores)
  }
}
