/// A query on one segment: a pass over its windows, in which all collectors take what matches.
struct SegmentRun {
  let node: any SearchNode
  let segment: SearchSegment
  /// The number of the segment's first document among those of all segments.
  let base: Int
  let grid: ScoreGrid
  /// Of the search, which outlives the run.
  unowned(unsafe) let scratch: SearchScratch
  let limit: TimeLimit?

  init(
    node: any SearchNode, segment: SearchSegment, base: Int, grid: ScoreGrid,
    scratch: SearchScratch, limit: TimeLimit? = TimeLimit.current
  ) {
    (self.node, self.segment, self.base) = (node, segment, base)
    (self.grid, self.scratch, self.limit) = (grid, scratch, limit)
  }

  var documentCount: Int { segment.index.documentCount }

  var windows: WindowGrid {
    WindowGrid(documentCount: documentCount, bits: WindowGrid.largestBits)
  }

  /// Fills a set with the live documents of a window's active words.
  func live(_ window: Window, into words: Bits.Words) {
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

  /// - Parameters:
  ///   - hits: takes the best documents, if it wants any.
  ///   - counting: whether the matching documents are counted.
  ///   - collectors: take all matching documents.
  /// - Returns: how many documents match; 0 when they are not counted.
  func run(
    into hits: inout TopHits, counting: Bool, collectors: [any MatchCollector]
  ) throws -> Int {
    var best = BestPass(segmentCount: 1)
    let total = try begin(&best, into: &hits, counting: counting, collectors: collectors)
    return try total + best.visit(into: &hits, collectors)
  }

  /// Does the same but for the windows in which only the best are looked for: these are left to a
  /// pass, which may have those of other segments as well.
  func begin(
    _ best: inout BestPass, into hits: inout TopHits, counting: Bool,
    collectors: [any MatchCollector]
  ) throws -> Int {
    guard node.cost > 0 else { return 0 }
    if collectors.isEmpty && hits.limit == 0 { return counting ? try count() : 0 }
    guard node.scores && hits.limit > 0 else {
      return try visitAll(into: &hits, counting: counting, scoring: false, collectors)
    }
    // To find all first, one window after the other, is quicker than between the scores.
    let findsFirst = node.countsCheaply || collectors.isEmpty && known != nil
    let isMatched = (counting || !collectors.isEmpty) && !findsFirst
    if isMatched && node.scoresCheaply {
      return try visitAll(into: &hits, counting: counting, scoring: true, collectors)
    }
    if !isMatched, let term = node as? TermNode, term.isScoredWhole {
      let total = findsFirst ? try find(counting: counting, collectors) : 0
      collect(ScoredDocuments(term.reader, term.scorer, scratch.memory), into: &hits)
      return total
    }
    // Rare terms are scored whole for their ceilings: to count, they are not read again.
    try best.add(self, matching: isMatched, raising: &hits)
    return findsFirst ? try find(counting: counting, collectors) : 0
  }

  /// Finds all matches without their scores.
  private func find(counting: Bool, _ collectors: [any MatchCollector]) throws -> Int {
    guard !collectors.isEmpty else { return counting ? try count() : 0 }
    var none = TopHits(limit: 0, highest: 0)
    return try visitAll(into: &none, counting: counting, scoring: false, collectors)
  }

  func count() throws -> Int {
    if let known { return known }
    guard node.cost > 0 else { return 0 }
    let words = scratch.words()
    defer { scratch.release(words) }
    var total = 0
    for index in 0..<windows.count {
      try limit?.check()
      let window = windows.window(index, scratch)
      live(window, into: words)
      total += try node.count(window, among: words)
    }
    return total
  }

  func hasMatch() throws -> Bool {
    if let known { return known > 0 }
    guard node.cost > 0 else { return false }
    let words = scratch.words()
    defer { scratch.release(words) }
    for index in 0..<windows.count {
      try limit?.check()
      let window = windows.window(index, scratch)
      live(window, into: words)
      try node.narrow(window, words)
      if !Bits.isEmpty(words, count: window.wordCount) { return true }
    }
    return false
  }

  /// The matching live documents, as bits.
  func documents() throws -> [UInt64] {
    let words = scratch.words()
    defer { scratch.release(words) }
    var all: [UInt64] = []
    for index in 0..<windows.count {
      try limit?.check()
      let window = windows.window(index, scratch)
      live(window, into: words)
      try node.narrow(window, words)
      all += UnsafeBufferPointer(start: words, count: window.wordCount)
    }
    return all
  }

  /// The number of matching live documents, where it is known without looking.
  var known: Int? { segment.live == nil ? node.knownCount : nil }

  /// Looks at every window.
  ///
  /// - Parameter isScored: false where matches have no score, or nobody wants it.
  private func visitAll(
    into hits: inout TopHits, counting: Bool, scoring isScored: Bool,
    _ collectors: [any MatchCollector]
  ) throws -> Int {
    var total = 0
    let scores = scratch.scores()
    let words = scratch.words()
    defer {
      scratch.release(scores)
      scratch.release(words)
    }
    for index in 0..<windows.count {
      try limit?.check()
      let window = windows.window(index, scratch)
      // Without scores the earliest documents are the best, and they are found.
      if !isScored && !counting && collectors.isEmpty && threshold(hits, window) > 0 { break }
      live(window, into: words)
      try node.narrow(window, words)
      if Bits.isEmpty(words, count: window.wordCount) { continue }
      total += Bits.population(words, count: window.wordCount)
      if isScored { try node.score(window, words, into: scores) }
      for collector in collectors { try collector.collect(window, words) }
      if hits.limit > 0 { take(window, words, scores, into: &hits) }
    }
    return total
  }

  func explain(_ document: UInt32) throws -> Explanation? {
    guard isLive(document) else { return nil }
    return try node.explain(
      document, ExplanationContext(scoreGrid: grid, windows: windows, scratch: scratch))
  }

  /// Those of some documents that match and are not deleted.
  func matching(_ documents: [UInt32]) throws -> Set<UInt32> {
    guard node.cost > 0 else { return [] }
    let words = scratch.words()
    defer { scratch.release(words) }
    let live = documents.filter(isLive)
    let byWindow = Dictionary(grouping: live) { Int($0) >> windows.bits }
    var found: Set<UInt32> = []
    for (index, documents) in byWindow.sorted(by: { $0.key < $1.key }) {
      try limit?.check()
      let window = windows.window(index, scratch)
      Bits.clear(words, count: window.wordCount)
      for document in documents { Bits.insert(Int(document) - window.start, into: words) }
      try node.narrow(window, words)
      found.formUnion(documents.filter { Bits.contains(Int($0) - window.start, in: words) })
    }
    return found
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

  /// The least score that a document of the window must have to be kept: of equal scores the
  /// earlier document is better.
  func threshold(_ hits: borrowing TopHits, _ window: Window) -> UInt32 {
    let key = hits.threshold
    let score = TopHits.score(of: key)
    return base + window.start > Int(TopHits.document(of: key)) ? score &+ 1 : score
  }

  /// Offers the documents of a set to the hits, and leaves their scores 0.
  @inline(__always)
  func take(
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
