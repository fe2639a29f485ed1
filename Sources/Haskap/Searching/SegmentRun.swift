/// A query on one segment, window by window.
struct SegmentRun {
  let node: SearchNode
  let segment: SearchSegment
  /// The number of the segment's first document among those of all segments.
  let base: Int
  let grid: ScoreGrid
  let scratch: SearchScratch

  private var documentCount: Int { segment.index.documentCount }

  private var windows: WindowGrid {
    WindowGrid(documentCount: documentCount, bits: WindowGrid.largestBits)
  }

  /// Fills a set with the live documents of a window's active words.
  private func live(_ window: Window, into words: Bits.Words) {
    if window.isWhole {
      Bits.fill(words, length: window.count, count: window.wordCount)
    } else {
      Bits.clear(words, count: window.wordCount)
      let last = window.wordCount &- 1
      Bits.forEach(of: window.active) { words[$0] = .max }
      words[last] &= UInt64.max &>> UInt64(64 &* (last &+ 1) &- window.count)
    }
    guard let live = segment.live else { return }
    let first = window.start >> 6
    for index in 0..<window.wordCount {
      words[index] &= first + index < live.words.count ? live.words[first + index] : 0
    }
  }

  /// Calls `body` with the matching live documents of every window in turn.
  private func forEachWindow(_ body: (Window, Bits.Words) throws -> Void) throws {
    let windows = windows
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
    let windows = windows
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
    guard isLive(document) else { return nil }
    return try node.explain(
      document, ExplanationContext(scoreGrid: grid, windows: windows, scratch: scratch))
  }

  /// Takes the segment's best documents into `hits` and returns how many match, or 0 when they
  /// are not counted.
  func collect(into hits: inout TopHits, counting: Bool) throws -> Int {
    guard node.cost > 0 else { return 0 }
    guard node.scores, hits.limit > 0, !counting || node.countsCheaply else {
      return try collectAll(into: &hits)
    }
    let total = counting ? try count() : 0
    if let term = node as? TermNode, term.isScoredWhole {
      collect(ScoredDocuments(term.reader, term.scorer), into: &hits)
    } else {
      try collectBest(into: &hits)
    }
    return total
  }

  /// Offers the documents of a rare term.
  private func collect(_ scored: ScoredDocuments, into hits: inout TopHits) {
    var threshold = hits.threshold
    for index in 0..<scored.count {
      let document = scored.documents[index]
      let key = TopHits.key(
        score: scored.scores[index], document: UInt32(truncatingIfNeeded: base) &+ document)
      guard key > threshold, isLive(document) else { continue }
      hits.insert(key)
      threshold = hits.threshold
    }
  }

  private func isLive(_ document: UInt32) -> Bool {
    guard let words = segment.live?.words else { return true }
    let word = Int(document >> 6)
    return word < words.count && words[word] >> UInt64(document & 63) & 1 == 1
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

  /// Looks at the cells that may hold a document that is better than the worst so far.
  private func collectBest(into hits: inout TopHits) throws {
    let cells = WindowGrid.cells(documentCount: documentCount)
    let ceilings = UnsafeMutablePointer<UInt32>.allocate(capacity: cells.count)
    defer { ceilings.deallocate() }
    try node.ceilings(cells, into: ceilings)
    // Of so many documents as many as are wanted are live.
    let enough = hits.limit + documentCount - segment.liveCount
    hits.raise(to: node.reached(by: enough))
    let words = scratch.words()
    let scores = scratch.scores()
    defer {
      scratch.release(words)
      scratch.release(scores)
    }
    let highest = highest(windows, cells, ceilings)
    for index in Self.order(highest, limit: hits.limit) {
      var window = windows.window(index, scratch)
      let threshold = threshold(hits, window)
      guard highest[index] >= max(threshold, 1) else { continue }
      window.active = Self.active(window, cells, ceilings, from: max(threshold, 1))
      live(window, into: words)
      try node.collect(window, words, threshold: threshold, into: scores)
      take(window, words, scores, into: &hits)
    }
  }

  /// The windows, those with the highest ceilings first; for many hits nearly all count, and to
  /// read on is quicker.
  private static func order(_ highest: [UInt32], limit: Int) -> [Int] {
    let windows = Array(highest.indices)
    return limit > 128 ? windows : windows.sorted { highest[$1] < highest[$0] }
  }

  /// The highest ceiling in each window.
  private func highest(
    _ windows: WindowGrid, _ cells: WindowGrid, _ ceilings: UnsafePointer<UInt32>
  ) -> [UInt32] {
    let length = 1 &<< (windows.bits &- cells.bits)
    return (0..<windows.count).map { window in
      var highest: UInt32 = 0
      for cell in window &* length..<min((window &+ 1) &* length, cells.count) {
        highest = max(highest, ceilings[cell])
      }
      return highest
    }
  }

  /// The least score that a document of the window must have to be kept: of equal scores the
  /// earlier document is better.
  private func threshold(_ hits: borrowing TopHits, _ window: Window) -> UInt32 {
    let key = hits.threshold
    let score = TopHits.score(of: key)
    return base + window.start > Int(TopHits.document(of: key)) ? score &+ 1 : score
  }

  /// The words of a window whose cells have at least this ceiling.
  private static func active(
    _ window: Window, _ cells: WindowGrid, _ ceilings: UnsafePointer<UInt32>, from lowest: UInt32
  ) -> UInt64 {
    let own = ceilings + window.start &>> cells.bits
    let shift = cells.bits &- 6
    var active: UInt64 = 0
    for word in 0..<window.wordCount {
      active |= (own[word &>> shift] >= lowest ? 1 : 0) &<< UInt64(word)
    }
    return active
  }

  /// Offers the documents of a set to the hits, and leaves their scores 0.
  @inline(__always)
  private func take(
    _ window: Window, _ words: Bits.Words, _ scores: Scores, into hits: inout TopHits
  ) {
    let first = UInt32(truncatingIfNeeded: base &+ window.start)
    var threshold = hits.threshold
    Bits.forEach(of: window.active) { index in
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
