/// The documents of one term.
final class TermNode: SearchNode {
  let reader: PostingsReader
  let info: TermInfo
  let index: InvertedIndex
  let field: Int
  /// The term itself, for explanations.
  let text: [UInt8]
  let scorer: TermScorer
  let relaxation: Float
  /// Keeps alive what the scorer points to.
  let weights: FieldWeights
  unowned(unsafe) let memory: SearchMemory
  let cache: BlockCache
  /// All documents and their scores, when they are few and a search wants the best.
  var scored: ScoredDocuments?
  private var ownOrdinals: UnsafeMutablePointer<UInt16>?
  /// Where the search for a window's first block begins.
  var lastBlock = 0

  /// - Parameter pair: the postings, of a pair of terms.
  init(
    _ index: InvertedIndex, field: Int, info: TermInfo, weight: Float, _ weights: FieldWeights,
    text: [UInt8] = [], pair: PostingsReader? = nil, _ memory: SearchMemory
  ) throws {
    reader = try pair ?? index.postings(of: info, field: field)
    self.memory = memory
    cache = BlockCache(memory.take(BlockCache.length))
    self.text = text
    self.index = index
    self.field = field
    self.info = info
    self.weights = weights
    scorer = TermScorer(weight: weight, codes: try weights.codes, saturations: weights.saturations)
    relaxation = weights.relaxation
  }

