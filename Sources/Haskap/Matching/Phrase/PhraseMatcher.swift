/// Finds a phrase in documents that have all its terms, a window of documents at a time.
///
/// A phrase is a list of terms with offsets. It begins at `s` in a document if every term occurs at
/// `s` plus its offset. The matcher takes the rarest term first and keeps of its positions those
/// where the other terms fit, one term after the other, for all documents of the window before the
/// next term. So the loops are long and alike, and each leaves less work for the next.
///
/// An example: 市 の 協働, with offsets 0, 1 and 2, in a document of twelve tokens.
///
/// ```
/// token        0   1  2    3   4  5  6    7   8  9  10   11
///              市  の 協働  と  市 の 会   市  の 協働 の   市
/// 協働 (rarest)        2                        9               starts = 11₂, one bit a position
/// 市           0              4         7                 11   2 − 2 = 0 and 9 − 2 = 7 are there: 11₂
/// の               1             5         8       10          2 − 1 = 1 and 9 − 1 = 8 are there: 11₂
/// ```
/// Two bits are left: the phrase occurs twice, at 2 − 2 = 0 and 9 − 2 = 7. Had a comparison left no
/// bit, the document would have been dropped before the next term was located.
///
/// The positions of a document are stored as low bytes and, in fields longer than 247 tokens, a
/// string of higher bits (`PositionsLayout`). `compare` chooses what it must look at:
///
/// | the document | compared | kernel of `PositionPair` |
/// |---|---|---|
/// | has no high bits, and the terms are within 8 tokens | low bytes, which decide | `lowStarts` |
/// | has one high bit | low bytes, and if any fit the bit as well | `oneBitStarts` |
/// | has up to seven | low bytes, and if any fit whole positions | `wholeStarts` |
/// | has more, or more than 64 positions of the rarest term | all one by one | `SinglePhrase` |
///
/// Low bytes alone are a filter that passes too much, never too little, and most candidates fail it.
///
/// A pair of neighbors that the phrase index lists needs no comparison in a document where the
/// rarest term occurs once: that the pair is in the document says that it occurs there (`settle`).
final class PhraseMatcher {
  /// The rarest first; then those that are not known to stand beside it in every candidate.
  let terms: [PhraseTerm]
  /// The number of terms up to and with these.
  private let untied: Int
  /// From each term to the rarest.
  private let pairs: UnsafeMutablePointer<PositionPair>
  private unowned(unsafe) let memory: SearchMemory
  private let bounds: FrequencyBounds
  /// By how many there are.
  private let highBits = HighBits.byWidth
  /// Documents with as many high bits or more are looked at one by one.
  private let wide: UInt8
  /// Whether low bytes are enough where there are no high bits.
  private let isNear: Bool
  /// The places of the candidates in the window, and what is left of them.
  let candidates: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private(set) var matches: UnsafeMutablePointer<PhraseMatch>
  /// Of all candidates for the term that is compared.
  private var places: UnsafeMutablePointer<PositionPlace>
  /// Their numbers, in the order in which they are compared.
  private var order: UnsafeMutablePointer<UInt32>
  private var capacity = 256
  private var single: SinglePhrase?
  /// The documents of the window whose occurrences are read, and the candidate that is next.
  var reading: (start: Int, next: Int, wanted: Bits.Words)

  /// - Parameters:
  ///   - terms: at least two, the rarest first.
  ///   - untied: so many come before those that stand beside the rarest in every candidate.
  ///   - bounds: how often the phrase must stand in a document for it to be found.
  init(_ terms: [PhraseTerm], untied: Int, bounds: FrequencyBounds) {
    (self.terms, self.untied) = (terms, untied)
    self.bounds = bounds
    let memory = terms[0].node.memory
    self.memory = memory
    pairs = memory.take(terms.count)
    var farthest = 0
    for number in terms.indices {
      let distance = Int(terms[0].offset) - Int(terms[number].offset)
      pairs[number] = PositionPair(distance: distance)
      farthest = max(farthest, abs(distance))
    }
    isNear = farthest <= PositionPair.farthest
    wide = farthest <= PositionPair.farthestOfWhole ? UInt8(HighBits.widest) + 1 : 0
    candidates = memory.take(SearchScratch.documents + 1)
    reading = (start: 0, next: 0, wanted: memory.take(SearchScratch.documents / 64))
    matches = memory.take(capacity)
    places = memory.take(capacity)
    order = memory.take(capacity)
  }

  /// Leaves of the candidates, which have all terms, those with the phrase, and writes by index in
  /// the window how often it occurs, unless nobody asks.
  func match(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>?
  ) throws {
    count = Bits.list(words, count: window.wordCount, into: candidates)
    reserve(count + 1)
    var listed = count
    let isCounted = locate(0, window, words)
    begin(window)
    let settled = window.scratch.words()
    defer { window.scratch.release(settled) }
    Bits.clear(settled, count: window.wordCount)
    for number in 1..<terms.count {
      if number == untied { settle(settled, frequencies) }
      if count == 0 { break }
      if count < listed { relist(window, words) }
      listed = count
      let isCounted = locate(number, window, words) && isCounted
      compare(
        number, isCounted: isCounted, any: frequencies == nil && number == terms.count - 1)
      drop()
    }
    try finish(window, into: frequencies)
    relist(window, words)
    Bits.unite(words, with: settled, count: window.wordCount)
  }

