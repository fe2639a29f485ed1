/// The documents where words stand near each other.
final class NearNode: SearchNode {
  private let nodes: [TermNode]
  private let positions: [TermPositions]
  private let approximation: IntersectionNode
  private let scorer: TermScorer
  private var matcher: NearMatcher
  /// Of the documents that were found in the window, by place.
  private let frequencies: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - nodes: of the different terms, in the order of the matcher's numbers.
  ///   - weight: of all words together, in steps of the grid.
  init(_ nodes: [TermNode], _ matcher: NearMatcher, weight: Float) throws {
    self.nodes = nodes
    self.matcher = matcher
    positions = try nodes.map { try TermPositions($0.index, field: $0.field, info: $0.info) }
    approximation = IntersectionNode(nodes)
    let first = nodes[0].scorer
    scorer = TermScorer(weight: weight, codes: first.codes, saturations: first.saturations)
    frequencies = .allocate(capacity: SearchScratch.documents)
  }

  deinit { frequencies.deallocate() }

  override var cost: Int { approximation.cost }
  override var scores: Bool { scorer.weight > 0 }
  override var countsCheaply: Bool { false }

  /// There are not more places than the rarest word has.
  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    ceilings.update(repeating: .max, count: grid.count)
    for node in nodes {
      node.ceilings(grid, weight: scorer.weight, into: own)
      for window in 0..<grid.count { ceilings[window] = min(ceilings[window], own[window]) }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    try narrow(window, words, threshold: 0)
  }

  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(window, words, threshold: threshold)
    score(window, words, into: scores)
  }

  /// Drops also what would stay below the threshold if every occurrence of the rarest word counted.
  private func narrow(_ window: Window, _ words: Bits.Words, threshold: UInt32) throws {
    try approximation.narrow(window, words)
    for index in 0..<window.wordCount {
      Bits.forEach(of: words[index]) { bit in
        let place = index &* 64 &+ bit
        let document = UInt32(truncatingIfNeeded: window.start &+ place)
        frequencies[place] = frequency(in: document, threshold: threshold)
        if frequencies[place] == 0 { Bits.remove(place, from: words) }
      }
    }
  }

  private func frequency(in document: UInt32, threshold: UInt32) -> UInt32 {
    let all = positions.map { $0.positions(in: document) }
    let most = UInt32(truncatingIfNeeded: all.map(\.count).min() ?? 0)
    guard threshold == 0 || scorer.score(document, frequency: most) >= threshold else { return 0 }
    return UInt32(truncatingIfNeeded: matcher.count(all))
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { place in
      scores[place] &+= scorer.score(
        UInt32(truncatingIfNeeded: window.start &+ place), frequency: frequencies[place])
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let found = frequency(in: document, threshold: 0)
    guard found > 0 else { return nil }
    return context.term(
      field: nodes[0].index.fields[nodes[0].field].name, frequency: Int(found),
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: nil, sum: scores ? scorer.score(document, frequency: found) : 0)
  }
}
