/// The documents that match all children.
final class IntersectionNode: SearchNode {
  /// The rarest first.
  private let children: [SearchNode]

  init(_ children: [SearchNode]) { self.children = children.sorted { $0.cost < $1.cost } }

  override var cost: Int { children.first?.cost ?? 0 }
  override var scores: Bool { children.contains { $0.scores } }

  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    try children[0].ceilings(grid, into: ceilings)
    for child in children.dropFirst() {
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

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children where child.scores { try child.score(window, candidates, into: scores) }
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

  init(_ children: [SearchNode], minimum: Int) {
    self.minimum = minimum
    super.init(children)
  }

  override func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    ceilings.update(repeating: 0, count: grid.count)
    for child in children {
      try child.ceilings(grid, into: own)
      for window in 0..<grid.count { ceilings[window] &+= own[window] }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    guard minimum <= 1 else { return try narrowCounting(window, words) }
    let found = try matchChildren(window, among: words)
    Bits.intersect(words, with: found, count: window.wordCount)
    window.scratch.release(found)
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
