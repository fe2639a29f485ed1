/// Compares the positions of the candidates of a window.
///
/// An array with a cell for every value of a position's low byte is marked with the places where
/// the phrase would begin: by the first term, then by the second where the first had marked it,
/// and so on. What the last one marks is found, if the document is short; otherwise it is a
/// candidate for the comparison of whole positions. The marks of one document are larger than all
/// before it, so that nothing is ever cleared.
final class PhraseMatcher {
  /// In a short document positions are below 247, so the beginnings that fall below 0, and wrap
  /// round to the end of the marks, meet none of the first term's for so many terms.
  private static let longestExact = 8

  private let terms: [PhraseTerm]
  private let marks: UnsafeMutablePointer<UInt32>
  private var mark: UInt32 = 0
  /// The places of the candidates in the window.
  private let candidates: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: SearchScratch.documents)
  private var count = 0
  private var start = 0
  /// Of all candidates for the first term, then for the second, and so on.
  private var places: UnsafeMutablePointer<PositionPlace>
  private var capacity: Int
  private var room = 256
  private var starts: UnsafeMutablePointer<UInt32>
  private var others: UnsafeMutablePointer<UInt32>

  init(_ terms: [PhraseTerm]) {
    self.terms = terms
    marks = .allocate(capacity: 256)
    marks.initialize(repeating: 0, count: 256)
    capacity = 1 << WindowGrid.smallestBits + 1
    places = .allocate(capacity: capacity * terms.count)
    starts = .allocate(capacity: room)
    others = .allocate(capacity: room)
  }

  deinit {
    for memory in [marks, candidates, starts, others] { memory.deallocate() }
    places.deallocate()
  }

  /// Finds the positions of all candidates; they have all terms.
  func locate(_ window: Window, _ words: Bits.Words) {
    var count = 0
    let candidates = candidates
    Bits.forEach(words, count: window.wordCount) { place in
      candidates[count] = UInt32(truncatingIfNeeded: place)
      count &+= 1
    }
    self.count = count
    start = window.start
    if window.count >= capacity {
      places.deallocate()
      capacity = SearchScratch.documents + 1
      places = .allocate(capacity: capacity * terms.count)
    }
    for (number, term) in terms.enumerated() {
      term.locate(window, words, count: count, into: places + number * capacity)
    }
  }

  /// Gives every candidate's place with the number of its occurrences, which may be 0.
  ///
  /// - Parameter isPossible: whether a document is worth a look if the phrase may stand in it so
  ///   many times.
  @inline(__always)
  func match(isPossible: (UInt32, UInt32) -> Bool, found: (Int, UInt32) -> Void) {
    let node = terms[0].node
    let isLong = terms.count > Self.longestExact
    let table = PhraseTable(terms)
    defer { table.deallocate() }
    for candidate in 0..<count {
      let place = Int(candidates[candidate])
      let document = UInt32(truncatingIfNeeded: start &+ place)
      var frequency = table.fewest(places + candidate, stride: capacity)
      if isPossible(document, frequency) {
        mark = table.freshMark(after: mark, marks)
        frequency = table.matchLows(places + candidate, stride: capacity, marks, mark)
        let width = node.highBits(of: document)
        if frequency > 0 && (width > 0 || isLong) {
          frequency = matchWhole(candidate, width: width)
        }
      } else {
        frequency = 0
      }
      found(place, frequency)
    }
  }

  /// How often whole positions fit.
  private func matchWhole(_ candidate: Int, width: Int) -> UInt32 {
    var kept = 0
    for (number, term) in terms.enumerated() {
      let place = places[number &* capacity &+ candidate]
      reserve(Int(place.frequency))
      term.starts(place, highBits: width, into: number == 0 ? starts : others)
      kept =
        number == 0
        ? Int(place.frequency) : Self.common(starts, kept, others, Int(place.frequency))
      if kept == 0 { return 0 }
    }
    return UInt32(truncatingIfNeeded: kept)
  }

  /// Makes room for the positions of one term in a document.
  private func reserve(_ frequency: Int) {
    guard frequency > room else { return }
    let larger = max(frequency, 2 * room)
    let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    grown.update(from: starts, count: room)
    starts.deallocate()
    others.deallocate()
    starts = grown
    others = .allocate(capacity: larger)
    room = larger
  }

  /// Keeps of the first list, in place, what the second has too; both ascend as signed numbers.
  private static func common(
    _ first: UnsafeMutablePointer<UInt32>, _ count: Int, _ second: UnsafePointer<UInt32>,
    _ secondCount: Int
  ) -> Int {
    var kept = 0
    var other = 0
    for index in 0..<count {
      let start = Int32(bitPattern: first[index])
      while other < secondCount && Int32(bitPattern: second[other]) < start { other &+= 1 }
      guard other < secondCount else { break }
      guard second[other] == first[index] else { continue }
      first[kept] = first[index]
      kept &+= 1
    }
    return kept
  }
}

/// The terms of a phrase as the innermost loop needs them.
private struct PhraseTable {
  private let lows: UnsafeMutablePointer<UnsafeRawPointer>
  private let offsets: UnsafeMutablePointer<UInt8>
  private let count: Int

  init(_ terms: [PhraseTerm]) {
    count = terms.count
    lows = .allocate(capacity: count)
    offsets = .allocate(capacity: count)
    for (number, term) in terms.enumerated() {
      lows[number] = term.positions
      offsets[number] = UInt8(truncatingIfNeeded: term.offset)
    }
  }

  func deallocate() {
    lows.deallocate()
    offsets.deallocate()
  }

  /// The frequency of the term that is rarest in the document.
  @inline(__always)
  func fewest(_ places: UnsafePointer<PositionPlace>, stride: Int) -> UInt32 {
    var least = places[0].frequency
    for number in 1..<count { least = min(least, places[number &* stride].frequency) }
    return least
  }

  /// A mark above those of the last document.
  @inline(__always)
  func freshMark(after mark: UInt32, _ marks: UnsafeMutablePointer<UInt32>) -> UInt32 {
    let next = mark &+ UInt32(truncatingIfNeeded: count)
    if next < UInt32.max / 2 { return next }
    marks.update(repeating: 0, count: 256)
    return UInt32(truncatingIfNeeded: count)
  }

  /// How often the low bytes fit: exact for a short document, an upper bound for a long one.
  @inline(__always)
  func matchLows(
    _ places: UnsafePointer<PositionPlace>, stride: Int, _ marks: UnsafeMutablePointer<UInt32>,
    _ mark: UInt32
  ) -> UInt32 {
    var expected = mark
    let first = places[0]
    for index in 0..<Int(first.frequency) {
      let position = lows[0].load(fromByteOffset: Int(first.offset) &+ index, as: UInt8.self)
      marks[Int(position &- offsets[0])] = expected
    }
    var found: UInt32 = 0
    for number in 1..<count {
      let place = places[number &* stride]
      let source = lows[number] + Int(place.offset)
      found = 0
      for index in 0..<Int(place.frequency) {
        let position = source.load(fromByteOffset: index, as: UInt8.self)
        let start = Int(position &- offsets[number])
        let isMatch = marks[start] == expected
        marks[start] = isMatch ? expected &+ 1 : marks[start]
        found &+= isMatch ? 1 : 0
      }
      if found == 0 { return 0 }
      expected &+= 1
    }
    return found
  }
}
