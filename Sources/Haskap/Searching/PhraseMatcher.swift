/// Compares the positions of the candidates of a window, the rarest term's with those of one other
/// term after the other. Each comparison leaves fewer candidates for the next.
///
/// Low bytes are compared first. In a document without high bits two terms are then done; of more
/// terms, and where there are high bits, the whole positions of the few documents left are compared.
final class PhraseMatcher {
  private let terms: [PhraseTerm]
  private let sources: UnsafeMutablePointer<PhraseSource>
  private let isNear: Bool
  private let lanes = PositionPair.makeLanes()
  private let bounds: FrequencyBounds
  /// The places of the candidates in the window.
  private let candidates: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: SearchScratch.documents + 1)
  private var count = 0
  /// Of all candidates for the first term, then for the second, and so on.
  private var places: UnsafeMutablePointer<PositionPlace>
  private var capacity: Int

  /// - Parameters:
  ///   - terms: at least two, the rarest first.
  ///   - bounds: how often the phrase must stand in a document for it to be found.
  init(_ terms: [PhraseTerm], bounds: FrequencyBounds) {
    self.terms = terms
    self.bounds = bounds
    sources = .allocate(capacity: terms.count)
    for (number, term) in terms.enumerated() {
      let distance = Int(terms[0].offset) - Int(term.offset)
      sources[number] = PhraseSource(
        positions: term.positions, distance: distance,
        pair: PositionPair(distance: distance, lanes: lanes))
    }
    isNear = terms.allSatisfy {
      abs(Int($0.offset) - Int(terms[0].offset)) <= PositionPair.farthest
    }
    capacity = 512
    places = .allocate(capacity: capacity * terms.count)
  }

  deinit {
    candidates.deallocate()
    sources.deallocate()
    lanes.deallocate()
    places.deallocate()
  }

  /// Leaves of the candidates, which have all terms, those where the phrase stands, and writes by
  /// place how often.
  func match(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>
  ) {
    reserve(window)
    count = Bits.list(words, count: window.wordCount, into: candidates)
    terms[0].locate(window, words, count: count, into: places)
    let last = terms.count - 1
    for number in 1..<last {
      if count == 0 { return }
      terms[number].locate(window, words, count: count, into: places + number * capacity)
      narrow(number, window)
      relist(window, words)
    }
    if count == 0 { return }
    terms[last].locate(window, words, count: count, into: places + last * capacity)
    finish(window, into: frequencies)
    relist(window, words)
  }

  private func reserve(_ window: Window) {
    guard window.count >= capacity else { return }
    places.deallocate()
    capacity = SearchScratch.documents + 1
    places = .allocate(capacity: capacity * terms.count)
  }

  private func relist(_ window: Window, _ words: Bits.Words) {
    Bits.set(
      words, count: window.wordCount, to: UnsafeBufferPointer(start: candidates, count: count))
  }

  /// Drops the candidates where the low bytes of the first term and of another do not fit.
  private func narrow(_ number: Int, _ window: Window) {
    let (places, candidates, capacity) = (places, candidates, capacity)
    let (first, second) = (sources[0], sources[number])
    var kept = 0
    for index in 0..<count {
      let found = second.pair.count(
        first.positions, places[index], second.positions, places[number &* capacity &+ index])
      for other in 0...number {
        places[other &* capacity &+ kept] = places[other &* capacity &+ index]
      }
      candidates[kept] = candidates[index]
      kept &+= Int(truncatingIfNeeded: min(found, 1))
    }
    count = kept
  }

  /// Compares the first term with the last, and where that does not decide it, all terms.
  private func finish(_ window: Window, into frequencies: UnsafeMutablePointer<UInt32>) {
    let (places, candidates) = (places, candidates)
    let others = places + (terms.count - 1) * capacity
    let (first, last) = (sources[0], sources[terms.count - 1])
    let isExact = isNear && terms.count == 2
    let node = terms[0].node
    let (codes, widths) = (node.scorer.codes + window.start, node.highBits)
    let least = bounds.least
    var kept = 0
    for index in 0..<count {
      let place = candidates[index]
      let code = Int(codes[Int(place)])
      var found: UInt32 = 0
      if min(places[index].frequency, others[index].frequency) >= least[code] {
        found = last.pair.count(first.positions, places[index], last.positions, others[index])
        if found > 0 && (widths[code] > 0 || !isExact) {
          found = wholeCount(index, width: Int(widths[code]))
        }
      }
      frequencies[Int(place)] = found
      candidates[kept] = place
      kept &+= Int(truncatingIfNeeded: min(found, 1))
    }
    count = kept
  }

  /// How often the phrase stands in the document of a candidate, by whole positions.
  private func wholeCount(_ candidate: Int, width: Int) -> UInt32 {
    if width > 0 {
      for number in terms.indices {
        terms[number].countHighBits(before: &places[number &* capacity &+ candidate])
      }
    }
    for number in 1..<terms.count { sources[number].next = 0 }
    let place = places[candidate]
    var found: UInt32 = 0
    for index in 0..<Int(place.frequency) {
      let position = sources[0].position(index, place, width: width)
      var isFound = true
      for number in 1..<terms.count where isFound {
        isFound = sources[number].contains(
          position, places[number &* capacity &+ candidate], width: width)
      }
      found &+= isFound ? 1 : 0
    }
    return found
  }
}

/// A term of a phrase as the innermost loops need it.
private struct PhraseSource {
  let positions: UnsafeRawPointer
  /// From this term to the rarest one.
  let distance: Int
  let pair: PositionPair
  /// Positions before this one are below those that will be asked for.
  var next = 0

  /// The position with this index in a document.
  @inline(__always)
  func position(_ index: Int, _ place: PositionPlace, width: Int) -> Int {
    let low = positions.load(fromByteOffset: Int(place.offset) &+ index, as: UInt8.self)
    return Int(low) | high(index, place, width: width) &<< 8
  }

  @inline(__always)
  private func high(_ index: Int, _ place: PositionPlace, width: Int) -> Int {
    guard width > 0 else { return 0 }
    return Int(
      PositionsReader.bits(
        positions + Int(place.highs), from: Int(place.highBit) &+ index &* width, count: width))
  }

  /// Whether the term stands in a document where it must if the rarest one stands at `position`.
  /// Positions are asked for in ascending order.
  @inline(__always)
  mutating func contains(_ position: Int, _ place: PositionPlace, width: Int) -> Bool {
    let wanted = position &- distance
    let count = Int(place.frequency)
    while true {
      var matches = pair.matches(
        UInt8(truncatingIfNeeded: wanted), positions + Int(place.offset) + next,
        count: count &- next)
      if has(wanted &>> 8, in: &matches, place, width: width) { return true }
      guard next &+ 16 < count, self.position(next &+ 15, place, width: width) < wanted else {
        return false
      }
      next &+= 16
    }
  }

  /// Whether one of the next sixteen positions that are in the set has these high bits. Where there
  /// is one bit to a position, all are compared at once.
  @inline(__always)
  private func has(
    _ wanted: Int, in matches: inout LaneSet, _ place: PositionPlace, width: Int
  ) -> Bool {
    if width == 1 {
      let ones = PositionsReader.bits(
        positions + Int(place.highs), from: Int(place.highBit) &+ next, count: 16)
      let fitting = wanted == 1 ? ones : wanted == 0 ? ~ones : 0
      return matches.bits & fitting != 0
    }
    while let lane = matches.popFirst() {
      if high(next &+ lane, place, width: width) == wanted { return true }
    }
    return false
  }
}
