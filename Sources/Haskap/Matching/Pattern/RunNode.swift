/// The documents where the pieces of any of several patterns follow each other in the characters of a
/// field, however its words are cut; each with the same score.
///
/// Patterns that fit what is like a word have most of their pieces in common (`RunPieces`): which
/// documents have a piece, and where, is found once in a window for all of them. The documents that
/// have all pieces of a pattern are found first, then their occurrences are compared for the whole
/// window at once: a number that has the document above the scalar makes one ascending list of them.
final class RunNode: SearchNode {
  private let patterns: [Pattern]
  private let pieces: RunPieces
  private let constant: UInt32
  /// Where the parts of a pattern end that fit so far.
  private var reached: [UInt64] = []

  private struct Pattern {
    let steps: [RunPlan.Step]
    /// The pieces, the rarest first.
    let order: [Int]
    /// The documents of the window that have all pieces.
    let candidates: Bits.Words?
  }

  /// - Parameters:
  ///   - patterns: of which the segment has all pieces; at least one.
  ///   - matchers: of each piece that a pattern has.
  init(
    _ patterns: [[RunPlan.Step]], lengths: [Int], _ matchers: [(any SubstringMatcher)?],
    _ boundaries: BoundariesField, score: UInt32
  ) {
    pieces = RunPieces(patterns, lengths: lengths, matchers, boundaries)
    constant = score
    let costs = matchers.map { $0?.cost ?? 0 }
    self.patterns = patterns.map { steps in
      Pattern(
        steps: steps, order: Set(steps.map(\.piece)).sorted { (costs[$0], $0) < (costs[$1], $1) },
        candidates: steps.count == 1 ? nil : .allocate(capacity: SearchScratch.documents / 64))
    }.sorted { $0.steps.count < $1.steps.count }
  }

  deinit { for pattern in patterns { pattern.candidates?.deallocate() } }

  var cost: Int { patterns.reduce(0) { $0 + pieces.cost(of: $1.order[0]) } }
  var scores: Bool { constant > 0 }
  var countsCheaply: Bool { false }
  var knownCount: Int? {
    patterns.count == 1 && patterns[0].steps.count == 1
      ? pieces.knownCount(of: patterns[0].order[0]) : nil
  }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    ceilings.update(repeating: 0, count: grid.count)
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    for piece in Set(patterns.map { $0.order[0] }) {
      try pieces.ceilings(of: piece, grid, into: own)
      for cell in 0..<grid.count where own[cell] > 0 { ceilings[cell] = max(1, constant) }
    }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    pieces.begin(window, words)
    let found = window.scratch.words()
    defer { window.scratch.release(found) }
    Bits.clear(found, count: window.wordCount)
    for pattern in patterns { try findCandidates(pattern, window, words, found) }
    try pieces.read(window)
    for pattern in patterns {
      guard let candidates = pattern.candidates else { continue }
      Bits.subtract(candidates, found, count: window.wordCount)
      fit(pattern.steps, candidates, window, found)
    }
    words.update(from: found, count: window.wordCount)
  }

  /// Finds the documents that have all pieces, but those that are found already. A piece alone is a match.
  private func findCandidates(
    _ pattern: Pattern, _ window: Window, _ words: Bits.Words, _ found: Bits.Words
  ) throws {
    let own = pattern.candidates ?? window.scratch.words()
    own.update(from: words, count: window.wordCount)
    Bits.subtract(own, found, count: window.wordCount)
    for piece in pattern.order where !Bits.isEmpty(own, count: window.wordCount) {
      try pieces.narrow(piece, window, own)
    }
    if pattern.candidates == nil {
      Bits.unite(found, with: own, count: window.wordCount)
      window.scratch.release(own)
    } else {
      for piece in pattern.order { pieces.want(piece, own, window) }
    }
  }

  /// Adds the candidates in which each piece follows the one before as far as the pattern says.
  private func fit(
    _ steps: [RunPlan.Step], _ candidates: Bits.Words, _ window: Window, _ found: Bits.Words
  ) {
    Bits.forEach(candidates, count: window.wordCount) { document in
      reached.removeAll(keepingCapacity: true)
      reached.append(contentsOf: pieces.starts(of: steps[0].piece, in: document))
      for (before, step) in zip(steps, steps.dropFirst()) where !reached.isEmpty {
        reached = following(
          reached, by: step, length: UInt64(pieces.lengths[before.piece]),
          among: pieces.starts(of: step.piece, in: document))
      }
      if !reached.isEmpty { Bits.insert(document, into: found) }
    }
  }

  private func following(
    _ reached: [UInt64], by step: RunPlan.Step, length: UInt64, among starts: ArraySlice<UInt64>
  ) -> [UInt64] {
    let (least, most) = (UInt64(step.gap.lowerBound), step.mostGap)
    var first = 0
    return starts.filter { start in
      while first < reached.count, reached[first] + length + most < start { first += 1 }
      return first < reached.count && reached[first] + length + least <= start
    }
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    Bits.insert(Int(document) - window.start, into: words)
    try narrow(window, words)
    let isFound = !Bits.isEmpty(words, count: window.wordCount)
    return isFound ? context.constant(constant, "the pattern in the characters") : nil
  }
}

extension RunPlan.Step {
  /// No field is longer.
  fileprivate var mostGap: UInt64 { UInt64(min(gap.upperBound, Int(UInt32.max))) }
}
