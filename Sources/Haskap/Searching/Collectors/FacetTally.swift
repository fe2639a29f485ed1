/// Counts by number: in an array where the numbers lie close together, else in a dictionary.
struct FacetTally {
  private static let widest: UInt64 = 1 << 20
  private let base: Int64
  private var dense: [Int]
  private var sparse: [Int64: Int] = [:]

  init(_ bounds: ClosedRange<Int64>?) {
    let spread = bounds.map { UInt64(bitPattern: $0.upperBound &- $0.lowerBound) } ?? 0
    base = bounds?.lowerBound ?? 0
    dense = bounds != nil && spread < Self.widest ? [Int](repeating: 0, count: Int(spread) + 1) : []
  }

  @inline(__always)
  mutating func add(_ number: Int64) {
    let index = UInt64(bitPattern: number &- base)
    if index < UInt64(dense.count) {
      dense[Int(index)] += 1
    } else {
      sparse[number, default: 0] += 1
    }
  }

  /// In the order of the numbers.
  func visit<Failure>(
    _ body: (_ number: Int64, _ count: Int) throws(Failure) -> Void
  ) throws(Failure) {
    for (index, count) in dense.enumerated() where count > 0 {
      try body(base &+ Int64(index), count)
    }
    // A value outside of the bounds is met nowhere, so one of both is empty.
    for (number, count) in sparse.sorted(by: { $0.key < $1.key }) { try body(number, count) }
  }
}
