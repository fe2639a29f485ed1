/// Where the pieces of patterns occur in one window of a segment.
///
/// What several patterns share is found once: the documents when a pattern first asks for them, the
/// occurrences in all documents that some pattern wants to look at.
final class RunPieces {
  private struct Piece {
    let matcher: (any SubstringMatcher)?
    /// Of the documents; nil where one pattern alone has the piece.
    let documents: Bits.Words?
    let wanted: Bits.Words
    var isFound = false
    var isWanted = false
    /// Where the piece begins: the document's index in the window above the bits of the scalar.
    var starts: [UInt64] = []
  }

  /// In Unicode scalars.
  let lengths: [Int]
  private var pieces: [Piece]
  private var batch: OccurrenceBatch
  /// The documents of the window that are looked at.
  private var words = Bits.Words.allocate(capacity: SearchScratch.documents / 64)
  /// So many that the sum of a scalar's index and a gap does not reach the document.
  private static let scalarBits: UInt64 = 34

  init(
    _ patterns: [[RunPlan.Step]], lengths: [Int], _ matchers: [(any SubstringMatcher)?],
    _ boundaries: BoundariesField
  ) {
    var uses = lengths.map { _ in 0 }
    for pattern in patterns { for piece in Set(pattern.map(\.piece)) { uses[piece] += 1 } }
    self.lengths = lengths
    pieces = zip(matchers, uses).map { matcher, uses in
      Piece(
        matcher: matcher,
        documents: uses > 1 ? .allocate(capacity: SearchScratch.documents / 64) : nil,
        wanted: .allocate(capacity: SearchScratch.documents / 64))
    }
    batch = OccurrenceBatch(boundaries, UnitLadder(length: 1, cuts: []))
  }

  deinit {
    words.deallocate()
    for piece in pieces {
      piece.documents?.deallocate()
      piece.wanted.deallocate()
    }
  }

  func cost(of piece: Int) -> Int { pieces[piece].matcher?.cost ?? 0 }
  func knownCount(of piece: Int) -> Int? { pieces[piece].matcher?.knownCount }

  func ceilings(
    of piece: Int, _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try pieces[piece].matcher?.ceilings(grid, weight: 1, into: ceilings)
  }

  /// Forgets the window before.
  func begin(_ window: Window, _ words: Bits.Words) {
    self.words.update(from: words, count: window.wordCount)
    for piece in pieces.indices { (pieces[piece].isFound, pieces[piece].isWanted) = (false, false) }
  }

  /// Leaves the documents that have a piece, of some of the window's.
  func narrow(_ piece: Int, _ window: Window, _ words: Bits.Words) throws {
    guard let matcher = pieces[piece].matcher else {
      return Bits.clear(words, count: window.wordCount)
    }
    guard let documents = pieces[piece].documents else {
      return try matcher.narrow(window, words, into: nil)
    }
    if !pieces[piece].isFound {
      documents.update(from: self.words, count: window.wordCount)
      try matcher.narrow(window, documents, into: nil)
      pieces[piece].isFound = true
    }
    Bits.intersect(words, with: documents, count: window.wordCount)
  }

  /// Asks for the occurrences in some documents, which have the piece.
  func want(_ piece: Int, _ documents: Bits.Words, _ window: Window) {
    if Bits.isEmpty(documents, count: window.wordCount) { return }
    let wanted = pieces[piece].wanted
    if pieces[piece].isWanted {
      Bits.unite(wanted, with: documents, count: window.wordCount)
    } else {
      wanted.update(from: documents, count: window.wordCount)
      pieces[piece].isWanted = true
    }
  }

  /// Reads all occurrences that were asked for.
  func read(_ window: Window) throws {
    for piece in pieces.indices where pieces[piece].isWanted {
      guard let matcher = pieces[piece].matcher else { continue }
      let wanted = pieces[piece].wanted
      let frequencies = window.scratch.scores()
      try matcher.narrow(window, wanted, into: frequencies)
      frequencies.update(repeating: 0, count: window.count)
      window.scratch.release(frequencies)
      // Each change of a property is checked by itself.
      var starts: [UInt64] = []
      swap(&starts, &pieces[piece].starts)
      defer { swap(&starts, &pieces[piece].starts) }
      starts.removeAll(keepingCapacity: true)
      try matcher.begin(window, wanted)
      while try matcher.read(into: &batch) {
        if batch.isFull { take(&starts, window) }
      }
      take(&starts, window)
      // The grams of a single character come one after the other.
      if lengths[piece] == 1 { starts.sort() }
    }
  }

  private func take(_ starts: inout [UInt64], _ window: Window) {
    batch.takeStarts { document, position in
      starts.append(UInt64(Int(document) &- window.start) << Self.scalarBits | UInt64(position))
    }
  }

  /// Where a piece begins in a document for which it was asked.
  func starts(of piece: Int, in document: Int) -> ArraySlice<UInt64> {
    let starts = pieces[piece].starts
    let first = Self.lowerBound(of: UInt64(document) << Self.scalarBits, in: starts)
    let end = UInt64(document + 1) << Self.scalarBits
    return starts[first...].prefix { $0 < end }
  }

  private static func lowerBound(of start: UInt64, in starts: [UInt64]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
