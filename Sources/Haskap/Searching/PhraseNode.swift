/// The documents where terms stand side by side in a given order.
///
/// First the documents that have all terms are found, then their positions are compared, the
/// rarest term first. What is found in a window is kept for its scoring.
final class PhraseNode: SearchNode {
  /// The rarest first.
  private let terms: [PhraseTerm]
  private let approximation: IntersectionNode
  private let scorer: TermScorer
  private let matcher: PhraseMatcher
  private let frequencies: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - terms: in the order of the phrase; the same term may come twice, as two nodes.
  ///   - weight: of the whole phrase, in steps of the grid.
  init(_ nodes: [TermNode], weight: Float) throws {
    let terms = try nodes.enumerated().map { try PhraseTerm($1, offset: UInt32($0)) }
    self.terms = terms.sorted { $0.node.info.totalFrequency < $1.node.info.totalFrequency }
    approximation = IntersectionNode(nodes)
    let first = nodes[0].scorer
    scorer = TermScorer(weight: weight, codes: first.codes, saturations: first.saturations)
    matcher = PhraseMatcher(self.terms)
    frequencies = .allocate(capacity: SearchScratch.documents)
  }

  deinit { frequencies.deallocate() }

  override var cost: Int { approximation.cost }
  override var scores: Bool { scorer.weight > 0 }

