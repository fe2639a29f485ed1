/// The best documents so far: a heap of 64-bit keys, the worst on top.
///
/// A key is the score in steps of the grid above the complement of the document's number, so that
/// one comparison orders by score and, where scores are equal, the earlier document first.
struct TopHits {
  let limit: Int
  private(set) var keys: [UInt64] = []
  /// Below every key of the best, as far as it is known.
  private var floor: UInt64 = 0

  init(limit: Int) {
    self.limit = limit
    keys.reserveCapacity(min(limit, 1 << 16))
  }

  @inline(__always)
  static func key(score: UInt32, document: UInt32) -> UInt64 {
    UInt64(score) &<< 32 | UInt64(~document)
  }

  static func score(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key &>> 32) }
  static func document(of key: UInt64) -> UInt32 { ~UInt32(truncatingIfNeeded: key) }

  /// A key must be above this one to be kept.
  @inline(__always)
  var threshold: UInt64 { keys.count < limit ? floor : limit == 0 ? .max : max(floor, keys[0]) }

  /// Takes notice that as many documents as are wanted have at least this score.
  mutating func raise(to score: UInt32) {
    floor = max(floor, Self.key(score: score, document: .max) &- (score > 0 ? 1 : 0))
  }

  @inline(__always)
  mutating func insert(_ key: UInt64) {
    guard keys.count == limit else { return append(key) }
    guard limit > 0, key > keys[0] else { return }
    keys.withUnsafeMutableBufferPointer { Self.siftDown(key, $0) }
  }

  private mutating func append(_ key: UInt64) {
    var place = keys.count
    keys.append(key)
    while place > 0, keys[(place - 1) / 2] > key {
      keys[place] = keys[(place - 1) / 2]
      place = (place - 1) / 2
    }
    keys[place] = key
  }

  /// Which of two children is the smaller cannot be predicted, so it is computed.
  private static func siftDown(_ key: UInt64, _ keys: UnsafeMutableBufferPointer<UInt64>) {
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child &+ 1 < keys.count else { break }
      child &+= keys[child &+ 1] < keys[child] ? 1 : 0
      guard keys[child] < key else { break }
      keys[place] = keys[child]
      place = child
    }
    let child = 2 &* place &+ 1
    if child < keys.count && keys[child] < key {
      keys[place] = keys[child]
      place = child
    }
    keys[place] = key
  }

  /// The best first.
  func sorted() -> some Sequence<UInt64> {
    var ascending = keys
    if keys.count < Self.fewestForRadix { ascending.sort() } else { ascending.sortByRadix() }
    return ascending.reversed()
  }

  private static let fewestForRadix = 128
}

extension [UInt64] {
  /// Sorts byte by byte, the lowest first (Knuth, "The art of computer programming", volume 3,
  /// 5.2.5); a byte that all have in common costs nothing.
  mutating func sortByRadix() {
    guard let first else { return }
    var target = self
    let varying = reduce(0) { $0 | ($1 ^ first) }
    for shift in stride(from: 0 as UInt64, to: 64, by: 8) where varying &>> shift & 255 != 0 {
      withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
        starts.initialize(repeating: 0)
        for value in self { starts[Int(value &>> shift & 255) &+ 1] &+= 1 }
        for digit in 1...256 { starts[digit] &+= starts[digit &- 1] }
        for value in self {
          let digit = Int(value &>> shift & 255)
          target[starts[digit]] = value
          starts[digit] &+= 1
        }
      }
      swap(&self, &target)
    }
  }
}
