/// The documents that match at least so many children.
final class UnionNode: SearchNode {
  private let alternatives: Alternatives
  private let minimum: Int
  private var bounds: ChildCeilings
  /// The children, when they are terms alone and any of them is enough.
  private let terms: [TermNode]?
  /// The terms of the greatest weight first.
  private let order: UnsafeMutablePointer<Int>

  init(_ children: [any SearchNode], minimum: Int, _ memory: SearchMemory) {
    self.minimum = minimum
    bounds = ChildCeilings(children.count, memory)
    terms = minimum <= 1 ? children.terms : nil
    order = memory.take(children.count)
    for child in children.indices { order[child] = child }
    let weights: UnsafeMutablePointer<Float> = memory.take(children.count)
    for (number, child) in children.enumerated() {
      weights[number] = (child as? TermNode)?.scorer.weight ?? 0
    }
    var all = UnsafeMutableBufferPointer(start: order, count: children.count)
    all.sort { weights[$0] > weights[$1] }
    alternatives = Alternatives(children, memory)
  }

  private var children: [any SearchNode] { alternatives.children }

  var cost: Int { alternatives.cost }
  var scores: Bool { alternatives.scores }
  var countsCheaply: Bool { alternatives.countsCheaply }
  var isAtHand: Bool { children.allSatisfy(\.isAtHand) }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    bounds.resize(grid)
    ceilings.update(repeating: 0, count: grid.count)
    for (number, child) in children.enumerated() {
      let own = bounds[number]
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] &+= own[window] }
    }
    guard minimum > 1 else { return }
    for window in 0..<grid.count
    where children.indices.count(where: { bounds[$0][window] > 0 }) < minimum {
      ceilings[window] = 0
    }
  }

  /// Documents of one child score at least what that gives them.
  func reached(by count: Int) -> UInt32 {
    minimum <= 1 ? children.reduce(0) { max($0, $1.reached(by: count)) } : 0
  }

  /// MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), for each
  /// word of the window: where the terms to come cannot reach the threshold even together, they
  /// only add to the scores of documents that those before have found.
  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    guard let terms else {
      try narrow(window, words)
      return try scoreBest(window, words, threshold: threshold, into: scores)
    }
    bounds.sum(window, order: order)
    let found = window.scratch.words()
    let candidates = window.scratch.words()
    defer {
      window.scratch.release(found)
      window.scratch.release(candidates)
    }
    Bits.clear(found, count: window.wordCount)
    Bits.clear(candidates, count: window.wordCount)
    for position in terms.indices {
      let term = terms[order[position]]
      let rest = bounds.rest(from: position)
      // Where scores are at hand, to add one is quicker than to see that it is of no use.
      if position > 0, !term.isScoredWhole {
        dropBelow(threshold, rest: rest, window, found, scores)
      }
      Bits.forEach(of: window.active) { word in
        candidates[word] = rest[word] < threshold ? found[word] : words[word]
      }
      term.accumulate(window, candidates, found: found, into: scores)
    }
    words.update(from: found, count: window.wordCount)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    // What has so many has one of the rarest, of which there is one more than it may lack.
    let leading = children.count - max(1, minimum) + 1
    let found =
      try terms.map { unite($0, window) }
      ?? alternatives.matchChildren(window, among: words, rarest: leading)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
    if minimum > 1, !Bits.isEmpty(words, count: window.wordCount) {
      try narrowCounting(window, words)
    }
  }

  /// The documents of all terms, whose marks become bits together.
  private func unite(_ terms: [TermNode], _ window: Window) -> Bits.Words {
    let found = window.scratch.words()
    Bits.clear(found, count: window.wordCount)
    let marks = window.scratch.marks
    var hasMarks = false
    for term in terms where term.mark(window, marks, orIn: found) { hasMarks = true }
    if hasMarks { Bits.move(marks, to: found, count: window.wordCount) }
    return found
  }

  private func narrowCounting(_ window: Window, _ words: Bits.Words) throws {
    let counts = window.scratch.scores()
    try alternatives.countMatches(window, among: words, into: counts)
    Bits.forEach(words, count: window.wordCount) { place in
      if counts[place] < minimum { Bits.remove(place, from: words) }
      counts[place] = 0
    }
    window.scratch.release(counts)
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children.indices where children[child].scores {
      try alternatives.score(child: child, window, candidates, into: scores)
    }
  }

  /// Scores clause by clause, and drops what the clauses to come cannot lift over the threshold.
  func scoreBest(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    bounds.sum(window, order: order)
    for position in children.indices {
      let child = order[position]
      if children[child].scores {
        try alternatives.score(child: child, window, candidates, into: scores)
      }
      dropBelow(threshold, rest: bounds.rest(from: position + 1), window, candidates, scores)
    }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let parts = try children.compactMap { try $0.explain(document, context) }
    return parts.count >= minimum ? context.sum("the sum of the clauses that match", parts) : nil
  }
}
