/// The documents that match all children.
final class IntersectionNode: SearchNode {
  /// The rarest first.
  private let children: [SearchNode]
  private let bounds: ChildCeilings

  init(_ children: [SearchNode]) {
    self.children = children.sorted { $0.cost < $1.cost }
    bounds = ChildCeilings(children.count)
  }

  override var cost: Int { children.first?.cost ?? 0 }
  override var scores: Bool { children.contains { $0.scores } }
  override var blockCount: Int { children.reduce(Int.max) { min($0, $1.blockCount) } }
  override var countsCheaply: Bool { children.allSatisfy(\.countsCheaply) }

  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    bounds.resize(windows: grid.count)
    try children[0].ceilings(grid, into: bounds[0])
    ceilings.update(from: bounds[0], count: grid.count)
    for (number, child) in children.enumerated().dropFirst() {
      let own = bounds[number]
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count {
        let isPossible = own[window] > 0 && ceilings[window] > 0
        ceilings[window] = isPossible ? ceilings[window] &+ own[window] : 0
      }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    for child in children {
      try child.narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { return }
    }
  }

  /// The last child need only be counted.
  override func count(_ window: Window, among words: Bits.Words) throws -> Int {
    for child in children.dropLast() {
      try child.narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { return 0 }
    }
    return try children[children.count - 1].count(window, among: words)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children where child.scores { try child.score(window, candidates, into: scores) }
  }

  /// Scores clause by clause, and drops what the clauses to come cannot lift over the threshold.
  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(window, words)
    var rest: UInt32 = 0
    for number in children.indices { rest &+= bounds[number][window.index] }
    for (number, child) in children.enumerated() {
      if Bits.isEmpty(words, count: window.wordCount) { return }
      if child.scores { try child.score(window, words, into: scores) }
      rest &-= bounds[number][window.index]
      dropBelow(threshold, rest: rest, window, words, scores)
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    var parts: [Explanation] = []
    for child in children {
      guard let part = try child.explain(document, context) else { return nil }
      parts.append(part)
    }
    return context.sum("the sum of all clauses", parts)
  }
}

/// What each child of a node can score in each window.
final class ChildCeilings {
  private let children: Int
  private var windows = 0
  private var values: UnsafeMutablePointer<UInt32>?

  init(_ children: Int) { self.children = children }

  deinit { values?.deallocate() }

  func resize(windows: Int) {
    guard windows != self.windows || values == nil else { return }
    values?.deallocate()
    values = .allocate(capacity: children * windows)
    self.windows = windows
  }

  @inline(__always)
  subscript(child: Int) -> UnsafeMutablePointer<UInt32> {
    values.unsafelyUnwrapped + child &* windows
  }
}

/// Removes from the set the documents that `rest` more would not lift to the threshold.
func dropBelow(
  _ threshold: UInt32, rest: UInt32, _ window: Window, _ words: Bits.Words, _ scores: Scores
) {
  guard threshold > rest else { return }
  let needed = threshold &- rest
  for index in 0..<window.wordCount {
    var word = words[index]
    while word != 0 {
      let bit = word.trailingZeroBitCount
      word &= word &- 1
      let place = index &* 64 &+ bit
      guard scores[place] < needed else { continue }
      scores[place] = 0
      words[index] &= ~(1 &<< UInt64(bit))
    }
  }
}

/// A node whose documents match some of its children. It remembers of every window which child
/// matches what, since a child may be scored for its own documents only.
class AlternativesNode: SearchNode {
  let children: [SearchNode]
  private let matches: [Bits.Words]

  init(_ children: [SearchNode]) {
    self.children = children
    matches = children.map { _ in .allocate(capacity: SearchScratch.documents / 64) }
  }

  deinit { for words in matches { words.deallocate() } }

  override var cost: Int { children.reduce(0) { $0 + $1.cost } }
  override var scores: Bool { children.contains { $0.scores } }
  override var blockCount: Int { children.reduce(0) { max($0, $1.blockCount) } }
  override var countsCheaply: Bool { children.allSatisfy(\.countsCheaply) }

  /// Finds the children's documents among `words` and returns those of all children together.
  fileprivate func matchChildren(_ window: Window, among words: Bits.Words) throws -> Bits.Words {
    let found = window.scratch.words()
    Bits.clear(found, count: window.wordCount)
    for (child, own) in zip(children, matches) {
      // A term gives no score to other documents than its own, so it needs no set.
      if child is TermNode {
        try child.unite(window, into: found)
        continue
      }
      own.update(from: words, count: window.wordCount)
      try child.narrow(window, own)
      Bits.unite(found, with: own, count: window.wordCount)
    }
    return found
  }

  /// How many children match each document.
  fileprivate func countMatches(
    _ window: Window, among words: Bits.Words, into counts: Scores
  ) throws {
    for (child, own) in zip(children, matches) {
      own.update(from: words, count: window.wordCount)
      try child.narrow(window, own)
      Bits.forEach(own, count: window.wordCount) { counts[$0] &+= 1 }
    }
  }

  /// Adds the scores of one child to those of its own documents among the candidates.
  fileprivate func score(
    child: Int, _ window: Window, _ candidates: Bits.Words, into scores: Scores
  ) throws {
    guard !(children[child] is TermNode) else {
      return try children[child].score(window, candidates, into: scores)
    }
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: candidates, count: window.wordCount)
    Bits.intersect(own, with: matches[child], count: window.wordCount)
    try children[child].score(window, own, into: scores)
  }
}

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

/// The documents that match any child, with the highest score among them (Lucene calls it a
/// disjunction maximum).
final class BestNode: AlternativesNode {
  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    ceilings.update(repeating: 0, count: grid.count)
    for child in children {
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] = max(ceilings[window], own[window]) }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    let found = try matchChildren(window, among: words)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    let best = window.scratch.scores()
    let own = window.scratch.scores()
    for child in children.indices where children[child].scores {
      try score(child: child, window, candidates, into: own)
      Bits.forEach(candidates, count: window.wordCount) { place in
        best[place] = max(best[place], own[place])
        own[place] = 0
      }
    }
    Bits.forEach(candidates, count: window.wordCount) { place in
      scores[place] &+= best[place]
      best[place] = 0
    }
    window.scratch.release(best)
    window.scratch.release(own)
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let parts = try children.compactMap { try $0.explain(document, context) }
    return parts.isEmpty ? nil : context.best("the best clause", parts)
  }
}
