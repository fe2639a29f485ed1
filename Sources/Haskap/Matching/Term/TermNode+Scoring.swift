/// Adding the scores of a term's documents.
extension TermNode {
  /// Adds the scores of the candidates that have the term, and inserts them into `found`.
  func accumulate(
    _ window: Window, _ candidates: Bits.Words, found: Bits.Words?, into scores: Scores
  ) {
    if let scored { return accumulate(scored, window, candidates, found: found, into: scores) }
    forEachWanted(window, candidates) { block, occupied in
      let count = pick(window, block, candidates, occupied)
      if let found { insert(count, into: found, window) }
      if count > 0 && scorer.weight > 0 { add(count, block, window, into: scores) }
    }
  }

  /// Which documents are candidates is not predictable, so all are looked at alike.
  private func accumulate(
    _ scored: ScoredDocuments, _ window: Window, _ candidates: Bits.Words, found: Bits.Words?,
    into scores: Scores
  ) {
    for index in scored.indices(window) {
      let place = Int(scored.documents[index]) &- window.start
      let bit = candidates[place &>> 6] & 1 &<< UInt64(place & 63)
      scores[place] &+= bit == 0 ? 0 : scored.scores[index]
      if let found { found[place &>> 6] |= bit }
    }
  }

  /// Collects a block's documents that are candidates, and where they stand in the block.
  @inline(__always)
  private func pick(_ window: Window, _ block: Int, _ candidates: Bits.Words, _ occupied: UInt64)
    -> Int
  {
    let (documents, places) = (window.scratch.picked, window.scratch.pickedFrequencies)
    var count = 0
    switch reader.documents(ofBlock: block) {
    case .run(let first):
      let start = max(Int(first), window.start) &- window.start
      let end = min(Int(first) &+ PostingsLayout.blockLength, window.end) &- window.start
      Bits.forEach(candidates, from: start, to: end) { place in
        documents[count] = UInt32(truncatingIfNeeded: window.start &+ place)
        places[count] = documents[count] &- first
        count &+= 1
      }
    case .bits(let bits):
      let offset = bits.firstWord &- window.start &>> 6
      var rank: UInt32 = 0
      for number in 0..<min(bits.count, window.wordCount &- offset) {
        let word = bits[number]
        let wanted = offset &+ number >= 0 ? candidates[offset &+ number] : 0
        let base = UInt32(truncatingIfNeeded: (bits.firstWord &+ number) &* 64)
        Bits.forEach(of: word & wanted) { bit in
          documents[count] = base &+ UInt32(truncatingIfNeeded: bit)
          let before = word & (1 &<< UInt64(bit) &- 1)
          places[count] = rank &+ UInt32(truncatingIfNeeded: before.nonzeroBitCount)
          count &+= 1
        }
        rank &+= UInt32(truncatingIfNeeded: word.nonzeroBitCount)
      }
    case .packed, .tail:
      cache.loadDocuments(reader, block: block)
      forEachIndex(window, occupied) { index in
        let place = Int(cache.documents[index]) &- window.start
        documents[count] = cache.documents[index]
        places[count] = UInt32(truncatingIfNeeded: index)
        count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
      }
    }
    return count
  }

  /// For fewer documents of a block their frequencies are read one by one.
  private static let fewFrequencies = 12

  private func add(_ count: Int, _ block: Int, _ window: Window, into scores: Scores) {
    let (scratch, blockScores) = (window.scratch, window.scratch.blockScores)
    let (documents, frequencies) = (scratch.picked, scratch.pickedFrequencies)
    loadFrequencies(block: block, indices: frequencies, count: count)
    scorer.score(documents, frequencies, count: count, into: blockScores)
    for index in 0..<count {
      scores[Int(documents[index]) &- window.start] &+= blockScores[index]
    }
  }

  /// Replaces where documents stand in the block by their frequencies.
  @inline(__always)
  func loadFrequencies(block: Int, indices: UnsafeMutablePointer<UInt32>, count: Int) {
    if count < Self.fewFrequencies {
      for index in 0..<count {
        indices[index] = reader.frequency(ofBlock: block, at: Int(indices[index]))
      }
    } else {
      cache.loadFrequencies(reader, block: block)
      for index in 0..<count { indices[index] = cache.frequencies[Int(indices[index])] }
    }
  }

  private func insert(_ count: Int, into found: Bits.Words, _ window: Window) {
    let documents = window.scratch.picked
    for index in 0..<count {
      Bits.insert(Int(documents[index]) &- window.start, into: found)
    }
  }
}
