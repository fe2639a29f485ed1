/// Counts the places in a document where words stand near each other.
///
/// A place is a run of positions that has all the words and is at most `slop` longer than they are
/// many. Those that are counted do not overlap: from left to right the one that ends first is taken,
/// which gives the largest number (the earliest-end rule of interval scheduling). So a word that
/// stands twice beside the same other counts once, and no count is above any word's frequency.
struct NearMatcher {
  /// For every word in the order of the query, which of the different terms it is.
  private let words: [Int]
  private let isOrdered: Bool
  /// The most positions that a place takes.
  private let longest: Int
  /// Where the words met so far begin. In order: behind word i the latest beginning of the words
  /// up to it. Else: the latest positions of word i's term, the oldest first.
  private var begins: [Int]
  /// Of each term how many positions have been read.
  private var read: [Int]
  private static let none = -1

  /// - Parameters:
  ///   - words: numbers from 0 without a gap.
  ///   - slop: positions of other words inside a place.
  init(words: [Int], slop: Int, isOrdered: Bool) {
    self.words = words
    self.isOrdered = isOrdered
    longest = words.count + min(max(slop, 0), Int(Int32.max))
    begins = words.map { _ in Self.none }
    read = [Int](repeating: 0, count: (words.max() ?? -1) + 1)
  }

  /// - Parameter positions: of each term, ascending.
  mutating func count(_ positions: [UnsafeBufferPointer<UInt32>]) -> Int {
    var count = 0
    for term in read.indices { read[term] = 0 }
    forget()
    while let (term, position) = next(positions) {
      let begin = isOrdered ? follow(term, position) : gather(term, position)
      guard begin != Self.none, position - begin < longest else { continue }
      count += 1
      forget()
    }
    return count
  }

  private mutating func forget() {
    for word in begins.indices { begins[word] = Self.none }
  }

  /// The positions of all terms in one ascending order.
  private mutating func next(
    _ positions: [UnsafeBufferPointer<UInt32>]
  ) -> (term: Int, position: Int)? {
    var least: (term: Int, position: Int)?
    for (term, all) in positions.enumerated() where read[term] < all.count {
      let position = Int(all[read[term]])
      if position < least?.position ?? .max { least = (term, position) }
    }
    if let least { read[least.term] += 1 }
    return least
  }

  /// The latest beginning of all words in their order that end here.
  private mutating func follow(_ term: Int, _ position: Int) -> Int {
    for word in words.indices.reversed() where words[word] == term {
      begins[word] = word == 0 ? position : begins[word - 1]
    }
    return words.last == term ? begins[words.count - 1] : Self.none
  }

  /// The beginning of the shortest run that ends here and has all words.
  private mutating func gather(_ term: Int, _ position: Int) -> Int {
    var younger = position
    for word in words.indices.reversed() where words[word] == term {
      swap(&begins[word], &younger)
    }
    return begins.min() ?? Self.none
  }
}
