/// The documents where terms stand side by side in a given order.
///
/// First the documents that have all terms are found, and where two neighbors are listed as a pair
/// (`PhraseIndex`) those that have the pair; then positions are compared, the rarest term first. What is
/// found in a window is kept for its scoring.
final class PhraseNode: SearchNode {
  /// In the order of the phrase, for explanations.
  private let nodes: [TermNode]
  /// All terms and pairs: none is less frequent in a document than the phrase. The first say which
  /// documents have all, the rarest first.
  private let parts: [TermNode]
  private let deciding: Int
  private let scorer: TermScorer
  private let bounds: FrequencyBounds
  private let matcher: PhraseMatcher
  /// Of the documents that were found in the window, by place.
  private let frequencies: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - nodes: in the order of the phrase; the same term may come twice, as two nodes.
  ///   - pairs: of each term and the next; nil where they are not listed.
  ///   - order: the terms' places in the phrase, the rarest first.
  ///   - weight: of the whole phrase, in steps of the grid.
  init(_ nodes: [TermNode], pairs: [TermNode?], order: [Int], weight: Float) throws {
    self.nodes = nodes
    let memory = nodes[0].memory
    (parts, deciding) = Self.parts(nodes, pairs)
    let first = nodes[0].scorer
    scorer = TermScorer(weight: weight, codes: first.codes, saturations: first.saturations)
    bounds = FrequencyBounds(scorer, memory)
    let rarest = order[0]
    func isTied(_ place: Int) -> Bool {
      abs(place - rarest) == 1 && pairs[min(place, rarest)] != nil
    }
    var terms: [PhraseTerm] = []
    terms.reserveCapacity(nodes.count)
    for place in order where !isTied(place) {
      terms.append(try PhraseTerm(nodes[place], offset: UInt32(place)))
    }
    let untied = terms.count
    for place in order where isTied(place) {
      terms.append(try PhraseTerm(nodes[place], offset: UInt32(place)))
    }
    matcher = PhraseMatcher(terms, untied: untied, bounds: bounds)
    frequencies = memory.take(SearchScratch.documents)
  }

  private static func parts(_ nodes: [TermNode], _ pairs: [TermNode?]) -> ([TermNode], Int) {
    var parts: [TermNode] = []
    parts.reserveCapacity(nodes.count + pairs.count)
    func isAlone(_ place: Int) -> Bool {
      (place == 0 || pairs[place - 1] == nil) && (place == pairs.count || pairs[place] == nil)
    }
    func insert(_ part: TermNode) {
      parts.insert(part, at: parts.firstIndex { $0.cost > part.cost } ?? parts.count)
    }
    for place in nodes.indices {
      if place < pairs.count, let pair = pairs[place] { insert(pair) }
      if isAlone(place) { insert(nodes[place]) }
    }
    let deciding = parts.count
    for place in nodes.indices where !isAlone(place) { parts.append(nodes[place]) }
    return (parts, deciding)
  }

  var cost: Int { parts[0].cost }
  var scores: Bool { scorer.weight > 0 }
  var countsCheaply: Bool { false }
  var scoresCheaply: Bool { true }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    leastCeilings(of: parts, grid, weight: scorer.weight, into: ceilings)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try narrow(window, words, threshold: 0, into: frequencies)
  }

  func count(_ window: Window, among words: Bits.Words) throws -> Int {
    try narrow(window, words, threshold: 0, into: nil)
    return Bits.population(words, count: window.wordCount)
  }

  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(
      window, words, threshold: scorer.weight > 0 ? threshold : 0, into: frequencies)
    score(window, words, into: scores)
  }

  /// Drops without a look at their positions the documents that would stay below the threshold
  /// even if the rarest part always stood in the phrase.
  private func narrow(
    _ window: Window, _ words: Bits.Words, threshold: UInt32,
    into frequencies: UnsafeMutablePointer<UInt32>?
  ) throws {
    bounds.require(threshold)
    if threshold > 0 { parts[0].narrow(window, words, bounds: bounds) }
    if Bits.isEmpty(words, count: window.wordCount) { return }
    for part in 0..<deciding {
      parts[part].narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { return }
    }
    try matcher.match(window, words, into: frequencies)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { place in
      scores[place] &+= scorer.score(
        UInt32(truncatingIfNeeded: window.start &+ place), frequency: frequencies[place])
    }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    let place = Int(document) - window.start
    Bits.insert(place, into: words)
    try narrow(window, words)
    guard Bits.contains(place, in: words) else { return nil }
    let node = parts[0]
    return context.term(
      nodes.flatMap(\.text), field: node.index.fields[node.field].name,
      frequency: Int(frequencies[place]),
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: nil,
      sum: scores ? scorer.score(document, frequency: frequencies[place]) : 0)
  }
}
