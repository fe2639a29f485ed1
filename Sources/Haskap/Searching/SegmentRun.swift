/// A query on one segment, window by window.
struct SegmentRun {
  let node: SearchNode
  let segment: SearchSegment
  /// The number of the segment's first document among those of all segments.
  let base: Int
  let grid: ScoreGrid
  let scratch: SearchScratch

  private var documentCount: Int { segment.index.documentCount }

  private func windows(bits: Int = WindowGrid.largestBits) -> WindowGrid {
    WindowGrid(documentCount: documentCount, bits: bits)
  }

  /// Fills a set with the live documents of a window.
  private func live(_ window: Window, into words: Bits.Words) {
    guard let live = segment.live else {
      return Bits.fill(words, length: window.count, count: window.wordCount)
    }
    let first = window.start >> 6
    for index in 0..<window.wordCount {
      words[index] = first + index < live.words.count ? live.words[first + index] : 0
    }
  }

  /// Calls `body` with the matching live documents of every window in turn.
  private func forEachWindow(_ body: (Window, Bits.Words) throws -> Void) throws {
    let windows = windows()
    let words = scratch.words()
    defer { scratch.release(words) }
    for index in 0..<windows.count {
      let window = windows.window(index, scratch)
      live(window, into: words)
      try node.narrow(window, words)
      try body(window, words)
    }
  }

  func count() throws -> Int {
    if segment.live == nil, let known = node.knownCount { return known }
    guard node.cost > 0 else { return 0 }
    var total = 0
    try forEachWindow { total += Bits.population($1, count: $0.wordCount) }
    return total
  }

  func matches() throws -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(Bits.wordCount(documentCount))
    try forEachWindow { window, words in
      result.append(contentsOf: UnsafeBufferPointer(start: words, count: window.wordCount))
    }
    return result
  }

  func explain(_ document: UInt32) throws -> Explanation? {
    if let live = segment.live {
      let word = Int(document >> 6)
      guard word < live.words.count, live.words[word] >> UInt64(document & 63) & 1 == 1
      else { return nil }
    }
    return try node.explain(
      document, ExplanationContext(scoreGrid: grid, windows: windows(), scratch: scratch))
  }

  /// Takes the segment's best documents into `hits` and returns how many match, or 0 when they
  /// are not counted.
  mutating func collect(into hits: inout TopHits, counting: Bool) throws -> Int {
    guard node.cost > 0 else { return 0 }
    var total = 0
    let scores = scratch.scores()
    defer { scratch.release(scores) }
    try forEachWindow { window, words in
      if counting { total += Bits.population(words, count: window.wordCount) }
      try node.score(window, words, into: scores)
      Self.take(window, words, scores, base: base, into: &hits)
    }
    return total
  }

  /// Offers the documents of a set to the hits, and leaves their scores 0.
  @inline(__always)
  private static func take(
    _ window: Window, _ words: Bits.Words, _ scores: Scores, base: Int, into hits: inout TopHits
  ) {
    let first = UInt32(truncatingIfNeeded: base &+ window.start)
    Bits.forEach(words, count: window.wordCount) { place in
      let document = first &+ UInt32(truncatingIfNeeded: place)
      hits.insert(TopHits.key(score: scores[place], document: document))
      scores[place] = 0
    }
  }
}