  /// A phrase is not more frequent than its rarest term in a document.
  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    let own = UnsafeMutablePointer<UInt32>.allocate(capacity: grid.count)
    defer { own.deallocate() }
    terms[0].node.ceilings(grid, weight: scorer.weight, into: ceilings)
    for term in terms.dropFirst() {
      term.node.ceilings(grid, weight: scorer.weight, into: own)
      for window in 0..<grid.count { ceilings[window] = min(ceilings[window], own[window]) }
    }
  }

  override func narrow(_ window: Window, _ words: Bits.Words) throws {
    try approximation.narrow(window, words)
    guard !Bits.isEmpty(words, count: window.wordCount) else { return }
    matcher.locate(window, words)
    matcher.match { place, document, frequency in
      frequencies[place] = frequency
      if frequency == 0 { Bits.remove(place, from: words) }
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    matcher.forEachCandidate { place, document in
      guard frequencies[place] > 0, Bits.contains(place, in: candidates) else { return }
      scores[place] &+= scorer.score(document, frequency: frequencies[place])
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    let place = Int(document) - window.start
    Bits.insert(place, into: words)
    try narrow(window, words)
    guard Bits.contains(place, in: words) else { return nil }
    let node = terms[0].node
    return context.term(
      field: node.index.fields[node.field].name, frequency: Int(frequencies[place]),
      length: FieldLength.decode(scorer.codes[Int(document)]), weight: scorer.weight,
      documentFrequency: nil,
      sum: scores ? scorer.score(document, frequency: frequencies[place]) : 0)
  }
}

/// A term of a phrase: where it stands in it, and where its positions are.
final class PhraseTerm {
  let node: TermNode
  let offset: UInt32
  private let positions: UnsafeRawPointer?
  /// Of every candidate of the window: where its low bytes are, how many, and its block.
  fileprivate var places: [PositionPlace] = []

  init(_ node: TermNode, offset: UInt32) throws {
    self.node = node
    self.offset = offset
    positions = try node.index.positions(of: node.info).baseAddress
  }

  /// Finds the positions of all candidates of a window, in order.
  fileprivate func locate(_ window: Window, _ candidates: Bits.Words) {
    places.removeAll(keepingCapacity: true)
    guard let positions else { return }
    let cache = node.cache
    var block = node.firstBlock(window)
    while !node.isBehind(block, window) {
      cache.loadDocuments(node.reader, block: block)
      let range = cache.indices(from: window.start, to: window.end)
      let lows = positions + node.reader.positionsStart(ofBlock: block)
      var sum = 0
      var next = 0
      for index in range
      where Bits.contains(Int(cache.documents[index]) &- window.start, in: candidates) {
        cache.loadFrequencies(node.reader, block: block)
        while next < index {
          sum &+= Int(cache.frequencies[next])
          next &+= 1
        }
        places.append(
          PositionPlace(
            lows: lows + sum, count: cache.frequencies[index], block: UInt32(block),
            index: UInt32(index)))
      }
      block &+= 1
    }
  }

  /// Writes the whole positions of a candidate whose field is longer than 256.
  fileprivate func positions(
    _ candidate: Int, width: Int, into target: inout [UInt32]
  ) {
    let place = places[candidate]
    let cache = node.cache
    cache.loadDocuments(node.reader, block: Int(place.block))
    cache.loadFrequencies(node.reader, block: Int(place.block))
    var total = 0
    var bit = 0
    for index in 0..<cache.count {
      let frequency = Int(cache.frequencies[index])
      total += frequency
      guard index < place.index else { continue }
      bit += frequency * node.highBits(of: cache.documents[index])
    }
    guard let positions else { return }
    let highs = positions + node.reader.positionsStart(ofBlock: Int(place.block)) + total
    target.removeAll(keepingCapacity: true)
    for index in 0..<Int(place.count) {
      let low = UInt32(place.lows.load(fromByteOffset: index, as: UInt8.self))
      target.append(low | PositionsReader.bits(highs, from: bit + index * width, count: width) << 8)
    }
  }
}

/// Where the positions of a term in one document begin.
private struct PositionPlace {
  var lows: UnsafeRawPointer
  var count: UInt32
  var block: UInt32
  /// Of the document in its block.
  var index: UInt32
}

/// Compares the positions of the candidates of a window.
///
/// An array with a cell for every value of a position's low byte is marked with the places where
/// the phrase would begin: by the first term, then by the second where the first had marked it,
/// and so on. What the last one marks is found, if the document is short; otherwise it is a
/// candidate for the comparison of whole positions. The marks of one document are larger than all
/// before it, so that nothing is ever cleared.
private final class PhraseMatcher {
  /// In a short document positions are below 247, so the beginnings that fall below 0, and wrap
  /// round to the end of the marks, meet none of the first term's for so many terms.
  private static let longestExact = 8

  private let terms: [PhraseTerm]
  private let marks: UnsafeMutablePointer<UInt32>
  private var mark: UInt32 = 0
  private var candidates: [(place: Int, document: UInt32)] = []
  private var starts: [UInt32] = []
  private var others: [UInt32] = []

  init(_ terms: [PhraseTerm]) {
    self.terms = terms
    marks = .allocate(capacity: 256)
    marks.initialize(repeating: 0, count: 256)
  }

  deinit { marks.deallocate() }

  func locate(_ window: Window, _ words: Bits.Words) {
    candidates.removeAll(keepingCapacity: true)
    Bits.forEach(words, count: window.wordCount) {
      candidates.append(($0, UInt32(truncatingIfNeeded: window.start &+ $0)))
    }
    for term in terms { term.locate(window, words) }
  }

  func forEachCandidate(_ body: (Int, UInt32) -> Void) {
    for candidate in candidates { body(candidate.place, candidate.document) }
  }

  /// Gives every candidate with the number of its places, which may be 0.
  func match(_ body: (Int, UInt32, UInt32) -> Void) {
    for (index, candidate) in candidates.enumerated() {
      let width = terms[0].node.highBits(of: candidate.document)
      var frequency = matchLows(index)
      if frequency > 0 && (width > 0 || terms.count > Self.longestExact) {
        frequency = matchWhole(index, width: width)
      }
      body(candidate.place, candidate.document, frequency)
    }
  }

  /// How often the low bytes fit: exact for a short document, an upper bound for a long one.
  private func matchLows(_ candidate: Int) -> UInt32 {
    if mark > UInt32.max - 1024 {
      marks.update(repeating: 0, count: 256)
      mark = 0
    }
    var expected = mark
    var found: UInt32 = 0
    mark &+= UInt32(truncatingIfNeeded: terms.count)
    for (number, term) in terms.enumerated() {
      let place = term.places[candidate]
      let offset = UInt8(truncatingIfNeeded: term.offset)
      found = 0
      for index in 0..<Int(place.count) {
        let start = place.lows.load(fromByteOffset: index, as: UInt8.self) &- offset
        let isMatch = number == 0 || marks[Int(start)] == expected
        marks[Int(start)] = isMatch ? expected &+ 1 : marks[Int(start)]
        found &+= isMatch ? 1 : 0
      }
      if found == 0 { return 0 }
      expected &+= 1
    }
    return found
  }

  /// The same for whole positions.
  private func matchWhole(_ candidate: Int, width: Int) -> UInt32 {
    for (number, term) in terms.enumerated() {
      term.positions(candidate, width: width, into: &others)
      for index in others.indices { others[index] &-= term.offset }
      if number == 0 { starts = others } else { keepCommon() }
      if starts.isEmpty { return 0 }
    }
    return UInt32(starts.count)
  }

  /// Keeps of the starts those that the other list has too; both ascend.
  private func keepCommon() {
    var kept = 0
    var other = 0
    for start in starts {
      while other < others.count && Int32(bitPattern: others[other]) < Int32(bitPattern: start) {
        other += 1
      }
      guard other < others.count else { break }
      if others[other] == start {
        starts[kept] = start
        kept += 1
      }
    }
    starts.removeLast(starts.count - kept)
  }
}
