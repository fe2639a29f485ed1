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
    let windows = windows()
    let words = scratch.words()
    defer { scratch.release(words) }
    var total = 0
    for index in 0..<windows.count {
      let window = windows.window(index, scratch)
      live(window, into: words)
      total += try node.count(window, among: words)
    }
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
  func collect(into hits: inout TopHits, counting: Bool) throws -> Int {
    guard node.cost > 0 else { return 0 }
    guard node.scores, hits.limit > 0, !counting || node.countsCheaply else {
      return try collectAll(into: &hits)
    }
    let total = counting ? try count() : 0
    try collectBest(into: &hits)
    return total
  }

  /// Looks at every window.
  private func collectAll(into hits: inout TopHits) throws -> Int {
    var total = 0
    let scores = scratch.scores()
    defer { scratch.release(scores) }
    try forEachWindow { window, words in
      total += Bits.population(words, count: window.wordCount)
      try node.score(window, words, into: scores)
      take(window, words, scores, into: &hits)
    }
    return total
  }

  /// Looks at the windows with the highest ceilings first, and only at those that may hold a
  /// document which is better than the worst so far.
  private func collectBest(into hits: inout TopHits) throws {
    let windows = windows(bits: windowBits(limit: hits.limit))
    let ceilings = UnsafeMutablePointer<UInt32>.allocate(capacity: windows.count)
    defer { ceilings.deallocate() }
    try node.ceilings(windows, into: ceilings)
    let words = scratch.words()
    let scores = scratch.scores()
    defer {
      scratch.release(words)
      scratch.release(scores)
    }
    let order = WindowOrder(ceilings, count: windows.count)
    for index in order.windows {
      let window = windows.window(Int(index), scratch)
      let best = TopHits.key(
        score: ceilings[window.index], document: UInt32(truncatingIfNeeded: base + window.start))
      guard best > hits.threshold else { continue }
      live(window, into: words)
      let threshold = TopHits.score(of: hits.threshold)
      try node.collect(window, words, threshold: threshold, into: scores)
      take(window, words, scores, into: &hits)
    }
  }

  /// Windows about as long as the shortest blocks span, so that impacts speak for themselves. For
  /// many hits many windows are looked at whatever their impacts say, so they are longer.
  private func windowBits(limit: Int) -> Int {
    let span = documentCount / max(1, node.blockCount) * (limit > 200 ? 4 : 1)
    let bits = Int.bitWidth - span.leadingZeroBitCount
    return min(max(bits, WindowGrid.smallestBits), WindowGrid.largestBits)
  }

  /// Offers the documents of a set to the hits, and leaves their scores 0.
  @inline(__always)
  private func take(
    _ window: Window, _ words: Bits.Words, _ scores: Scores, into hits: inout TopHits
  ) {
    let first = UInt32(truncatingIfNeeded: base &+ window.start)
    var threshold = hits.threshold
    for index in 0..<window.wordCount {
      Bits.forEach(of: words[index]) { bit in
        let place = index &* 64 &+ bit
        let document = first &+ UInt32(truncatingIfNeeded: place)
        let key = TopHits.key(score: scores[place], document: document)
        scores[place] = 0
        guard key > threshold else { return }
        hits.insert(key)
        threshold = hits.threshold
      }
    }
  }
}

/// The windows in about descending order of their ceilings, those without any left out.
///
/// Sorted by counting, in 256 steps of the highest ceiling: within a step the earlier window comes
/// first, and a threshold may rule out one and not the next.
struct WindowOrder {
  private(set) var windows: [UInt32]

  init(_ ceilings: UnsafePointer<UInt32>, count: Int) {
    var highest: UInt32 = 1
    for window in 0..<count { highest = max(highest, ceilings[window]) }
    let scale = Float(255) / Float(highest)
    var starts = [UInt32](repeating: 0, count: 257)
    for window in 0..<count where ceilings[window] > 0 {
      starts[Self.step(ceilings[window], scale) + 1] += 1
    }
    for step in 1...256 { starts[step] += starts[step - 1] }
    windows = [UInt32](repeating: 0, count: Int(starts[256]))
    for window in 0..<count where ceilings[window] > 0 {
      let step = Self.step(ceilings[window], scale)
      windows[Int(starts[step])] = UInt32(window)
      starts[step] += 1
    }
  }

  /// 0 for the highest ceilings.
  @inline(__always)
  private static func step(_ ceiling: UInt32, _ scale: Float) -> Int {
    255 - Int(min(Float(ceiling) * scale, 255))
  }
}
