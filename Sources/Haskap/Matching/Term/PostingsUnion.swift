/// The documents of many terms together, stripe by stripe.
///
/// A stripe is a run of windows: so long that thousands of terms cost little for each, and so short
/// that a number for each of its documents stays in the processor's cache. Most terms of such a
/// union are rare, and their postings, which are no full blocks, are sorted by window at the first
/// touch.
final class PostingsUnion {
  /// Documents behind the last full block of a list.
  struct Rest {
    var document: UInt32
    var frequency: UInt32
    var list: UInt32
    /// Among those of the list.
    var index: UInt32
  }

  let lists: [PostingsReader]
  /// Those with full blocks.
  private let long: [Int]
  private let hasFrequencies: Bool
  private let cache = BlockCache()
  /// How often the terms occur in each document of the stripe.
  private let counts: UnsafeMutablePointer<UInt32>
  /// Of the longest stripe: an index may have few documents, and a query hundreds of unions.
  private let length: Int
  private var stripe = -1
  private lazy var rests = SortedRests(lists)

  static let bits = 15

  /// - Parameter hasFrequencies: whether occurrences are counted; else each term counts once.
  init(_ lists: [PostingsReader], documentCount: Int, hasFrequencies: Bool) {
    self.lists = lists
    self.hasFrequencies = hasFrequencies
    length = min(1 << Self.bits, Bits.wordCount(documentCount) * 64)
    counts = .allocate(capacity: length)
    long = lists.indices.filter { lists[$0].blockCount > 0 }
  }

  deinit { counts.deallocate() }

  /// An upper bound of the documents.
  var cost: Int { lists.reduce(0) { $0 + $1.documentFrequency } }

  /// How often the terms occur in each document of the window; valid until the next call.
  func counts(_ window: Window) -> UnsafePointer<UInt32> {
    load(window.start >> Self.bits)
    return UnsafePointer(counts + window.start & (1 << Self.bits - 1))
  }

  /// Leaves of the window's documents those that have a term.
  func narrow(_ window: Window, _ words: Bits.Words) {
    let counts = counts(window)
    for index in 0..<window.wordCount where words[index] != 0 {
      var found: UInt64 = 0
      for bit in 0..<min(64, window.count &- index &* 64) {
        found |= (counts[index &* 64 &+ bit] == 0 ? 0 : 1) &<< UInt64(bit)
      }
      words[index] &= found
    }
  }

  private func load(_ stripe: Int) {
    guard stripe != self.stripe else { return }
    self.stripe = stripe
    counts.update(repeating: 0, count: length)
    let start = stripe << Self.bits
    for number in long { add(lists[number], from: start) }
    let windows = 1 << (Self.bits - WindowGrid.largestBits)
    for rest in rests[stripe * windows..<(stripe + 1) * windows]
    where Int(rest.document) &- start < length {
      counts[Int(rest.document) &- start] &+= hasFrequencies ? rest.frequency : 1
    }
  }

  private func add(_ list: PostingsReader, from start: Int) {
    let (documents, frequencies) = (cache.documents, cache.frequencies)
    var block = list.block(holding: UInt32(start), from: 0)
    if !hasFrequencies { frequencies.update(repeating: 1, count: BitPacking.blockLength) }
    while block < list.blockCount,
      Int(list.documentBefore(block: block) &+ 1) < start &+ length
    {
      let count = list.decodeDocuments(ofBlock: block, into: documents)
      if hasFrequencies { list.decodeFrequencies(ofBlock: block, into: frequencies) }
      for index in 0..<count {
        let place = Int(documents[index]) &- start
        if UInt(bitPattern: place) < UInt(length) { counts[place] &+= frequencies[index] }
      }
      block &+= 1
    }
  }
}

extension PostingsUnion {
  /// Gives the full blocks that may have documents of a window that are wanted.
  @inline(__always)
  func forEachBlock(
    _ window: Window, _ wanted: Bits.Words, _ body: (_ list: Int, _ block: Int) -> Void
  ) {
    for number in long {
      let list = lists[number]
      var block = list.block(holding: UInt32(window.start), from: 0)
      while block < list.blockCount {
        let first = Int(list.documentBefore(block: block) &+ 1) &- window.start
        if first >= window.count { break }
        let next = Int(list.documentBefore(block: block &+ 1) &+ 1) &- window.start
        let words = max(0, first) >> 6..<Bits.wordCount(min(next, window.count))
        if words.contains(where: { wanted[$0] != 0 }) { body(number, block) }
        block &+= 1
      }
    }
  }

  /// The documents of the window that are in no full block.
  func rests(_ window: Window) -> ArraySlice<Rest> {
    let number = window.start >> WindowGrid.largestBits
    return rests[number..<number + 1]
  }
}
