/// Memory for sets and scores of one window, lent out again and again.
final class SearchScratch: @unchecked Sendable {  // One search has it at a time.
  static let documents = 1 << WindowGrid.largestBits
  /// A byte for every document of a window, all 0. Who sets some leaves them so.
  let marks: UnsafeMutablePointer<UInt8>
  /// The documents of a term that are among the candidates, and others that one call of a term's
  /// node needs.
  let narrowed = Bits.Words.allocate(capacity: SearchScratch.documents / 64)
  /// The candidates of a block, when they are scored together, their frequencies, and their scores.
  let picked = Scores.allocate(capacity: BlockCache.room)
  let pickedFrequencies = Scores.allocate(capacity: BlockCache.room)
  let blockScores = Scores.allocate(capacity: BlockCache.room)
  /// What nodes have for the whole search, whose scratch outlives them.
  let memory = SearchMemory()
  private(set) lazy var candidates = CandidateList()
  private(set) lazy var rungs = RungTable()
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
    picked.deallocate()
    pickedFrequencies.deallocate()
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
