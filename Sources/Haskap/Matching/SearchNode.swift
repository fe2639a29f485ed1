/// A part of a query on one segment.
///
/// A segment is searched in windows: runs of documents of equal length, a power of two. A node is
/// called once per window, not once per document, so dynamic dispatch costs nothing; what it does
/// in a window are loops over words, blocks and arrays. No node looks at a document before it is
/// asked for its window.
protocol SearchNode: AnyObject {
  /// An upper bound of the documents that match.
  var cost: Int { get }

  /// Whether a match can give more than 0.
  var scores: Bool { get }

  /// Whether counting matches takes far less time than finding their scores.
  var countsCheaply: Bool { get }

  /// Whether its documents are at hand as bits, so that to narrow a set takes no time at all.
  var isAtHand: Bool { get }

  /// Whether to score all matches takes little time beside finding them.
  var scoresCheaply: Bool { get }

  /// The number of matching documents, when it is known without looking and all are live.
  var knownCount: Int? { get }

  /// Writes for every cell of the grid the most that a document can score, and at least 1 where one
  /// may match at all; 0 where none does.
  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) throws

  /// A score that at least so many matching documents reach, live or not, as far as it is known
  /// without looking at them; 0 where it is not.
  func reached(by count: Int) -> UInt32

  /// Removes from the set of the window's documents those that do not match.
  func narrow(_ window: Window, _ words: Bits.Words) throws

  /// Adds to the set the window's documents that match. `words` may hold others already.
  func unite(_ window: Window, into words: Bits.Words) throws

  /// Adds the score of every candidate. The candidates match: they are among those that the last
  /// call of `narrow`, which was on this window, left.
  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) throws

  /// Whether it tells of each document how much it can score, which takes less time than the score.
  var boundsDocuments: Bool { get }

  /// Adds to each candidate the most that it can score, where documents are bounded. The candidates are
  /// as for `score`, and `ceilings` was called before.
  func bound(_ window: Window, _ candidates: Bits.Words, into bounds: Scores)

  /// Adds the scores of candidates that may reach the threshold; the others may be removed from the set,
  /// and their scores stay 0. `ceilings` was called before.
  func scoreBest(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, into scores: Scores) throws

  /// The number of matching documents in the set, which is of no use afterwards.
  func count(_ window: Window, among words: Bits.Words) throws -> Int

  /// Leaves of the set the matching documents that may have at least the score `threshold`, and
  /// adds their scores. The scores of all others stay 0. `ceilings` was called before.
  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores) throws

  /// How the score of one document comes about; nil when it does not match.
  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation?
}

/// What follows from the rest, for nodes that know nothing quicker.
extension SearchNode {
  var isAtHand: Bool { false }

  var scoresCheaply: Bool { false }

  var boundsDocuments: Bool { false }

  func bound(_ window: Window, _ candidates: Bits.Words, into bounds: Scores) {}

  var knownCount: Int? { nil }

  func reached(by count: Int) -> UInt32 { 0 }

  func unite(_ window: Window, into words: Bits.Words) throws {
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    Bits.fill(own, length: window.count, count: window.wordCount)
    try narrow(window, own)
    Bits.unite(words, with: own, count: window.wordCount)
  }

  func scoreBest(
    _ window: Window, _ candidates: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try score(window, candidates, into: scores)
  }

  func count(_ window: Window, among words: Bits.Words) throws -> Int {
    try narrow(window, words)
    return Bits.population(words, count: window.wordCount)
  }

  func collect(
    _ window: Window, _ words: Bits.Words, threshold: UInt32, into scores: Scores
  ) throws {
    try narrow(window, words)
    try scoreBest(window, words, threshold: threshold, into: scores)
  }
}

extension [any SearchNode] {
  /// The nodes, when they are terms alone.
  var terms: [TermNode]? {
    var terms: [TermNode] = []
    terms.reserveCapacity(count)
    for case let term as TermNode in self { terms.append(term) }
    return terms.count == count ? terms : nil
  }
}
