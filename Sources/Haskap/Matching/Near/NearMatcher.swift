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
  /// Whether there are two words, which differ.
  private let isPair: Bool
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
    isPair = words == [0, 1]
    longest = words.count + min(max(slop, 0), Int(Int32.max))
    begins = words.map { _ in Self.none }
    read = [Int](repeating: 0, count: (words.max() ?? -1) + 1)
  }

  /// Whether there is a place at all.
  ///
  /// - Parameter positions: of each term, ascending.
  mutating func isFound(_ positions: [UnsafeBufferPointer<UInt32>]) -> Bool {
    isPair ? isPairFound(positions[0], positions[1]) : count(positions, upTo: 1) > 0
  }

  /// Two different words: neighbors in the common order of their positions decide.
  private func isPairFound(
    _ first: UnsafeBufferPointer<UInt32>, _ second: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    var (left, right) = (0, 0)
    while left < first.count && right < second.count {
      let distance = Int(second[right]) &- Int(first[left])
      if abs(distance) < longest && (distance > 0 || !isOrdered) { return true }
      if distance > 0 { left &+= 1 } else { right &+= 1 }
    }
    return false
  }

  /// - Parameters:
  ///   - positions: of each term, ascending.
  ///   - limit: how many are enough.
  mutating func count(_ positions: [UnsafeBufferPointer<UInt32>], upTo limit: Int = .max) -> Int {
    var count = 0
    for term in read.indices { read[term] = 0 }
    forget()
    while let (term, position) = next(positions) {
      let begin = isOrdered ? follow(term, position) : gather(term, position)
      guard begin != Self.none, position - begin < longest else { continue }
      count += 1
      if count == limit { return count }
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
