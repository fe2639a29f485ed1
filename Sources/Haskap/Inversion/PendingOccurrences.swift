/// Occurrences that wait to be written to the streams of their terms.
///
/// In the order of a text nearly every occurrence goes to another place in memory, and to reach it
/// takes longer than all other work on it. So thousands of them wait, and are then written part by
/// part of the table: what is known of a part's terms, and where their streams end, stays in the
/// cache meanwhile.
final class PendingOccurrences {
  struct Occurrence {
    /// Of the term's entry, counted from 1.
    var number: UInt32
    var document: UInt32
    var position: UInt32
  }

  private var waiting: UnsafeMutablePointer<Occurrence>
  private var ordered: UnsafeMutablePointer<Occurrence>
  private var capacity = TermBatch.capacity * 16
  private(set) var count = 0

  private static let mostWaiting = 1 << 14
  /// The table is cut into at most so many parts.
  private static let partBits = 10

  init() {
    waiting = .allocate(capacity: capacity)
    ordered = .allocate(capacity: capacity)
  }

  deinit {
    waiting.deallocate()
    ordered.deallocate()
  }

  /// Bytes of memory in use.
  var byteCount: Int { Self.byteCount(capacity) }

  private static func byteCount(_ capacity: Int) -> Int {
    2 * capacity * MemoryLayout<Occurrence>.stride
  }

  /// The most memory that it takes beyond what is in use when there are so many terms, in bytes.
  func longestGrowth(terms: Int) -> Int {
    Self.byteCount(Self.capacity(terms: terms)) - byteCount
  }

  /// For few terms, which the cache holds anyway, few occurrences wait.
  private static func capacity(terms: Int) -> Int {
    var capacity = TermBatch.capacity * 16
    while capacity < min(4 * terms, mostWaiting) { capacity *= 2 }
    return capacity
  }

  /// Whether a batch more has room.
  var isFull: Bool { count + TermBatch.capacity > capacity }

  /// Adds the terms of a batch, at positions that follow each other.
  @inline(__always)
  func append(_ batch: TermBatch, document: UInt32, position: UInt32) {
    let (target, numbers) = (waiting + count, batch.numbers)
    for index in 0..<batch.count {
      target[index] = Occurrence(
        number: numbers[index], document: document,
        position: position &+ UInt32(truncatingIfNeeded: index))
    }
    count &+= batch.count
  }

  /// All, those of one term in the order in which they were added.
  ///
  /// - Parameter terms: the largest number.
  func ordered(terms: Int) -> UnsafeBufferPointer<Occurrence> {
    let shift = UInt32(max(0, Int.bitWidth - terms.leadingZeroBitCount - Self.partBits))
    return UnsafeBufferPointer(start: shift == 0 ? waiting : order(shift), count: count)
  }

  func removeAll(terms: Int) {
    count = 0
    grow(Self.capacity(terms: terms))
  }

  /// Orders them by the upper bits of the terms' numbers.
  private func order(_ shift: UInt32) -> UnsafeMutablePointer<Occurrence> {
    let (waiting, ordered, count) = (waiting, ordered, count)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Self.partBits) { ends in
      ends.initialize(repeating: 0)
      guard let ends = ends.baseAddress else { return }
      for index in 0..<count { ends[Int(waiting[index].number &>> shift)] &+= 1 }
      var total = 0
      for part in 0..<1 << Self.partBits {
        total &+= ends[part]
        ends[part] = total &- ends[part]
      }
      for index in 0..<count {
        let part = Int(waiting[index].number &>> shift)
        ordered[ends[part]] = waiting[index]
        ends[part] &+= 1
      }
    }
    return ordered
  }

  private func grow(_ capacity: Int) {
    guard capacity > self.capacity else { return }
    self.capacity = capacity
    waiting.deallocate()
    ordered.deallocate()
    waiting = .allocate(capacity: capacity)
    ordered = .allocate(capacity: capacity)
  }
}
