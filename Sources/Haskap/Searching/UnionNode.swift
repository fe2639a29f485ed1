/// The documents that match at least so many children.
final class UnionNode: AlternativesNode {
  private let minimum: Int
  private let bounds: ChildCeilings
  /// The children, when they are terms alone and any of them is enough.
  private let terms: [TermNode]?
  /// The term with the most documents that have to be decoded.
  private let costliest: TermNode?
  private let order: UnsafeMutablePointer<Int>

  init(_ children: [SearchNode], minimum: Int) {
    self.minimum = minimum
    bounds = ChildCeilings(children.count)
    let terms = children.compactMap { $0 as? TermNode }
    self.terms = terms.count == children.count && minimum <= 1 ? terms : nil
    costliest = terms.max { $0.packedCost < $1.packedCost }
    order = .allocate(capacity: children.count)
    for child in children.indices { order[child] = child }
    super.init(children)
  }

  deinit { order.deallocate() }

  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    bounds.resize(windows: grid.count)
    ceilings.update(repeating: 0, count: grid.count)
    for (number, child) in children.enumerated() {
      let own = bounds[number]
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] &+= own[window] }
    }
  }

  /// Sorts the children, the least ceiling first; they are few and nearly in order already.
  private func sortByCeiling(_ window: Window) {
    for position in 1..<children.count {
      let child = order[position]
      var place = position
      while place > 0,
        bounds[order[place &- 1]][window.index] > bounds[child][window.index]
      {
        order[place] = order[place &- 1]
        place &-= 1
      }
      order[place] = child
    }
  }

  /// MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) in one
  /// window: the terms that cannot reach the threshold even together only add to the scores of
  /// documents that the others have found.
  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    guard let terms else {
      return try super.collect(window, words, threshold: threshold, into: scores)
    }
    sortByCeiling(window)
    var rest: UInt32 = 0
    var optional = 0
    while optional < terms.count, rest &+ bounds[order[optional]][window.index] < threshold {
      rest &+= bounds[order[optional]][window.index]
      optional += 1
    }
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    Bits.clear(found, count: window.wordCount)
    for position in optional..<terms.count {
      let number = order[position]
      guard bounds[number][window.index] > 0 else { continue }
      terms[number].scoreAll(window, into: scores, words: found)
    }
    for index in 0..<window.wordCount {
      Bits.forEach(of: found[index] & ~words[index]) { scores[index &* 64 &+ $0] = 0 }
      words[index] &= found[index]
    }
    dropBelow(threshold, rest: rest, window, words, scores)
    for position in (0..<optional).reversed() {
      let number = order[position]
      guard bounds[number][window.index] > 0 else { continue }
      if Bits.isEmpty(words, count: window.wordCount) { return }
      terms[number].score(window, words, into: scores)
      rest &-= bounds[number][window.index]
      dropBelow(threshold, rest: rest, window, words, scores)
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    guard minimum <= 1 else { return try narrowCounting(window, words) }
    let found = try matchChildren(window, among: words)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
  }

  /// Of the most expensive child only the documents that no other has need be counted.
  override func count(_ window: Window, among words: Bits.Words) throws -> Int {
    guard let terms, let last = costliest else { return try super.count(window, among: words) }
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    Bits.clear(found, count: window.wordCount)
    for term in terms where term !== last { term.unite(window, into: found) }
    Bits.intersect(found, with: words, count: window.wordCount)
    Bits.subtract(words, found, count: window.wordCount)
    let others = Bits.population(found, count: window.wordCount)
    return others + last.count(window, among: words)
  }

  private func narrowCounting(_ window: Window, _ words: Bits.Words) throws {
    let counts = window.scratch.scores()
    try countMatches(window, among: words, into: counts)
    Bits.clear(words, count: window.wordCount)
    for place in 0..<window.count {
      if counts[place] >= minimum { Bits.insert(place, into: words) }
      counts[place] = 0
    }
    window.scratch.release(counts)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children.indices where children[child].scores {
      try score(child: child, window, candidates, into: scores)
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let parts = try children.compactMap { try $0.explain(document, context) }
    return parts.count >= minimum ? context.sum("the sum of the clauses that match", parts) : nil
  }
}
