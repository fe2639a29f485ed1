extension IndexReader {
  /// How many of the documents have each value of a column. A document with several values counts
  /// for each of them once.
  ///
  /// - Parameter documents: as `Searcher.matches` gives them.
  /// - Returns: the most frequent value first; equal counts in the order of the values.
  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  public func facets(_ field: String, of documents: DocumentSets) throws -> [FacetCount] {
    let column = try SnapshotColumn(self, field)
    var keywords: [ExactString: Int] = [:]
    var numbers: [Int64: Int] = [:]
    for (segment, part) in column.parts.enumerated() {
      var tally = Tally(part.view.bounds)
      try count(documents, segment, part.view, into: &tally)
      try tally.visit { (number, count) throws(FormatError) in
        if let dictionary = part.keywords {
          keywords[ExactString(try dictionary.text(at: Int(number))), default: 0] += count
        } else {
          numbers[number, default: 0] += count
        }
      }
    }
    let byKeyword = keywords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: .text($0.key.text), count: $0.value) }
    let byNumber = try numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: try column.value($0.key, segment: 0), count: $0.value) }
    return byKeyword + byNumber
  }

  private func count(
    _ documents: DocumentSets, _ segment: Int, _ view: Column.View, into tally: inout Tally
  ) throws(FormatError) {
    var seen: Set<Int64> = []
    try documents.forEach(
      inSegment: segment, below: segments[segment].documentCount
    ) { (document) throws(FormatError) in
      let range = try view.range(of: document)
      seen.removeAll(keepingCapacity: true)
      for index in range {
        let value = try view.value(at: index)
        if try isNew(value, at: index, range, view, &seen) { tally.add(value) }
      }
    }
  }

  /// Whether a document has a value for the first time. Of few values, looking back is cheaper than
  /// a set.
  @inline(__always)
  private func isNew(
    _ value: Int64, at index: Int, _ range: Range<Int>, _ view: Column.View,
    _ seen: inout Set<Int64>
  ) throws(FormatError) -> Bool {
    guard range.count <= 16 else { return seen.insert(value).inserted }
    for earlier in range.lowerBound..<index where try view.value(at: earlier) == value {
      return false
    }
    return true
  }
}

/// Counts by number: in an array where the numbers lie close together, else in a dictionary.
private struct Tally {
  private static let widest: UInt64 = 1 << 20
  private let base: Int64
  private var dense: [Int]
  private var sparse: [Int64: Int] = [:]

  init(_ bounds: ClosedRange<Int64>?) {
    let spread = bounds.map { UInt64(bitPattern: $0.upperBound &- $0.lowerBound) } ?? 0
    base = bounds?.lowerBound ?? 0
    dense = spread < Self.widest ? [Int](repeating: 0, count: Int(spread) + 1) : []
  }

  @inline(__always)
  mutating func add(_ number: Int64) {
    let place = UInt64(bitPattern: number &- base)
    if place < UInt64(dense.count) {
      dense[Int(place)] += 1
    } else {
      sparse[number, default: 0] += 1
    }
  }

  func visit<Failure>(
    _ body: (_ number: Int64, _ count: Int) throws(Failure) -> Void
  ) throws(Failure) {
    for (place, count) in dense.enumerated() where count > 0 {
      try body(base &+ Int64(place), count)
    }
    for (number, count) in sparse { try body(number, count) }
  }
}
