/// Counts of documents by number: in an array where the numbers lie close together, else in a dictionary.
struct FacetTally {
  private static let widest: UInt64 = 1 << 20
  private let base: Int64
  private var dense: [Entry]
  private var sparse: [Int64: Entry] = [:]

  private struct Entry {
    private(set) var count: UInt32 = 0
    /// The number of the last document and 1.
    private var last: UInt32 = 0

    /// A document that has a number several times counts once.
    @inline(__always)
    mutating func add(_ document: Int) {
      let document = UInt32(truncatingIfNeeded: document &+ 1)
      count &+= last == document ? 0 : 1
      last = document
    }
  }

  init(_ bounds: ClosedRange<Int64>?) {
    let spread = bounds.map { UInt64(bitPattern: $0.upperBound &- $0.lowerBound) } ?? 0
    base = bounds?.lowerBound ?? 0
    let isDense = bounds != nil && spread < Self.widest
    dense = isDense ? Array(repeating: Entry(), count: Int(spread) + 1) : []
  }

  /// All numbers of a document are added before those of another.
  @inline(__always)
  mutating func add(_ number: Int64, of document: Int) {
    let index = UInt64(bitPattern: number &- base)
    if index < UInt64(dense.count) {
      dense[Int(index)].add(document)
    } else {
      sparse[number, default: Entry()].add(document)
    }
  }

  /// In the order of the numbers.
  func visit<Failure>(
    _ body: (_ number: Int64, _ count: Int) throws(Failure) -> Void
  ) throws(Failure) {
    for (index, entry) in dense.enumerated() where entry.count > 0 {
      try body(base &+ Int64(index), Int(entry.count))
    }
    // A value outside of the bounds is met nowhere, so one of both is empty.
    for (number, entry) in sparse.sorted(by: { $0.key < $1.key }) {
      try body(number, Int(entry.count))
    }
  }
}
