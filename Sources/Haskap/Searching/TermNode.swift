/// The documents of one term.
final class TermNode: SearchNode {
  let reader: PostingsReader
  let info: TermInfo
  let index: InvertedIndex
  let field: Int
  let scorer: TermScorer
  let relaxation: Float
  /// Keeps alive what the scorer points to.
  private let weights: FieldWeights
  let cache = BlockCache()
  private let blockScores: Scores = .allocate(capacity: BitPacking.blockLength)
  private var lastBlock = 0

  init(_ index: InvertedIndex, field: Int, info: TermInfo, weight: Float, _ weights: FieldWeights)
    throws
  {
    self.index = index
    self.field = field
    self.info = info
    self.weights = weights
    reader = try index.postings(of: info, field: field)
    scorer = TermScorer(weight: weight, codes: weights.codes, saturations: weights.saturations)
    relaxation = weights.relaxation
  }

  deinit { blockScores.deallocate() }

  override var cost: Int { info.documentFrequency }
  override var scores: Bool { scorer.weight > 0 }
  override var knownCount: Int? { info.documentFrequency }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    self.ceilings(grid, weight: scorer.weight, into: ceilings)
  }

  /// The same for another weight than the term's own.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    ceilings.update(repeating: 0, count: grid.count)
    var first = 0
    for block in 0..<reader.allBlocks {
      let last = min(Int(reader.lastDocument(ofBlock: block)), grid.documentCount - 1)
      let ceiling = Impact.ceiling(
        reader.impact(ofBlock: block), weight: weight, relaxation: relaxation)
      for window in first >> grid.bits...last >> grid.bits {
        ceilings[window] = max(ceilings[window], ceiling)
      }
      first = min(last + 1, grid.documentCount - 1)
    }
  }

  /// The blocks that may have documents of a window, from the first on.
  @inline(__always)
  func firstBlock(_ window: Window) -> Int {
    let start = UInt32(truncatingIfNeeded: window.start)
    let isAhead =
      lastBlock < reader.allBlocks && lastBlock > 0
      && reader.lastDocument(ofBlock: lastBlock &- 1) < start
    lastBlock = reader.block(holding: start, from: isAhead ? lastBlock : 0)
    return lastBlock
  }

  @inline(__always)
  func isBehind(_ block: Int, _ window: Window) -> Bool {
    block >= reader.allBlocks
      || Int(reader.documentBefore(block: block) &+ 1) >= window.end
  }

  override func narrow(_ window: Window, _ words: Bits.Words) {
    let own = window.scratch.words()
    Bits.clear(own, count: window.wordCount)
    unite(window, into: own)
    Bits.intersect(words, with: own, count: window.wordCount)
    window.scratch.release(own)
  }

  override func unite(_ window: Window, into words: Bits.Words) {
    var block = firstBlock(window)
    while !isBehind(block, window) {
      unite(window, block: block, into: words)
      block &+= 1
    }
  }

  @inline(__always)
  private func unite(_ window: Window, block: Int, into words: Bits.Words) {
    switch reader.documents(ofBlock: block) {
    case .run(let first):
      let start = max(Int(first), window.start)
      let end = min(Int(first) + PostingsLayout.blockLength, window.end)
      Bits.insert(start &- window.start..<max(start, end) &- window.start, into: words)
    case .bits(let source, let firstWord, let count):
      let offset = firstWord &- window.start &>> 6
      let range = max(0, -offset)..<max(0, -offset, min(count, window.wordCount &- offset))
      for index in range {
        words[offset &+ index] |= source.loadUnaligned(fromByteOffset: 8 &* index, as: UInt64.self)
      }
    case .packed, .tail:
      cache.loadDocuments(reader, block: block)
      for index in cache.indices(from: window.start, to: window.end) {
        Bits.insert(Int(cache.documents[index]) &- window.start, into: words)
      }
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    forEachFrequency(window, candidates) { place, document, frequency in
      scores[place] &+= scorer.score(document, frequency: frequency)
    }
  }

  /// Gives every candidate that has the term: its place in the window, its number, how often.
  @inline(__always)
  func forEachFrequency(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, UInt32, UInt32) -> Void
  ) {
    var block = firstBlock(window)
    while !isBehind(block, window) {
      cache.loadDocuments(reader, block: block)
      var hasFrequencies = false
      for index in cache.indices(from: window.start, to: window.end) {
        let document = cache.documents[index]
        let place = Int(document) &- window.start
        guard Bits.contains(place, in: candidates) else { continue }
        if !hasFrequencies {
          cache.loadFrequencies(reader, block: block)
          hasFrequencies = true
        }
        body(place, document, cache.frequencies[index])
      }
      block &+= 1
    }
  }

  /// Adds all documents of the window to the set, and their scores.
  func scoreAll(_ window: Window, into scores: Scores, words: Bits.Words) {
    var block = firstBlock(window)
    while !isBehind(block, window) {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      scorer.score(cache.documents, cache.frequencies, count: cache.count, into: blockScores)
      for index in cache.indices(from: window.start, to: window.end) {
        let place = Int(cache.documents[index]) &- window.start
        scores[place] &+= blockScores[index]
        Bits.insert(place, into: words)
      }
      block &+= 1
    }
  }

  /// Bits of a position above its low byte in this document.
  @inline(__always)
  func highBits(of document: UInt32) -> Int {
    Int(FieldLength.highBits[Int(scorer.codes[Int(document)])])
  }

  /// How often the term stands in a document; 0 when it does not.
  func frequency(in document: UInt32) -> Int {
    let block = reader.block(holding: document, from: 0)
    guard block < reader.allBlocks else { return 0 }
    cache.loadDocuments(reader, block: block)
    let range = cache.indices(from: Int(document), to: Int(document) + 1)
    guard let index = range.first else { return 0 }
    cache.loadFrequencies(reader, block: block)
    return Int(cache.frequencies[index])
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let frequency = frequency(in: document)
    guard frequency > 0 else { return nil }
    let sum = scores ? scorer.score(document, frequency: UInt32(frequency)) : 0
    return context.term(
      field: index.fields[field].name, frequency: frequency,
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: info.documentFrequency, sum: sum)
  }
}

/// What the scores of a field's terms have in common in one segment.
final class FieldWeights: @unchecked Sendable {  // Nothing is written after `init`.
  let codes: UnsafePointer<UInt8>
  let saturations: UnsafeMutablePointer<Float>
  let relaxation: Float

  init(_ index: InvertedIndex, field: Int, saturations values: [Float]) throws {
    codes = try index.lengthCodes(field: field)
    relaxation = Impact.relaxation(
      of: values, reference: index.referenceSaturations(field: field))
    saturations = .allocate(capacity: 256)
    saturations.initialize(from: values, count: 256)
  }

  deinit { saturations.deallocate() }
}
