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
    var block = firstBlock(window)
    while !isBehind(block, window) {
      if hasCandidate(window, block, candidates) {
        cache.loadDocuments(reader, block: block)
        cache.loadFrequencies(reader, block: block)
        body(block, cache.indices(from: window.start, to: window.end))
      }
      block &+= 1
    }
  }

  /// For more candidates than this in a window, blocks of frequencies are unpacked whole.
  static let crowd = 24

  /// Gives every candidate that has the term: its block, its index there, its place in the window.
  @inline(__always)
  func forEachCandidate(
    _ window: Window, _ candidates: Bits.Words, _ body: (Int, Int, Int) -> Void
  ) {
    var block = firstBlock(window)
    while !isBehind(block, window) {
      switch reader.documents(ofBlock: block) {
      case .run(let first):
        let start = max(Int(first), window.start) &- window.start
        let end = min(Int(first) &+ PostingsLayout.blockLength, window.end) &- window.start
        let shift = window.start &- Int(first)
        Bits.forEach(candidates, from: start, to: end) { body(block, $0 &+ shift, $0) }
      case .bits(let source, let firstWord, let count):
        let offset = firstWord &- window.start &>> 6
        var rank = 0
        for number in 0..<min(count, window.wordCount &- offset) {
          let word = source.loadUnaligned(fromByteOffset: 8 &* number, as: UInt64.self)
          if offset &+ number >= 0 {
            Bits.forEach(of: word & candidates[offset &+ number]) { bit in
              let before = word & (1 &<< UInt64(bit) &- 1)
              body(block, rank &+ before.nonzeroBitCount, (offset &+ number) &* 64 &+ bit)
            }
          }
          rank &+= word.nonzeroBitCount
        }
      case .packed, .tail:
        guard hasCandidate(window, block, candidates) else { break }
        cache.loadDocuments(reader, block: block)
        let (documents, picked) = (cache.documents, picked.documents)
        var count = 0
        for index in cache.indices(from: window.start, to: window.end) {
          let place = Int(documents[index]) &- window.start
          picked[count] = UInt32(truncatingIfNeeded: index)
          count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
        }
        for number in 0..<count {
          let index = Int(picked[number])
          body(block, index, Int(documents[index]) &- window.start)
        }
      }
      block &+= 1
    }
  }

  /// Whether a candidate lies between the first and the last document that a block may have.
  @inline(__always)
  func hasCandidate(_ window: Window, _ block: Int, _ candidates: Bits.Words) -> Bool {
    let first = Int(reader.documentBefore(block: block) &+ 1)
    let last = Int(reader.lastDocument(ofBlock: block))
    return Bits.hasAny(
      candidates, from: max(first, window.start) &- window.start,
      to: min(last &+ 1, window.end) &- window.start)
  }
}
