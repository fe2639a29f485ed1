/// Nodes of which a document matches some. It remembers of every window which child matches what,
/// since a child may be scored for its own documents only.
final class Alternatives {
  let children: [any SearchNode]
  private unowned(unsafe) let memory: SearchMemory
  let scores: Bool
  let cost: Int
  let countsCheaply: Bool
  /// A term gives no score to other documents than its own, so it needs no set.
  private lazy var matches: [Bits.Words?] = children.map { child in
    child is TermNode ? nil : memory.take(SearchScratch.documents / 64)
  }
  /// The children, the rarest first.
  private(set) lazy var byCost = children.indices.sorted { children[$0].cost < children[$1].cost }
  /// The same in the order in which they are looked at; where none has a score, those first that
  /// take little time, since the others need not look for what these have found.
  private(set) lazy var inOrder =
    scores
    ? byCost
    : byCost.filter { children[$0].countsCheaply } + byCost.filter { !children[$0].countsCheaply }

  init(_ children: [any SearchNode], _ memory: SearchMemory) {
    self.children = children
    self.memory = memory
    scores = children.contains { $0.scores }
    cost = children.reduce(0) { $0 + $1.cost }
    countsCheaply = children.allSatisfy(\.countsCheaply)
  }

  /// Finds the children's documents among `words` and returns those of all children together, or of
  /// so many of the rarest.
  func matchChildren(
    _ window: Window, among words: Bits.Words, rarest count: Int = .max
  ) throws -> Bits.Words {
    try match(
      count < children.count ? Array(byCost.prefix(count)) : inOrder, window, among: words)
  }

  /// The same for some children.
  func match(
    _ numbers: [Int], _ window: Window, among words: Bits.Words
  ) throws -> Bits.Words {
    let found = window.scratch.words()
    Bits.clear(found, count: window.wordCount)
    for child in numbers {
      guard let own = matches[child] else {
        try children[child].unite(window, into: found)
        continue
      }
      own.update(from: words, count: window.wordCount)
      if !scores { Bits.subtract(own, found, count: window.wordCount) }
      try children[child].narrow(window, own)
      Bits.unite(found, with: own, count: window.wordCount)
    }
    return found
  }

  /// How many children match each document.
  func countMatches(
    _ window: Window, among words: Bits.Words, into counts: Scores
  ) throws {
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    for (child, matches) in zip(children, matches) {
      let own = matches ?? found
      own.update(from: words, count: window.wordCount)
      try child.narrow(window, own)
      Bits.forEach(own, count: window.wordCount) { counts[$0] &+= 1 }
    }
  }

  /// Adds the scores of one child to those of its own documents among the candidates.
  func score(
    child: Int, _ window: Window, _ candidates: Bits.Words, into scores: Scores
  ) throws {
    guard let matches = matches[child] else {
      return try children[child].score(window, candidates, into: scores)
    }
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: candidates, count: window.wordCount)
    Bits.intersect(own, with: matches, count: window.wordCount)
    try children[child].score(window, own, into: scores)
  }
}
