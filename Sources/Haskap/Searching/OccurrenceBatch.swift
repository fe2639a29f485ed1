/// Occurrences of a unit that wait to be told apart by their rungs.
///
/// The boundary bits of two documents are far apart in memory, so each first look costs a cache
/// miss. Many occurrences are looked up in one loop without a branch, in which the misses overlap.
final class OccurrenceBatch {
  private let boundaries: BoundariesField
  private let ladder: UnitLadder
  private static let room = 1024
  private var capacity = OccurrenceBatch.room
  /// Where the occurrences begin, in scalars from the beginning of their field.
  private var starts: UnsafeMutablePointer<UInt32>
  private var patterns: UnsafeMutablePointer<UInt64>
  private var count = 0
  /// The documents, with the number of their occurrences.
  private var documents: [(document: UInt32, count: Int)] = []
  private var bits: [BoundaryBits] = []

  init(_ boundaries: BoundariesField, _ ladder: UnitLadder) {
    self.boundaries = boundaries
    self.ladder = ladder
    starts = .allocate(capacity: capacity)
    patterns = .allocate(capacity: capacity)
  }

  deinit {
    starts.deallocate()
    patterns.deallocate()
  }

  /// Whether it is time to call `take`.
  var isFull: Bool { count >= Self.room / 2 }

  /// Memory for so many occurrences, which the caller fills before `add`.
  @inline(__always)
  func extend(by length: Int) -> UnsafeMutablePointer<UInt32> {
    if count &+ length > capacity { grow(to: count &+ length) }
    return starts + count
  }

  /// Adds the occurrences of a document that stand in the memory given by `extend`.
  @inline(__always)
  func add(_ document: UInt32, count: Int) {
    guard count > 0 else { return }
    documents.append((document, count))
    self.count &+= count
  }

  private func grow(to length: Int) {
    capacity = max(length, capacity * 2)
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    larger.update(from: starts, count: count)
    starts.deallocate()
    starts = larger
    patterns.deallocate()
    patterns = .allocate(capacity: capacity)
  }

  /// Gives every document with its counts, in the order in which they were added, and empties the
  /// batch.
  @inline(__always)
  func take(_ body: (UInt32, RungCounts) -> Void) throws(FormatError) {
    bits.removeAll(keepingCapacity: true)
    for (document, _) in documents { bits.append(try boundaries.bits(of: Int(document))) }
    if ladder.isShort { try lookUp() }
    var first = 0
    for (index, (document, count)) in documents.enumerated() {
      var counts = RungCounts()
      if ladder.isShort {
        for place in first..<first &+ count { counts.add(ladder.rung(of: patterns[place])) }
      } else {
        for place in first..<first &+ count {
          guard let rung = ladder.rung(at: Int(starts[place]), in: bits[index]) else {
            throw tooShort(document, start: starts[place])
          }
          counts.add(rung)
        }
      }
      body(document, counts)
      first &+= count
    }
    count = 0
    documents.removeAll(keepingCapacity: true)
  }

  /// Reads the boundary bits under every occurrence.
  private func lookUp() throws(FormatError) {
    let width = ladder.length &+ 1
    var first = 0
    for (index, (document, count)) in documents.enumerated() {
      let bits = bits[index]
      // The occurrences ascend: if the last lies inside, all do.
      guard bits.holds(Int(starts[first &+ count &- 1]), width: width) else {
        throw tooShort(document, start: starts[first &+ count &- 1])
      }
      for place in first..<first &+ count {
        patterns[place] = bits.uncheckedPattern(at: Int(starts[place]), width: width)
      }
      first &+= count
    }
  }

  private func tooShort(_ document: UInt32, start: UInt32) -> FormatError {
    boundaries.error(
      "boundaries of document \(document) up to \(Int(start) + ladder.length)", found: 0)
  }
}
