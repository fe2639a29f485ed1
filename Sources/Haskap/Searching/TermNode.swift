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
  /// The candidates of a block, when they are scored together.
  let picked = BlockCache()
  private let blockScores: Scores = .allocate(capacity: BitPacking.blockLength + 8)
  private let narrowed: Bits.Words = .allocate(capacity: SearchScratch.documents / 64)
  private let unpacked: Bits.Words = .allocate(capacity: SearchScratch.documents / 64)
  /// Where the search for a window's first block begins.
  var lastBlock = 0

  /// - Parameter pair: the postings, of a pair of terms.
  init(
    _ index: InvertedIndex, field: Int, info: TermInfo, weight: Float, _ weights: FieldWeights,
    pair: PostingsReader? = nil
  ) throws {
    self.index = index
    self.field = field
    self.info = info
    self.weights = weights
    reader = try pair ?? index.postings(of: info, field: field)
    scorer = TermScorer(weight: weight, codes: weights.codes, saturations: weights.saturations)
    relaxation = weights.relaxation
  }

  deinit {
    blockScores.deallocate()
    narrowed.deallocate()
    unpacked.deallocate()
  }

  override var cost: Int { info.documentFrequency }
  override var scores: Bool { scorer.weight > 0 }
  override var knownCount: Int? { info.documentFrequency }
  override var blockCount: Int { reader.allBlocks }

  /// About how many documents have to be decoded to walk all: none of a term so frequent that its
  /// blocks are bit sets.
  var packedCost: Int {
    info.documentFrequency > index.documentCount / 4 ? 0 : info.documentFrequency
  }

  /// Terms with up to so many blocks are scored whole to get their ceilings: that is quickly done,
  /// and the blocks of a rare word span so many windows that their impacts say little.
  private static let scoredBlocks = 16

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    self.ceilings(grid, weight: scorer.weight, into: ceilings)
  }

  /// The same for another weight than the term's own.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    ceilings.update(repeating: 0, count: grid.count)
    if reader.allBlocks <= Self.scoredBlocks {
      return exactCeilings(grid, weight: weight, into: ceilings)
    }
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

  private func exactCeilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    let scorer = TermScorer(
      weight: weight, codes: scorer.codes, saturations: scorer.saturations)
    for block in 0..<reader.allBlocks {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      scorer.score(cache.documents, cache.frequencies, count: cache.count, into: blockScores)
      for index in 0..<cache.count {
        let window = Int(cache.documents[index]) &>> grid.bits
        ceilings[window] = max(ceilings[window], blockScores[index], 1)
      }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) {
    Bits.clear(narrowed, count: window.wordCount)
    if Bits.population(words, count: window.wordCount) > window.count / 2 {
      unite(window, into: narrowed)
      return Bits.intersect(words, with: narrowed, count: window.wordCount)
    }
    var block = firstBlock(window)
    while !isBehind(block, window) {
      if !reader.isPacked(block: block) {
        uniteBits(window, block: block, into: narrowed)
      } else if hasCandidate(window, block, words) {
        cache.loadDocuments(reader, block: block)
        insertCommon(window, words)
      }
      block &+= 1
    }
    Bits.intersect(words, with: narrowed, count: window.wordCount)
  }

  override func count(_ window: Window, among words: Bits.Words) -> Int {
    Bits.clear(narrowed, count: window.wordCount)
    var total = 0
    var block = firstBlock(window)
    while !isBehind(block, window) {
      if !reader.isPacked(block: block) {
        uniteBits(window, block: block, into: narrowed)
      } else if hasCandidate(window, block, words) {
        cache.loadDocuments(reader, block: block)
        for index in cache.indices(from: window.start, to: window.end) {
          let place = Int(cache.documents[index]) &- window.start
          total &+= Int(truncatingIfNeeded: words[place &>> 6] &>> UInt64(place & 63) & 1)
        }
      }
      block &+= 1
    }
    Bits.intersect(words, with: narrowed, count: window.wordCount)
    return total &+ Bits.population(words, count: window.wordCount)
  }

  /// Inserts the documents of the decoded block that are among the candidates. Which ones they are
  /// is not predictable, so they are first collected without a branch.
  @inline(__always)
  private func insertCommon(_ window: Window, _ candidates: Bits.Words) {
    var count = 0
    for index in cache.indices(from: window.start, to: window.end) {
      let place = Int(cache.documents[index]) &- window.start
      blockScores[count] = UInt32(truncatingIfNeeded: place)
      count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
    }
    for index in 0..<count { Bits.insert(Int(blockScores[index]), into: narrowed) }
  }

  override func unite(_ window: Window, into words: Bits.Words) {
    var hasPacked = false
    var block = firstBlock(window)
    while !isBehind(block, window) {
      if reader.isPacked(block: block) {
        if !hasPacked { Bits.clear(unpacked, count: window.wordCount) }
        hasPacked = true
        unitePacked(window, block: block)
      } else {
        uniteBits(window, block: block, into: words)
      }
      block &+= 1
    }
    if hasPacked { Bits.unite(words, with: unpacked, count: window.wordCount) }
  }

  /// Inserts the documents of a run or of a bit set.
  @inline(__always)
  private func uniteBits(_ window: Window, block: Int, into words: Bits.Words) {
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
    case .packed, .tail: break
    }
  }

  /// Inserts the documents of a packed block into `unpacked`.
  ///
  /// The word is built up in a register and written for every document, with no branch on whether
  /// it is complete and no read that would have to wait for the write before.
  @inline(__always)
  private func unitePacked(_ window: Window, block: Int) {
    cache.loadDocuments(reader, block: block)
    let range = cache.indices(from: window.start, to: window.end)
    guard let first = range.first else { return }
    let documents = cache.documents
    var current = (Int(documents[first]) &- window.start) &>> 6
    var bits = unpacked[current]
    for index in range {
      let place = Int(documents[index]) &- window.start
      let kept: UInt64 = place &>> 6 == current ? .max : 0
      bits = bits & kept | 1 &<< UInt64(truncatingIfNeeded: place & 63)
      current = place &>> 6
      unpacked[current] = bits
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    guard Bits.population(candidates, count: window.wordCount) > Self.crowd else {
      return forEachFrequency(window, candidates) { place, document, frequency in
        scores[place] &+= scorer.score(document, frequency: frequency)
      }
    }
    forEachBlock(window, candidates) { _, range in
      var count = 0
      for index in range {
        let place = Int(cache.documents[index]) &- window.start
        picked.documents[count] = cache.documents[index]
        picked.frequencies[count] = cache.frequencies[index]
        count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
      }
      scorer.score(picked.documents, picked.frequencies, count: count, into: blockScores)
      for index in 0..<count {
        scores[Int(picked.documents[index]) &- window.start] &+= blockScores[index]
      }
    }
  }

  /// Every document of the window is a candidate here, unless it is deleted.
  override func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) {
    guard scorer.weight > 0 else { return narrow(window, words) }
    Bits.clear(narrowed, count: window.wordCount)
    scoreAll(window, into: scores, words: narrowed)
    for index in 0..<window.wordCount {
      Bits.forEach(of: narrowed[index] & ~words[index]) { scores[index &* 64 &+ $0] = 0 }
      words[index] &= narrowed[index]
    }
  }

  /// Adds all documents of the window to the set, and their scores.
  func scoreAll(_ window: Window, into scores: Scores, words: Bits.Words) {
    unite(window, into: words)
    var block = firstBlock(window)
    while !isBehind(block, window) {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      let range = cache.indices(from: window.start, to: window.end)
      scorer.score(
        cache.documents + range.lowerBound, cache.frequencies + range.lowerBound,
        count: range.count, into: blockScores)
      for index in 0..<range.count {
        let document = Int(cache.documents[range.lowerBound &+ index])
        scores[document &- window.start] &+= blockScores[index]
      }
      block &+= 1
    }
  }

  /// Bits of a position above its low byte, by the code of the document's length.
  var highBits: UnsafePointer<UInt8> { UnsafePointer(weights.highBits) }

  /// Bits of a position above its low byte in this document.
  @inline(__always)
  func highBits(of document: UInt32) -> Int {
    Int(weights.highBits[Int(scorer.codes[Int(document)])])
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
