/// The documents where words occur near each other.
///
/// That a document matches is known at the first place where they do; how many there are is counted
/// only where the score may matter.
final class NearNode: SearchNode {
  private let nodes: [TermNode]
  private let approximation: IntersectionNode
  private let scorer: TermScorer
  private let positions: NearPositions
  private var matcher: NearMatcher

  /// - Parameters:
  ///   - nodes: of the different terms, in the order of the matcher's numbers.
  ///   - weight: of all words together, in steps of the grid.
  init(_ nodes: [TermNode], _ matcher: NearMatcher, weight: Float) throws {
    self.nodes = nodes
    self.matcher = matcher
    positions = try NearPositions(nodes)
    approximation = IntersectionNode(nodes, nodes[0].memory)
    let first = nodes[0].scorer
    scorer = TermScorer(weight: weight, codes: first.codes, saturations: first.saturations)
  }

  var cost: Int { approximation.cost }
  var scores: Bool { scorer.weight > 0 }
  var countsCheaply: Bool { false }

  /// There are not more places than the rarest word has.
  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    leastCeilings(of: nodes, grid, weight: scorer.weight, into: ceilings)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try approximation.narrow(window, words)
    positions.locate(window, words)
    positions.keep { matcher.isFound($0) }
    positions.write(words, window)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    scoreBest(window, candidates, threshold: 0, into: scores)
  }

  /// Drops also what would stay below the threshold if every occurrence of the rarest word counted.
  func scoreBest(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, into scores: Scores
  ) {
    guard scorer.weight > 0 else { return }
    positions.forEach(among: candidates) { place, most, all in
      let document = UInt32(truncatingIfNeeded: window.start &+ place)
      guard scorer.score(document, frequency: most) >= threshold else {
        return Bits.remove(place, from: candidates)
      }
      let frequency = UInt32(truncatingIfNeeded: matcher.count(all()))
      scores[place] &+= scorer.score(document, frequency: frequency)
    }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    Bits.insert(Int(document) - window.start, into: words)
    try narrow(window, words)
    var found = 0
    positions.forEach(among: words) { _, _, all in found = matcher.count(all()) }
    guard found > 0 else { return nil }
    let sum = scores ? scorer.score(document, frequency: UInt32(found)) : 0
    let texts = nodes.map(\.text).joined(separator: [UInt8(ascii: " ")])
    return context.term(
      Array(texts), field: nodes[0].index.fields[nodes[0].field].name, frequency: found,
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: nil, sum: sum)
  }
}
