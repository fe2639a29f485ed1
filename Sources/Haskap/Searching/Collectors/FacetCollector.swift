/// Counts the values of a column among the matching documents.
final class FacetCollector: MatchCollector {
  private let column: SnapshotColumn
  private var segment = 0
  private var tally = FacetTally(nil)
  private var keywords: [KeywordCounts] = []
  private var numbers: [Int64: Int] = [:]

  init(_ column: SnapshotColumn) { self.column = column }

  func begin(_ segment: Int) throws {
    try finish()
    self.segment = segment
    tally = FacetTally(column.parts[segment].view.bounds)
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    let view = column.parts[segment].view
    // What is a property is looked after at each change.
    var tally = FacetTally(nil)
    swap(&tally, &self.tally)
    defer { swap(&tally, &self.tally) }
    for index in 0..<window.wordCount {
      var rest = words[index]
      while rest != 0 {
        let document = window.start &+ index &* 64 &+ rest.trailingZeroBitCount
        try Self.count(document, view, in: &tally)
        rest &= rest &- 1
      }
    }
  }

  @inline(__always)
  private static func count(
    _ document: Int, _ view: Column.View, in tally: inout FacetTally
  ) throws(FormatError) {
    let range = try view.range(of: document)
    guard range.count > 1 else {
      if !range.isEmpty { tally.add(try view.value(at: range.lowerBound)) }
      return
    }
    try countEach(range, view, in: &tally)
  }

  /// Counts several values, each once.
  private static func countEach(
    _ range: Range<Int>, _ view: Column.View, in tally: inout FacetTally
  ) throws(FormatError) {
    var values: [Int64] = []
    for index in range { values.append(try view.value(at: index)) }
    values.sort()
    for (index, value) in values.enumerated() where index == 0 || values[index - 1] != value {
      tally.add(value)
    }
  }

  /// Adds the segment's counts to those of all.
  private func finish() throws {
    if column.parts.indices.contains(segment), let dictionary = column.parts[segment].keywords {
      keywords.append(try KeywordCounts(tally, dictionary))
    } else {
      tally.visit { numbers[$0, default: 0] += $1 }
    }
    tally = FacetTally(nil)
  }

  /// The most frequent value first; equal counts in the order of the values.
  func counts() throws -> [FacetCount] {
    try finish()
    let byNumber = try numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: try column.value($0.key, segment: 0), count: $0.value) }
    return KeywordCounts.sum(of: keywords[...]).sorted + byNumber
  }
}