  /// Takes out the candidates where the rarest term occurs once: there the terms that are left occur
  /// beside it, as their pairs are in the document.
  private func settle(_ settled: Bits.Words, _ frequencies: UnsafeMutablePointer<UInt32>?) {
    let (candidates, matches) = (candidates, matches)
    var kept = 0
    for index in 0..<count {
      let (candidate, match) = (candidates[index], matches[index])
      matches[kept] = match
      candidates[kept] = candidate
      let isSettled = match.first.frequency == 1 && isCertain(match)
      settled[Int(candidate) &>> 6] |= (isSettled ? 1 : 0) &<< UInt64(candidate & 63)
      frequencies?[Int(candidate)] = 1
      kept &+= isSettled ? 0 : 1
    }
    count = kept
  }

  private func locate(_ number: Int, _ window: Window, _ words: Bits.Words) -> Bool {
    terms[number].locate(
      window, words, UnsafeBufferPointer(start: candidates, count: count), into: places)
  }

  /// Most windows have few candidates, and new memory is slow to touch.
  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, 2 * capacity)
    matches = memory.take(capacity)
    places = memory.take(capacity)
    order = memory.take(capacity)
  }

  private func relist(_ window: Window, _ words: Bits.Words) {
    Bits.set(
      words, count: window.wordCount, to: UnsafeBufferPointer(start: candidates, count: count))
  }

  /// Begins with all positions of the rarest term, where they are enough.
  private func begin(_ window: Window) {
    let (places, candidates, matches) = (places, candidates, matches)
    let node = terms[0].node
    let (codes, widths, least) = (node.scorer.codes + window.start, node.highBits, bounds.least)
    var kept = 0
    for index in 0..<count {
      let (place, candidate) = (places[index], candidates[index])
      let code = codes[Int(candidate)]
      matches[kept] = PhraseMatch(
        first: place, starts: PositionPair.all(Int(place.frequency)), code: code,
        width: widths[Int(code)])
      candidates[kept] = candidate
      kept &+= place.frequency >= least[Int(code)] ? 1 : 0
    }
    count = kept
  }

  /// Drops the candidates without a start.
  private func drop() {
    let (candidates, matches) = (candidates, matches)
    var kept = 0
    for index in 0..<count {
      matches[kept] = matches[index]
      candidates[kept] = candidates[index]
      kept &+= Int(truncatingIfNeeded: min(matches[index].starts, 1))
    }
    count = kept
  }

  /// Clears the bits of the starts where another term does not fit.
  private func compare(_ number: Int, isCounted: Bool, any: Bool) {
    let lowCount = sort()
    let (matches, places, order) = (matches, places, order)
    let (rarest, other) = (terms[0], terms[number])
    let (first, second) = (rarest.positions, other.positions)
    let pair = pairs[number]
    for index in 0..<lowCount {
      let index = Int(order[index])
      matches[index].starts = pair.lowStarts(
        first, matches[index].first, second, places[index], among: matches[index].starts, any: any)
    }
    for index in lowCount..<count {
      let index = Int(order[index])
      if !isCounted || !isCertain(matches[index]) {
        matches[index].starts = pair.lowStarts(
          first, matches[index].first, second, places[index], among: matches[index].starts,
          any: false)
        guard matches[index].starts != 0 && isCertain(matches[index]) else { continue }
        rarest.countHighBits(before: &matches[index].first)
        other.countHighBits(before: &places[index])
      }
      let (match, place) = (matches[index], places[index])
      let most = max(match.first.frequency, place.frequency)
      if isNear && match.width == 1 && most <= PositionPair.mostHighs {
        matches[index].starts = pair.oneBitStarts(
          first, match.first, second, place, among: match.starts, any: any)
      } else {
        matches[index].starts = pair.wholeStarts(
          first, match.first, second, place, highBits[Int(match.width)], among: match.starts,
          any: any)
      }
    }
  }

  /// Orders the candidates: those first where low bytes are enough. Returns how many they are.
  private func sort() -> Int {
    let (matches, order) = (matches, order)
    let far: UInt8 = isNear ? 0 : 1
    var (low, high) = (0, count)
    for index in 0..<count {
      let isHigh = Int(min(matches[index].width | far, 1))
      order[low] = UInt32(truncatingIfNeeded: index)
      order[high &- 1] = UInt32(truncatingIfNeeded: index)
      low &+= 1 &- isHigh
      high &-= isHigh
    }
    return low
  }

  /// Whether the starts are known one by one.
  @inline(__always)
  func isCertain(_ match: PhraseMatch) -> Bool {
    match.first.frequency <= PositionPair.most && match.width < wide
  }

  /// Counts the starts, and looks one by one at the documents where they are not known.
  private func finish(
    _ window: Window, into frequencies: UnsafeMutablePointer<UInt32>?
  ) throws {
    let (candidates, matches, least) = (candidates, matches, bounds.least)
    var kept = 0
    for index in 0..<count {
      let candidate = candidates[index]
      var found = UInt32(truncatingIfNeeded: matches[index].starts.nonzeroBitCount)
      if !isCertain(matches[index]) {
        let document = UInt32(truncatingIfNeeded: window.start) &+ candidate
        found = UInt32(truncatingIfNeeded: try singleStarts(in: document).count)
      }
      frequencies?[Int(candidate)] = found
      candidates[kept] = candidate
      let least = least[Int(matches[index].code)]
      matches[kept] = matches[index]
      kept &+= found >= max(1, least) ? 1 : 0
    }
    count = kept
  }

  /// Where the phrase begins in a document, by whole positions.
  func singleStarts(in document: UInt32) throws -> [UInt32] {
    let single = try self.single ?? SinglePhrase(terms)
    self.single = single
    return single.starts(in: document)
  }
}
