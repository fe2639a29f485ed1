/// Counts the values of a column among the matching documents.
final class FacetCollector: MatchCollector {
  private let column: SnapshotColumn
  private var segment = 0
  private var tally = FacetTally(nil)
  private var keywords: [ExactString: Int] = [:]
  private var numbers: [Int64: Int] = [:]

  init(_ column: SnapshotColumn) { self.column = column }

  func begin(_ segment: Int) throws {
    try finish()
    self.segment = segment
    tally = FacetTally(column.parts[segment].view.bounds)
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    let view = column.parts[segment].view
    for index in 0..<window.wordCount {
      var rest = words[index]
      while rest != 0 {
        try count(window.start &+ index &* 64 &+ rest.trailingZeroBitCount, view)
        rest &= rest &- 1
      }
    }
  }

  private func count(_ document: Int, _ view: Column.View) throws {
    let range = try view.range(of: document)
    guard range.count > 1 else {
      if let index = range.first { tally.add(try view.value(at: index)) }
      return
    }
    let values = try range.map { try view.value(at: $0) }.sorted()
    for (index, value) in values.enumerated() where index == 0 || values[index - 1] != value {
      tally.add(value)
    }
  }

  /// Adds the segment's counts to those of all.
  private func finish() throws {
    let dictionary = column.parts.indices.contains(segment) ? column.parts[segment].keywords : nil
    try tally.visit { (number, count) throws(FormatError) in
      if let dictionary {
        keywords[ExactString(try dictionary.text(at: Int(number))), default: 0] += count
      } else {
        numbers[number, default: 0] += count
      }
    }
    tally = FacetTally(nil)
  }

  /// The most frequent value first; equal counts in the order of the values.
  func counts() throws -> [FacetCount] {
    try finish()
    let byKeyword = keywords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: .text($0.key.text), count: $0.value) }
    let byNumber = try numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { FacetCount(value: try column.value($0.key, segment: 0), count: $0.value) }
    return byKeyword + byNumber
  }
}
