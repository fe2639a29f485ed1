/// The documents where terms stand side by side in a given order.
///
/// First the documents that have all terms are found, then their positions are compared, the
/// rarest term first. What is found in a window is kept for its scoring.
final class PhraseNode: SearchNode {
  /// The rarest first.
  private let terms: [PhraseTerm]
  private let approximation: IntersectionNode
  private let scorer: TermScorer
  private let bounds: FrequencyBounds
  private let matcher: PhraseMatcher
  /// Of the documents that were found in the window, by place.
  private let frequencies: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - terms: in the order of the phrase; the same term may come twice, as two nodes.
  ///   - weight: of the whole phrase, in steps of the grid.
  init(_ nodes: [TermNode], weight: Float) throws {
    let terms = try nodes.enumerated().map { try PhraseTerm($1, offset: UInt32($0)) }
    self.terms = terms.sorted { $0.node.info.totalFrequency < $1.node.info.totalFrequency }
    approximation = IntersectionNode(nodes)
    let first = nodes[0].scorer
    scorer = TermScorer(weight: weight, codes: first.codes, saturations: first.saturations)
    bounds = FrequencyBounds(scorer)
    matcher = PhraseMatcher(self.terms, bounds: bounds)
    frequencies = .allocate(capacity: SearchScratch.documents)
  }

  deinit { frequencies.deallocate() }

  override var cost: Int { approximation.cost }
  override var scores: Bool { scorer.weight > 0 }
  override var countsCheaply: Bool { false }

  /// A phrase is not more frequent than its rarest term in a document.
  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    terms[0].node.ceilings(grid, weight: scorer.weight, into: ceilings)
    for term in terms.dropFirst() {
      term.node.ceilings(grid, weight: scorer.weight, into: own)
      for window in 0..<grid.count { ceilings[window] = min(ceilings[window], own[window]) }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    try narrow(window, words, threshold: 0)
  }

  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(window, words, threshold: scorer.weight > 0 ? threshold : 0)
    score(window, words, into: scores)
  }

  /// Drops without a look at their positions the documents that would stay below the threshold
  /// even if the rarest term always stood in the phrase.
  private func narrow(_ window: Window, _ words: Bits.Words, threshold: UInt32) throws {
    bounds.require(threshold)
    if threshold > 0 { terms[0].narrow(window, words, bounds: bounds) }
    if Bits.isEmpty(words, count: window.wordCount) { return }
    try approximation.narrow(window, words)
    if Bits.isEmpty(words, count: window.wordCount) { return }
    matcher.match(window, words, into: frequencies)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { place in
      scores[place] &+= scorer.score(
        UInt32(truncatingIfNeeded: window.start &+ place), frequency: frequencies[place])
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    let place = Int(document) - window.start
    Bits.insert(place, into: words)
    try narrow(window, words)
    guard Bits.contains(place, in: words) else { return nil }
    let node = terms[0].node
    return context.term(
      field: node.index.fields[node.field].name, frequency: Int(frequencies[place]),
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: nil,
      sum: scores ? scorer.score(document, frequency: frequencies[place]) : 0)
  }
}
