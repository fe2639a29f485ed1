/// Walking the blocks of a term that overlap a window.
extension TermNode {
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

  /// Gives the blocks between whose first and last possible document a candidate lies, and the
  /// words there and behind that have candidates.
  @inline(__always)
  func forEachWanted(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, UInt64) -> Void
  ) {
    var occupied = window.occupied(candidates)
    guard occupied != 0 else { return }
    var block = firstBlock(window)
    while occupied != 0 {
      let word = occupied.trailingZeroBitCount
      let next = window.start &+ word &* 64 &+ candidates[word].trailingZeroBitCount
      while block < reader.blockCount && Int(reader.lastDocument(ofBlock: block)) < next {
        block &+= 1
      }
      guard block < reader.allBlocks else { return }
      body(block, occupied)
      let end = Int(reader.lastDocument(ofBlock: block)) &+ 1 &- window.start
      guard end < window.count else { return }
      occupied &= UInt64.max &<< UInt64(end &>> 6)
      if candidates[end &>> 6] &>> UInt64(end & 63) == 0 {
        occupied &= ~(1 &<< UInt64(end &>> 6))
      }
      block &+= 1
    }
  }

  /// In blocks that have candidates in fewer words, these are looked up; else all is looked at.
  private static let fewWords = 8

  /// Gives the indices of the decoded block's documents, at least of those in words with
  /// candidates.
  @inline(__always)
  func forEachIndex(_ window: Window, _ occupied: UInt64, _ body: (Int) -> Void) {
    let all = cache.indices(from: window.start, to: window.end)
    guard let last = all.last else { return }
    let end = (Int(cache.documents[last]) &- window.start) &>> 6
    let words = occupied & UInt64.max &>> UInt64(63 &- end)
    guard words.nonzeroBitCount < Self.fewWords else {
      for index in all { body(index) }
      return
    }
    Bits.forEach(of: words) { word in
      let limit = window.start &+ word &* 64 &+ 64
      var index = cache.index(from: limit &- 64)
      while index <= last && Int(cache.documents[index]) < limit {
        body(index)
        index &+= 1
      }
    }
  }

  /// False where the term surely has no document in the window.
  func mayMatch(_ window: Window) -> Bool {
    let block = firstBlock(window)
    guard !isBehind(block, window) else { return false }
    guard reader.isPacked(block: block) else { return true }
    cache.loadDocuments(reader, block: block)
    return !cache.indices(from: window.start, to: window.end).isEmpty
  }

  @inline(__always)
  func isBehind(_ block: Int, _ window: Window) -> Bool {
    block >= reader.allBlocks
      || Int(reader.documentBefore(block: block) &+ 1) >= window.end
  }

  /// Gives every candidate that has the term: its place in the window, its number, how often.
  @inline(__always)
  func forEachFrequency(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, UInt32, UInt32) -> Void
  ) {
    guard Bits.population(candidates, count: window.wordCount) > Self.crowd else {
      return forEachCandidate(window, candidates) { block, index, place in
        body(
          place, UInt32(truncatingIfNeeded: window.start &+ place),
          reader.frequency(ofBlock: block, at: index))
      }
    }
    forEachBlock(window, candidates) { block, range in
      for index in range {
        let place = Int(cache.documents[index]) &- window.start
        guard Bits.contains(place, in: candidates) else { continue }
        body(place, cache.documents[index], cache.frequencies[index])
      }
    }
  }

  /// Decodes one after the other the blocks that may have candidates, and gives the indices of
  /// their documents in the window.
  @inline(__always)
  func forEachBlock(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, Range<Int>) -> Void
  ) {
    forEachWanted(window, candidates) { block, _ in
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      body(block, cache.indices(from: window.start, to: window.end))
    }
  }

  /// For more candidates than this in a window, blocks of frequencies are unpacked whole.
  static let crowd = 24

  /// Gives every candidate that has the term: its block, its index there, its place in the window.
  @inline(__always)
  func forEachCandidate(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, Int, Int) -> Void
  ) {
    forEachWanted(window, candidates) { block, occupied in
      switch reader.documents(ofBlock: block) {
      case .run(let first):
        let start = max(Int(first), window.start) &- window.start
        let end = min(Int(first) &+ PostingsLayout.blockLength, window.end) &- window.start
        let shift = window.start &- Int(first)
        Bits.forEach(candidates, from: start, to: end) { body(block, $0 &+ shift, $0) }
      case .bits(let bits):
        let offset = bits.firstWord &- window.start &>> 6
        var rank = 0
        for number in 0..<min(bits.count, window.wordCount &- offset) {
          let word = bits[number]
          if offset &+ number >= 0 {
            Bits.forEach(of: word & candidates[offset &+ number]) { bit in
              let before = word & (1 &<< UInt64(bit) &- 1)
              body(block, rank &+ before.nonzeroBitCount, (offset &+ number) &* 64 &+ bit)
            }
          }
          rank &+= word.nonzeroBitCount
        }
      case .packed, .tail:
        cache.loadDocuments(reader, block: block)
        forEachIndex(window, occupied) { index in
          let place = Int(cache.documents[index]) &- window.start
          if Bits.contains(place, in: candidates) { body(block, index, place) }
        }
      }
    }
  }
}
