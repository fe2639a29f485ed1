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

/// The documents that match at least so many children.
final class UnionNode: SearchNode {
  let children: [SearchNode]
  private let minimum: Int

  init(_ children: [SearchNode], minimum: Int) {
    self.children = children
    self.minimum = minimum
  }

  override var cost: Int { children.reduce(0) { $0 + $1.cost } }
  override var scores: Bool { children.contains { $0.scores } }

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
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    Bits.clear(found, count: window.wordCount)
    for child in children {
      if child is TermNode {
        try child.unite(window, into: found)
      } else {
        try uniteNarrowed(child, window, words, into: found)
      }
    }
    Bits.intersect(words, with: found, count: window.wordCount)
  }

  private func uniteNarrowed(
    _ child: SearchNode, _ window: Window, _ words: Bits.Words, into found: Bits.Words
  ) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: words, count: window.wordCount)
    try child.narrow(window, own)
    Bits.unite(found, with: own, count: window.wordCount)
  }

  private func narrowCounting(_ window: Window, _ words: Bits.Words) throws {
    let own = window.scratch.words()
    let counts = window.scratch.scores()
    defer {
      window.scratch.release(own)
      counts.update(repeating: 0, count: window.count)
      window.scratch.release(counts)
    }
    for child in children {
      own.update(from: words, count: window.wordCount)
      try child.narrow(window, own)
      Bits.forEach(own, count: window.wordCount) { counts[$0] &+= 1 }
    }
    Bits.clear(words, count: window.wordCount)
    for place in 0..<window.count where counts[place] >= minimum { Bits.insert(place, into: words) }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    for child in children where child.scores { try child.score(window, candidates, into: scores) }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let parts = try children.compactMap { try $0.explain(document, context) }
    return parts.count >= minimum ? context.sum("the sum of the clauses that match", parts) : nil
  }
}

/// The documents that match any child, with the highest score among them (Lucene calls it a
/// disjunction maximum).
final class BestNode: SearchNode {
  private let children: [SearchNode]

  init(_ children: [SearchNode]) { self.children = children }

  override var cost: Int { children.reduce(0) { $0 + $1.cost } }
  override var scores: Bool { children.contains { $0.scores } }

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
    let own = window.scratch.words()
    let found = window.scratch.words()
    defer {
      window.scratch.release(own)
      window.scratch.release(found)
    }
    Bits.clear(found, count: window.wordCount)
    for child in children {
      own.update(from: words, count: window.wordCount)
      try child.narrow(window, own)
      Bits.unite(found, with: own, count: window.wordCount)
    }
    words.update(from: found, count: window.wordCount)
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    let best = window.scratch.scores()
    let own = window.scratch.scores()
    for child in children where child.scores {
      try child.score(window, candidates, into: own)
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
