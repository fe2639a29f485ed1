/// The documents of a window that match all terms of a query, while they are scored term by term:
/// arrays side by side, so that neither adding a score nor dropping a document needs a branch.
final class CandidateList {
  private static let room = SearchScratch.documents + 8
  /// Where in the window.
  let places: UnsafeMutablePointer<UInt32> = .allocate(capacity: room)
  /// How often the term at hand stands in each.
  let frequencies: UnsafeMutablePointer<UInt32> = .allocate(capacity: room)
  private let saturations: UnsafeMutablePointer<Float> = .allocate(capacity: room)
  private let sums: UnsafeMutablePointer<UInt32> = .allocate(capacity: room)
  /// Of a block that is a set of bits, by word of the window: the words, and the number of
  /// documents in front of each.
  private let words: UnsafeMutablePointer<UInt64> = .allocate(capacity: room / 64)
  private let ranks: UnsafeMutablePointer<UInt32> = .allocate(capacity: room / 64)
  private(set) var count = 0
  /// What the saturations are of.
  private var known: UnsafePointer<Float>?

  deinit {
    places.deallocate()
    frequencies.deallocate()
    saturations.deallocate()
    sums.deallocate()
    words.deallocate()
    ranks.deallocate()
  }

  /// Begins with the documents of a set.
  func fill(_ window: Window, _ words: Bits.Words) {
    count = Bits.list(words, count: window.wordCount, into: places)
    sums.update(repeating: 0, count: count)
    known = nil
  }

  /// Adds what the frequencies give.
  func add(_ scorer: TermScorer, _ window: Window) {
    if known != scorer.saturations {
      scorer.loadSaturations(places, count: count, from: window.start, into: saturations)
      known = scorer.saturations
    }
    scorer.add(frequencies, saturations, count: count, to: sums)
  }

  /// Adds the scores of a term that is scored already.
  func add(_ scored: ScoredDocuments, ordinals: UnsafePointer<UInt16>) {
    for index in 0..<count {
      sums[index] &+= scored.scores[Int(ordinals[Int(places[index])])]
    }
  }

  /// Prepares for `rank`.
  @inline(__always)
  fileprivate func load(_ bits: BlockBits, _ window: Window) {
    let offset = bits.firstWord &- window.start &>> 6
    var rank: UInt32 = 0
    for number in 0..<min(bits.count, window.wordCount &- offset) {
      let word = bits[number]
      if offset &+ number >= 0 {
        words[offset &+ number] = word
        ranks[offset &+ number] = rank
      }
      rank &+= UInt32(truncatingIfNeeded: word.nonzeroBitCount)
    }
  }

  /// How many documents of the block are in front of this one.
  @inline(__always)
  fileprivate func rank(ofPlace place: Int) -> UInt32 {
    let before = words[place &>> 6] & (1 &<< UInt64(place & 63) &- 1)
    return ranks[place &>> 6] &+ UInt32(truncatingIfNeeded: before.nonzeroBitCount)
  }

  /// Drops the documents that `rest` more would not lift to the threshold.
  ///
  /// - Parameter rest: by word of the window.
  func drop(below threshold: UInt32, rest: UnsafePointer<UInt32>) {
    var kept = 0
    for index in 0..<count {
      let (place, sum) = (places[index], sums[index])
      places[kept] = place
      sums[kept] = sum
      saturations[kept] = saturations[index]
      kept &+= sum &+ rest[Int(place &>> 6)] >= threshold ? 1 : 0
    }
    count = kept
  }

  /// Leaves in the set the documents that are left here, and adds their scores.
  func move(to words: Bits.Words, _ window: Window, _ scores: Scores) {
    Bits.set(
      words, count: window.wordCount, to: UnsafeBufferPointer(start: places, count: count))
    for index in 0..<count { scores[Int(places[index])] &+= sums[index] }
  }
}

extension TermNode {
  /// Adds the term's scores to those of candidates, all of which have it.
  func score(_ list: CandidateList, _ window: Window) {
    guard scores else { return }
    if let scored { return list.add(scored, ordinals: ordinals) }
    loadFrequencies(list, window)
    list.add(scorer, window)
  }

  /// Finds how often the term stands in each of the candidates, block by block.
  private func loadFrequencies(_ list: CandidateList, _ window: Window) {
    var block = firstBlock(window)
    var next = 0
    while next < list.count {
      while Int(reader.lastDocument(ofBlock: block)) < window.start &+ Int(list.places[next]) {
        block &+= 1
      }
      let first = next
      next = loadIndices(list, window, block: block, from: first)
      let indices = list.frequencies + first
      loadFrequencies(block: block, indices: indices, count: next &- first)
    }
  }

  /// Writes where in the block the candidates stand that are in it, and returns which is the first
  /// behind it.
  @inline(__always)
  private func loadIndices(
    _ list: CandidateList, _ window: Window, block: Int, from first: Int
  ) -> Int {
    let (places, indices, count) = (list.places, list.frequencies, list.count)
    let end = Int(reader.lastDocument(ofBlock: block)) &+ 1 &- window.start
    var next = first
    switch reader.documents(ofBlock: block) {
    case .run(let first):
      let shift = UInt32(truncatingIfNeeded: window.start) &- first
      while next < count && Int(places[next]) < end {
        indices[next] = places[next] &+ shift
        next &+= 1
      }
    case .bits(let bits):
      list.load(bits, window)
      while next < count && Int(places[next]) < end {
        indices[next] = list.rank(ofPlace: Int(places[next]))
        next &+= 1
      }
    case .packed, .tail:
      let ordinals = ordinals
      while next < count && Int(places[next]) < end {
        indices[next] = UInt32(truncatingIfNeeded: ordinals[Int(places[next])])
        next &+= 1
      }
    }
    return next
  }
}
