/// A unit of two characters in one field, which is one gram: all documents of the gram match, so
/// only those are told apart by their rungs that may be among the best.
///
/// No document is better than if all occurrences in it stood on the first rung. That bound takes a
/// frequency and a length; the rung takes the positions and the word boundaries under them.
final class GramNode: SearchNode {
  private let plan: GramPlan
  private let segment: Int
  private let term: TermNode
  private let scorer: UnitScorer
  private let firstRung: UInt8
  private let factor: Float
  /// The parts of BM25F by the length's code.
  private let parts: UnsafeMutablePointer<Float> = .allocate(capacity: 256)
  private let cursor: GramCursor
  private var batch: OccurrenceBatch

  /// - Parameter weight: in steps of the grid.
  init(_ plan: GramPlan, _ grams: GramField, _ term: TermNode, segment: Int, weight: Float) throws {
    self.plan = plan
    self.segment = segment
    self.term = term
    scorer = UnitScorer(weight: weight, rungCount: plan.rungCount, k1: plan.k1)
    firstRung = UInt8(4 * plan.variant.tier)
    factor = UnitMatches.factor(tier: plan.variant.tier)
    parts.initialize(from: plan.field.parts, count: 256)
    cursor = try GramCursor(grams.index, field: grams.field, info: term.info)
    batch = OccurrenceBatch(grams.boundaries, UnitLadder(length: 2, cuts: plan.variant.cuts))
  }

  deinit { parts.deallocate() }

  override var cost: Int { term.cost }
  override var scores: Bool { scorer.weight > 0 }
  override var knownCount: Int? { term.knownCount }

  override func narrow(_ window: Window, _ words: Bits.Words) { term.narrow(window, words) }

  override func unite(_ window: Window, into words: Bits.Words) { term.unite(window, into: words) }

  override func count(_ window: Window, among words: Bits.Words) -> Int {
    term.count(window, among: words)
  }

  /// The sum that BM25F would saturate if all occurrences stood on the first rung.
  @inline(__always)
  private func largestSum(_ document: UInt32, _ frequency: UInt32) -> Float {
    parts[Int(term.scorer.codes[Int(document)])] * Float(min(frequency, 0xFFFF)) * factor
  }

  /// A step is added for the rounding of the quotients.
  @inline(__always)
  private func ceiling(_ sum: Float) -> UInt32 { scorer.score(rung: firstRung, sum: sum) &+ 1 }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let sums = UnsafeMutablePointer<Float>.allocate(capacity: grid.count)
    defer { sums.deallocate() }
    sums.initialize(repeating: 0, count: grid.count)
    let (cache, reader) = (term.cache, term.reader)
    for block in 0..<reader.allBlocks {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      for index in 0..<cache.count {
        let window = Int(cache.documents[index]) &>> grid.bits
        sums[window] = max(
          sums[window], largestSum(cache.documents[index], cache.frequencies[index]))
      }
    }
    for window in 0..<grid.count {
      ceilings[window] = sums[window] == 0 ? 0 : scores ? ceiling(sums[window]) : 1
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {
    guard scorer.weight > 0 else { return }
    try forEachScore(window, candidates, threshold: 0) { place, score in scores[place] &+= score }
  }

  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    guard scorer.weight > 0 else { return narrow(window, words) }
    let kept = window.scratch.words()
    defer { window.scratch.release(kept) }
    Bits.clear(kept, count: window.wordCount)
    try forEachScore(window, words, threshold: threshold) { place, score in
      scores[place] &+= score
      Bits.insert(place, into: kept)
    }
    Bits.intersect(words, with: kept, count: window.wordCount)
  }

  /// Gives the place and the score of every candidate that has the gram and may reach the
  /// threshold.
  @inline(__always)
  private func forEachScore(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, _ body: (Int, UInt32) -> Void
  ) throws {
    cursor.move(to: UInt32(truncatingIfNeeded: window.start))
    while cursor.document < window.end {
      let document = cursor.document
      let isCandidate = Bits.contains(Int(document) &- window.start, in: candidates)
      if isCandidate && ceiling(largestSum(document, cursor.frequency)) >= threshold {
        let place = cursor.place
        place.read(minus: 0, into: batch.extend(by: place.count))
        batch.add(document, count: place.count)
        if batch.isFull { try takeScores(window, body) }
      }
      cursor.advance()
    }
    try takeScores(window, body)
  }

  @inline(__always)
  private func takeScores(_ window: Window, _ body: (Int, UInt32) -> Void) throws {
    try batch.take { document, counts in
      let sum = parts[Int(term.scorer.codes[Int(document)])] * counts.weighted * factor
      body(
        Int(document) &- window.start,
        scorer.score(rung: firstRung + counts.best.rawValue, sum: sum))
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let plan = try plan.found(segment: segment, in: document..<document + 1)
    return try UnitNode(plan, segment: segment, weight: scorer.weight).explain(document, context)
  }
}
