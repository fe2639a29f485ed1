/// The documents where the pieces of a pattern follow each other in the characters of a field,
/// however its words are cut; each with the same score.
///
/// The documents that have all pieces are found first, the rarest piece before the others. Their
/// occurrences are then compared for the whole window at once: a number that has the document above
/// the scalar makes one ascending list of them.
final class RunNode: SearchNode {
  private let pieces: [PatternPiece]
  private let matchers: [any SubstringMatcher]
  /// The rarest first.
  private let order: [Int]
  private let constant: UInt32
  private var batch: OccurrenceBatch
  /// Where each piece begins: the document's index in the window above the bits of the scalar.
  private var starts: [[UInt64]]
  /// So many that the sum of a scalar's index and a gap does not reach the document.
  private static let scalarBits: UInt64 = 34

  /// - Parameter matchers: of each piece.
  init(
    _ pieces: [PatternPiece], _ matchers: [any SubstringMatcher], _ boundaries: BoundariesField,
    score: UInt32
  ) {
    self.pieces = pieces
    self.matchers = matchers
    order = pieces.indices.sorted { matchers[$0].cost < matchers[$1].cost }
    batch = OccurrenceBatch(boundaries, UnitLadder(length: 1, cuts: []))
    starts = pieces.map { _ in [] }
    constant = score
  }

  var cost: Int { matchers[order[0]].cost }
  var scores: Bool { constant > 0 }
  var countsCheaply: Bool { false }
  var knownCount: Int? { pieces.count == 1 ? matchers[0].knownCount : nil }

  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try matchers[order[0]].ceilings(grid, weight: 1, into: ceilings)
    for cell in 0..<grid.count where ceilings[cell] > 0 { ceilings[cell] = max(1, constant) }
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    let isAlone = pieces.count == 1
    for piece in order where !Bits.isEmpty(words, count: window.wordCount) {
      let frequencies = isAlone ? nil : window.scratch.scores()
      try matchers[piece].narrow(window, words, into: frequencies)
      if let frequencies {
        frequencies.update(repeating: 0, count: window.count)
        window.scratch.release(frequencies)
      }
    }
    if isAlone || Bits.isEmpty(words, count: window.wordCount) { return }
    for piece in order { try read(piece, window, words) }
    Bits.clear(words, count: window.wordCount)
    for start in fits() { Bits.insert(Int(start >> Self.scalarBits), into: words) }
  }

  private func read(_ piece: Int, _ window: Window, _ words: Bits.Words) throws {
    starts[piece].removeAll(keepingCapacity: true)
    try matchers[piece].begin(window, words)
    while try matchers[piece].read(into: &batch) {
      if batch.isFull { takeStarts(of: piece, window) }
    }
    takeStarts(of: piece, window)
    // The grams of a single character come one after the other.
    if pieces[piece].length == 1 { starts[piece].sort() }
  }

  private func takeStarts(of piece: Int, _ window: Window) {
    batch.takeStarts { document, position in
      starts[piece].append(
        UInt64(Int(document) &- window.start) << Self.scalarBits | UInt64(position))
    }
  }

  /// Where the last piece begins, with all others before it as far as the pattern says.
  private func fits() -> [UInt64] {
    var reached = starts[0]
    for number in pieces.indices.dropFirst() {
      let length = UInt64(pieces[number - 1].length)
      let (least, most) = (UInt64(pieces[number].gap.lowerBound), pieces[number].mostGap)
      var first = 0
      reached = starts[number].filter { start in
        while first < reached.count, reached[first] + length + most < start {
          first += 1
        }
        return first < reached.count && reached[first] + length + least <= start
      }
    }
    return reached
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard constant > 0 else { return }
    Bits.forEach(candidates, count: window.wordCount) { scores[$0] &+= constant }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    Bits.insert(Int(document) - window.start, into: words)
    try narrow(window, words)
    let isFound = !Bits.isEmpty(words, count: window.wordCount)
    return isFound ? context.constant(constant, "the pattern in the characters") : nil
  }
}

extension PatternPiece {
  /// No field is longer.
  fileprivate var mostGap: UInt64 { UInt64(min(gap.upperBound, Int(UInt32.max))) }
}
