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

  /// For every window the most that a document can score, and at least 1 where one may match at
  /// all; 0 where none does.
  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) throws {}

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

  /// The blocks of the term that has the most: how finely windows are worth being cut.
  var blockCount: Int { 0 }

  /// Whether counting matches takes far less time than scoring them.
  var countsCheaply: Bool { true }

  /// How the score of one document comes about; nil when it does not match.
  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? { nil }

  /// The number of matching documents, when it is known without looking and all are live.
  var knownCount: Int? { nil }
}

typealias Scores = UnsafeMutablePointer<UInt32>

/// The windows of a segment.
struct WindowGrid {
  let documentCount: Int
  /// The logarithm of a window's length.
  let bits: Int

  static let smallestBits = 8
  static let largestBits = 12

  var length: Int { 1 &<< bits }
  var count: Int { (documentCount &+ length &- 1) &>> bits }

  func window(_ index: Int, _ scratch: SearchScratch) -> Window {
    let start = index &<< bits
    return Window(
      start: start, count: min(length, documentCount &- start), index: index, scratch: scratch)
  }
}

/// A run of documents that is looked at in one go.
struct Window {
  let start: Int
  let count: Int
  let index: Int
  unowned(unsafe) let scratch: SearchScratch

  var end: Int { start &+ count }
  var wordCount: Int { Bits.wordCount(count) }
}

/// Memory for sets and scores of one window, lent out again and again.
final class SearchScratch {
  static let documents = 1 << WindowGrid.largestBits
  private var freeWords: [Bits.Words] = []
  private var freeScores: [Scores] = []
  private var allWords: [Bits.Words] = []
  private var allScores: [Scores] = []

  deinit {
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
