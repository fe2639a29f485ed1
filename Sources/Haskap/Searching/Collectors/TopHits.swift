/// The best documents so far, as 64-bit keys.
///
/// A key is the score in steps of the grid above the complement of the document's number, so that
/// one comparison orders by score and, where scores are equal, the earlier document first.
///
/// Keys are gathered as they come, and how many fall into each of 2,048 ranges of scores tells
/// in which range the worst of the wanted ones is at least: a few instructions a key, whatever the
/// limit. When twice as many as are wanted are at hand, those that were overtaken are dropped.
struct TopHits: ~Copyable {
  let limit: Int
  /// A key must be above this one to be kept.
  private(set) var threshold: UInt64
  private var keys: UnsafeMutablePointer<UInt64>
  private var count = 0
  private var room: Int
  /// By range of scores.
  private let counts: UnsafeMutablePointer<UInt32>
  private let rangeBits: UInt64
  /// The lowest range that a wanted key may be in, and the keys there and above.
  private var lowest = 0
  private var candidates = 0

  private static let ranges = 2048

  /// - Parameter highest: about the highest score.
  init(limit: Int, highest: UInt32) {
    self.limit = limit
    threshold = limit == 0 ? .max : 0
    room = min(max(2 * limit, 64), 4096)
    keys = .allocate(capacity: room)
    // Where nothing is wanted, nothing is counted.
    counts = .allocate(capacity: limit == 0 ? 0 : Self.ranges)
    counts.initialize(repeating: 0, count: limit == 0 ? 0 : Self.ranges)
    rangeBits = UInt64(max(0, 21 - highest.leadingZeroBitCount))
  }

  deinit {
    keys.deallocate()
    counts.deallocate()
  }

  @inline(__always)
  static func key(score: UInt32, document: UInt32) -> UInt64 {
    UInt64(score) &<< 32 | UInt64(~document)
  }

  static func score(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key &>> 32) }
  static func document(of key: UInt64) -> UInt32 { ~UInt32(truncatingIfNeeded: key) }

  /// Takes notice that as many documents as are wanted have at least this score.
  mutating func raise(to score: UInt32) {
    threshold = max(threshold, Self.key(score: score, document: .max) &- (score > 0 ? 1 : 0))
  }

  @inline(__always)
  mutating func insert(_ key: UInt64) {
    guard key > threshold else { return }
    if count == room {
      makeRoom()
      guard key > threshold else { return }
    }
    keys[count] = key
    count &+= 1
    tally(key)
  }

  @inline(__always)
  private mutating func tally(_ key: UInt64) {
    // The thread sanitizer of Swift 6.3 takes the whole value for the address of what is changed
    // through a property of it.
    let counts = counts
    counts[min(Int(truncatingIfNeeded: key &>> (32 &+ rangeBits)), Self.ranges &- 1)] &+= 1
    candidates &+= 1
    guard candidates &- Int(counts[lowest]) >= limit else { return }
    repeat {
      candidates &-= Int(counts[lowest])
      lowest &+= 1
    } while candidates &- Int(counts[lowest]) >= limit
    raise(to: UInt32(truncatingIfNeeded: UInt64(lowest) &<< rangeBits))
  }

  private mutating func makeRoom() {
    guard room >= 2 * limit else {
      room *= 2
      let grown = UnsafeMutablePointer<UInt64>.allocate(capacity: room)
      grown.update(from: keys, count: count)
      keys.deallocate()
      keys = grown
      return
    }
    drop()
    guard count > limit + limit / 2 else { return }
    sort()
    count = limit
    threshold = keys[limit - 1]
    counts.update(repeating: 0, count: Self.ranges)
    (lowest, candidates) = (0, 0)
    for index in 0..<count { tally(keys[index]) }
  }

  /// Takes the best of other documents as well.
  mutating func add(_ other: borrowing TopHits) {
    for index in 0..<other.count { insert(other.keys[index]) }
  }

  /// The best first.
  mutating func sorted() -> [UInt64] {
    drop()
    sort()
    return Array(UnsafeBufferPointer(start: keys, count: min(count, limit)))
  }

  /// Drops the keys that were overtaken, as far as it is known.
  private mutating func drop() {
    var kept = 0
    for index in 0..<count {
      let key = keys[index]
      keys[kept] = key
      kept &+= key >= threshold ? 1 : 0
    }
    count = kept
  }

  private func sort() {
    guard count >= Self.fewestForRadix else {
      var all = UnsafeMutableBufferPointer(start: keys, count: count)
      return all.sort(by: >)
    }
    var isByDocument = true
    for index in 1..<count {
      isByDocument =
        isByDocument && Self.document(of: keys[index - 1]) < Self.document(of: keys[index])
    }
    sortByRadix(from: isByDocument ? 32 : 0)
  }

  private static let fewestForRadix = 128

  /// Sorts byte by byte, the lowest first (Knuth, "The art of computer programming", volume 3,
  /// 5.2.5); a byte that all have in common costs nothing, nor do those below `start`, in whose
  /// order the keys are already.
  private func sortByRadix(from start: UInt64) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { buffer in
      guard var target = buffer.baseAddress else { return }
      var source = keys
      var varying: UInt64 = 0
      for index in 0..<count { varying |= source[index] ^ source[0] }
      for shift in stride(from: start, to: 64, by: 8) where varying &>> shift & 255 != 0 {
        Self.distribute(source, to: target, count: count, shift: shift)
        swap(&source, &target)
      }
      if source != keys { keys.update(from: source, count: count) }
    }
  }

  /// Puts the keys in descending order of one byte.
  private static func distribute(
    _ source: UnsafePointer<UInt64>, to target: UnsafeMutablePointer<UInt64>, count: Int,
    shift: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
      guard let starts = starts.baseAddress else { return }
      starts.initialize(repeating: 0, count: 257)
      for index in 0..<count { starts[Int(~source[index] &>> shift & 255) &+ 1] &+= 1 }
      for digit in 1...256 { starts[digit] &+= starts[digit &- 1] }
      for index in 0..<count {
        let digit = Int(~source[index] &>> shift & 255)
        target[starts[digit]] = source[index]
        starts[digit] &+= 1
      }
    }
  }
}
