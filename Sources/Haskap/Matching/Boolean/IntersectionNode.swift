/// The documents that match all children.
final class IntersectionNode: SearchNode {
  /// The rarest first.
  private let children: [any SearchNode]
  /// The same in the order in which they narrow: where bits at hand leave little, the others have
  /// little to look for.
  private let narrowing: [any SearchNode]
  /// The children, when they are terms alone. Of most segments none is scored.
  private lazy var terms = children.terms
  private var bounds: ChildCeilings
  private let order: UnsafeMutablePointer<Int>
  let cost: Int
  let scores: Bool
  let countsCheaply: Bool
  let boundsDocuments: Bool

  init(_ children: [any SearchNode], _ memory: SearchMemory) {
    var children = children
    children.sort { $0.cost < $1.cost }
    self.children = children
    let atHand = children.filter(\.isAtHand)
    narrowing = atHand.isEmpty ? children : atHand + children.filter { !$0.isAtHand }
    cost = children.first?.cost ?? 0
    scores = children.contains { $0.scores }
    countsCheaply = children.allSatisfy(\.countsCheaply)
    boundsDocuments = children.contains { $0.boundsDocuments }
    bounds = ChildCeilings(children.count, memory)
    order = memory.take(children.count)
    for child in children.indices { order[child] = child }
  }

  var isAtHand: Bool { children.allSatisfy(\.isAtHand) }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    bounds.resize(grid)
    try children[0].ceilings(grid, into: bounds[0])
    ceilings.update(from: bounds[0], count: grid.count)
    for (number, child) in children.enumerated().dropFirst() {
      let own = bounds[number]
      try child.ceilings(grid, into: own)
      // Ceilings are below 2³¹, so that all but 0 are negative when they are turned round.
      for cell in 0..<grid.count {
        let (all, one) = (ceilings[cell], own[cell])
        let isPossible = Int32(bitPattern: (0 &- all) & (0 &- one)) &>> 31
        ceilings[cell] = (all &+ one) & UInt32(bitPattern: isPossible)
      }
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    for child in narrowing {
      try child.narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { return }
    }
  }

  /// The last child need only be counted.
  func count(_ window: Window, among words: Bits.Words) throws -> Int {
    for child in narrowing.dropLast() {
      try child.narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { return 0 }
    }
    return try narrowing[narrowing.count - 1].count(window, among: words)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children where child.scores { try child.score(window, candidates, into: scores) }
  }

  func bound(_ window: Window, _ candidates: Bits.Words, into bounds: Scores) {
    for (number, child) in children.enumerated() where child.scores {
      if child.boundsDocuments {
        child.bound(window, candidates, into: bounds)
      } else {
        self.bounds.add(number, window, candidates, into: bounds)
      }
    }
  }

  /// Removes the documents that cannot reach the threshold by their bounds.
  private func drop(_ window: Window, _ words: Bits.Words, below threshold: UInt32) {
    let bounds = window.scratch.scores()
    bound(window, words, into: bounds)
    Bits.forEach(words, count: window.wordCount) { place in
      if bounds[place] < threshold { Bits.remove(place, from: words) }
      bounds[place] = 0
    }
    window.scratch.release(bounds)
  }

  /// Scores clause by clause, and drops what the clauses to come cannot lift over the threshold.
  func scoreBest(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    bounds.sum(window, order: order)
    if let terms {
      return score(terms, window, words, threshold: threshold, into: scores)
    }
    if boundsDocuments, threshold > 0 { drop(window, words, below: threshold) }
    for (number, child) in children.enumerated() {
      if Bits.isEmpty(words, count: window.wordCount) { return }
      if child.scores { try child.score(window, words, into: scores) }
      dropBelow(threshold, rest: bounds.rest(from: number + 1), window, words, scores)
    }
  }

  private func score(
    _ terms: [TermNode], _ window: Window, _ words: Bits.Words, threshold: UInt32,
    into scores: Scores
  ) {
    let candidates = window.scratch.candidates
    candidates.fill(window, words)
    for (number, term) in terms.enumerated() where candidates.count > 0 {
      term.score(candidates, window)
      candidates.drop(below: threshold, rest: bounds.rest(from: number + 1))
    }
    candidates.move(to: words, window, scores)
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    var parts: [Explanation] = []
    for child in children {
      guard let part = try child.explain(document, context) else { return nil }
      parts.append(part)
    }
    return context.sum("the sum of all clauses", parts)
  }
}
