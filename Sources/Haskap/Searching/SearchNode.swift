/// A part of a query on one segment.
///
/// A segment is searched in windows: runs of documents of equal length, a power of two. A node is
/// called once per window, not once per document, so a plain class hierarchy costs nothing; what
/// it does in a window are loops over words, blocks and arrays.
class SearchNode {
  /// An upper bound of the documents that match.
  var cost: Int { 0 }

  /// Whether a match can give more than 0.
  var scores: Bool { true }

  /// For every cell of the grid the most that a document can score, and at least 1 where one may
  /// match at all; 0 where none does.
  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) throws {}

  /// A score that at least so many matching documents reach, live or not, as far as it is known
  /// without looking at them.
  func reached(by count: Int) -> UInt32 { 0 }

  /// Removes from the set of the window's documents those that do not match.
  func narrow(_ window: Window, _ words: Bits.Words) throws {}

  /// Adds to the set the window's documents that match. `words` may hold others already.
  func unite(_ window: Window, into words: Bits.Words) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    Bits.fill(own, length: window.count, count: window.wordCount)
    try narrow(window, own)
    Bits.unite(words, with: own, count: window.wordCount)
  }

  /// Adds the score of every candidate. The candidates match: they are among those that the last
  /// call of `narrow`, which was on this window, left.
  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws {}

  /// The number of matching documents in the set, which is of no use afterwards.
  func count(_ window: Window, among words: Bits.Words) throws -> Int {
    try narrow(window, words)
    return Bits.population(words, count: window.wordCount)
  }

  /// Leaves of the set the matching documents that may have at least the score `threshold`, and
  /// adds their scores. The scores of all others stay 0.
  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(window, words)
    try score(window, words, into: scores)
  }

  /// Whether counting matches takes far less time than scoring them.
  var countsCheaply: Bool { true }

  /// How the score of one document comes about; nil when it does not match.
  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? { nil }

  /// The number of matching documents, when it is known without looking and all are live.
  var knownCount: Int? { nil }
}

typealias Scores = UnsafeMutablePointer<UInt32>

/// A segment cut into runs of equal length: the windows in which it is searched, or the shorter
/// cells that ceilings are given for.
struct WindowGrid: Hashable {
  let documentCount: Int
  /// The logarithm of a run's length.
  let bits: Int

  static let largestBits = 12

  var length: Int { 1 &<< bits }
  var count: Int { (documentCount &+ length &- 1) &>> bits }

  func window(_ index: Int, _ scratch: SearchScratch) -> Window {
    let start = index &<< bits
    let count = min(length, documentCount &- start)
    return Window(
      start: start, count: count, active: UInt64.max &>> UInt64(64 &- Bits.wordCount(count)),
      scratch: scratch)
  }
}

extension WindowGrid {
  /// As many cells as a search can look through in a few microseconds, of whole words of bits and
  /// inside the windows.
  static func cells(documentCount: Int) -> WindowGrid {
    var bits = 6
    while bits < largestBits && documentCount >> bits > mostCells { bits += 1 }
    return WindowGrid(documentCount: documentCount, bits: bits)
  }

  private static let mostCells = 1 << 14
}

/// A run of documents that is looked at in one go.
struct Window {
  let start: Int
  let count: Int
  /// The words where a search looks for documents, as a bit each: all, or those that may hold one
  /// of the best. In others no document is a candidate.
  var active: UInt64
  unowned(unsafe) let scratch: SearchScratch

  var end: Int { start &+ count }
  var wordCount: Int { Bits.wordCount(count) }
  var isWhole: Bool { active == UInt64.max &>> UInt64(64 &- wordCount) }

  /// The active words in which a set is not empty.
  @inline(__always)
  func occupied(_ words: UnsafePointer<UInt64>) -> UInt64 {
    var result: UInt64 = 0
    guard isWhole else {
      Bits.forEach(of: active) { result |= words[$0] == 0 ? 0 : 1 &<< UInt64($0) }
      return result
    }
    for word in 0..<wordCount { result |= (words[word] == 0 ? 0 : 1) &<< UInt64(word) }
    return result
  }
}

/// Memory for sets and scores of one window, lent out again and again.
final class SearchScratch: @unchecked Sendable {  // One search has it at a time.
  static let documents = 1 << WindowGrid.largestBits
  /// A byte for every document of a window, all 0. Who sets some leaves them so.
  let marks: UnsafeMutablePointer<UInt8>
  /// The documents of a term that are among the candidates, and others that one call of a term's
  /// node needs.
  let narrowed = Bits.Words.allocate(capacity: SearchScratch.documents / 64)
  /// The candidates of a block, when they are scored together, and their scores.
  let picked = BlockCache()
  let blockScores = Scores.allocate(capacity: BlockCache.room)
  private(set) lazy var candidates = CandidateList()
  private var freeWords: [Bits.Words] = []
  private var freeScores: [Scores] = []
  private var allWords: [Bits.Words] = []
  private var allScores: [Scores] = []

  init() {
    marks = .allocate(capacity: Self.documents)
    marks.initialize(repeating: 0, count: Self.documents)
  }

  deinit {
    marks.deallocate()
    narrowed.deallocate()
    blockScores.deallocate()
    for words in allWords { words.deallocate() }
    for scores in allScores { scores.deallocate() }
  }

  /// Words for one window; what they hold is undefined.
  func words() -> Bits.Words {
    if let words = freeWords.popLast() { return words }
    let words = Bits.Words.allocate(capacity: Self.documents / 64)
    allWords.append(words)
    return words
  }

  func release(_ words: Bits.Words) { freeWords.append(words) }

  /// Scores of one window, all 0. Who takes them leaves them so.
  func scores() -> Scores {
    if let scores = freeScores.popLast() { return scores }
    let scores = Scores.allocate(capacity: Self.documents)
    scores.initialize(repeating: 0, count: Self.documents)
    allScores.append(scores)
    return scores
  }

  func release(_ scores: Scores) { freeScores.append(scores) }
}