  var cost: Int { info.documentFrequency }
  var scores: Bool { scorer.weight > 0 }
  var countsCheaply: Bool { true }
  var knownCount: Int? { info.documentFrequency }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    keptCeilings(grid, into: ceilings)
  }

  func reached(by count: Int) -> UInt32 {
    Impact.floor(
      reader.ceilings?.reached(by: count) ?? 0, weight: scorer.weight,
      tightening: weights.tightening)
  }

  /// Where in its block, or among the scored documents, each document stands that the last call of
  /// `narrow` met and that is not in a run or a set of bits; by its place in the window.
  var ordinals: UnsafeMutablePointer<UInt16> {
    if let ownOrdinals { return ownOrdinals }
    let ordinals = memory.take(SearchScratch.documents) as UnsafeMutablePointer<UInt16>
    ownOrdinals = ordinals
    return ordinals
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    accumulate(window, candidates, found: nil, into: scores)
  }

  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) {
    let narrowed = window.scratch.narrowed
    Bits.clear(narrowed, count: window.wordCount)
    accumulate(window, words, found: narrowed, into: scores)
    words.update(from: narrowed, count: window.wordCount)
  }

  func narrow(_ window: Window, _ words: Bits.Words) {
    let narrowed = window.scratch.narrowed
    Bits.clear(narrowed, count: window.wordCount)
    if let scored {
      unite(scored, window, into: narrowed)
    } else if info.documentFrequency > index.documentCount / Self.rare, window.isWhole,
      Bits.population(words, count: window.wordCount) > window.count / 2
    {
      unite(window, into: narrowed, ordinals: ordinals)
    } else {
      insertCommon(window, words, into: narrowed)
    }
    Bits.intersect(words, with: narrowed, count: window.wordCount)
  }

  /// Of a term in one document of so many, each is inserted by itself: to turn the marks of a window
  /// into bits takes longer.
  private static let rare = 64

  private func insertCommon(
    _ window: Window, _ candidates: Bits.Words, into narrowed: Bits.Words
  ) {
    forEachWanted(window, candidates) { block, occupied in
      guard reader.isPacked(block: block) else {
        return uniteBits(window, block: block, into: narrowed)
      }
      cache.loadDocuments(reader, block: block)
      insertCommonOfBlock(window, candidates, occupied, into: narrowed)
    }
  }

  func count(_ window: Window, among words: Bits.Words) -> Int {
    let narrowed = window.scratch.narrowed
    Bits.clear(narrowed, count: window.wordCount)
    var total = 0
    forEachWanted(window, words) { block, _ in
      guard reader.isPacked(block: block) else {
        return uniteBits(window, block: block, into: narrowed)
      }
      cache.loadDocuments(reader, block: block)
      for index in cache.indices(from: window.start, to: window.end) {
        let place = Int(cache.documents[index]) &- window.start
        total &+= Int(truncatingIfNeeded: words[place &>> 6] &>> UInt64(place & 63) & 1)
      }
    }
    Bits.intersect(words, with: narrowed, count: window.wordCount)
    return total &+ Bits.population(words, count: window.wordCount)
  }

  /// Inserts the documents of the decoded block that are among the candidates. Which ones they are
  /// is not predictable, so they are first collected without a branch.
  @inline(__always)
  private func insertCommonOfBlock(
    _ window: Window, _ candidates: Bits.Words, _ occupied: UInt64, into narrowed: Bits.Words
  ) {
    let (ordinals, common) = (ordinals, window.scratch.blockScores)
    var count = 0
    forEachIndex(window, occupied) { index in
      let place = Int(cache.documents[index]) &- window.start
      common[count] = UInt32(truncatingIfNeeded: place)
      ordinals[place] = UInt16(truncatingIfNeeded: index)
      count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
    }
    for index in 0..<count { Bits.insert(Int(common[index]), into: narrowed) }
  }

  func unite(_ window: Window, into words: Bits.Words) {
    unite(window, into: words, ordinals: nil)
  }

  private func unite(
    _ window: Window, into words: Bits.Words, ordinals: UnsafeMutablePointer<UInt16>?
  ) {
    if let scored { return unite(scored, window, into: words) }
    let marks = window.scratch.marks
    if mark(window, marks, orIn: words, ordinals: ordinals) {
      Bits.move(marks, to: words, count: window.wordCount)
    }
  }

  private func unite(_ scored: ScoredDocuments, _ window: Window, into words: Bits.Words) {
    let ordinals = ordinals
    for index in scored.indices(window) {
      let place = Int(scored.documents[index]) &- window.start
      ordinals[place] = UInt16(truncatingIfNeeded: index)
      Bits.insert(place, into: words)
    }
  }

  /// Marks the documents of packed blocks with a byte each, which is one independent write, and
  /// inserts those of others into the set. Returns whether there are marks.
  func mark(
    _ window: Window, _ marks: UnsafeMutablePointer<UInt8>, orIn words: Bits.Words,
    ordinals: UnsafeMutablePointer<UInt16>? = nil
  ) -> Bool {
    if let scored {
      let range = scored.indices(window)
      for index in range { marks[Int(scored.documents[index]) &- window.start] = 1 }
      return !range.isEmpty
    }
    var hasMarks = false
    var block = firstBlock(window)
    while !isBehind(block, window) {
      if reader.isPacked(block: block) {
        hasMarks = true
        cache.loadDocuments(reader, block: block)
        for index in cache.indices(from: window.start, to: window.end) {
          let place = Int(cache.documents[index]) &- window.start
          marks[place] = 1
          if let ordinals { ordinals[place] = UInt16(truncatingIfNeeded: index) }
        }
      } else {
        uniteBits(window, block: block, into: words)
      }
      block &+= 1
    }
    return hasMarks
  }

  /// Inserts the documents of a run or of a bit set.
  @inline(__always)
  private func uniteBits(_ window: Window, block: Int, into words: Bits.Words) {
    switch reader.documents(ofBlock: block) {
    case .run(let first):
      let start = max(Int(first), window.start)
      let end = min(Int(first) + PostingsLayout.blockLength, window.end)
      Bits.insert(start &- window.start..<max(start, end) &- window.start, into: words)
    case .bits(let bits):
      let offset = bits.firstWord &- window.start &>> 6
      let range = max(0, -offset)..<max(0, -offset, min(bits.count, window.wordCount &- offset))
      for index in range { words[offset &+ index] |= bits[index] }
    case .packed, .tail: break
    }
  }

  /// Bits of a position above its low byte, by the code of the document's length.
  var highBits: UnsafePointer<UInt8> { weights.highBits }

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

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let frequency = frequency(in: document)
    guard frequency > 0 else { return nil }
    let sum = scores ? scorer.score(document, frequency: UInt32(frequency)) : 0
    return context.term(
      text, field: index.fields[field].name, frequency: frequency,
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: info.documentFrequency, sum: sum)
  }
}
