/// Counts the values of a column among the matching documents.
final class FacetCollector: MatchCollector {
  private let column: SnapshotColumn
  private var segment = 0
  private var view: Column.View?
  private var tally = FacetTally(nil)
  private var keywords: [KeywordCounts] = []
  private var numbers: [Int64: Int] = [:]

  init(_ column: SnapshotColumn) { self.column = column }

  func begin(_ segment: Int) throws {
    try finish()
    self.segment = segment
    let view = try column.view(segment)
    tally = FacetTally(view.bounds)
    self.view = view
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    guard let view else { return }
    // Each change of a property is checked by itself.
    var tally = FacetTally(nil)
    swap(&tally, &self.tally)
    defer { swap(&tally, &self.tally) }
    for index in 0..<window.wordCount where words[index] != 0 {
      try view.forEachValue(of: words[index], from: window.start &+ index &* 64) {
        tally.add($1, of: $0)
      }
    }
  }

  /// Adds the segment's counts to those of all.
  private func finish() throws {
    if let dictionary = column.keywords(segment) {
      keywords.append(try KeywordCounts(tally, dictionary))
    } else {
      tally.visit { numbers[$0, default: 0] += $1 }
    }
    tally = FacetTally(nil)
  }

  /// Adds the segments that follow.
  func add(_ other: FacetCollector) throws {
    try finish()
    try other.finish()
    keywords += other.keywords
    numbers.merge(other.numbers, uniquingKeysWith: +)
  }

  /// The most frequent value first; equal counts in the order of the values.
  func counts() throws -> [FacetCount] {
    try finish()
    let byNumber = try numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: try column.value($0.key, segment: 0), count: $0.value) }
    return KeywordCounts.sum(of: keywords[...]).sorted + byNumber
  }
}
