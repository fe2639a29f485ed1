/// Finds the first documents in the order of a column.
final class SortCollector: MatchCollector {
  private let column: SnapshotColumn
  private let isDescending: Bool
  private let limit: Int
  private var segment = 0
  private var view: Column.View?
  private var best: SmallestKeys
  private var sorted: [SortedHit] = []
  /// Documents without a value.
  private var last: [Hit] = []

  /// - Parameter limit: how many documents are wanted.
  init(_ column: SnapshotColumn, descending: Bool, limit: Int) {
    self.column = column
    isDescending = descending
    self.limit = limit
    best = SmallestKeys(limit: limit)
  }

  func begin(_ segment: Int) throws {
    try finish()
    self.segment = segment
    view = try column.view(segment)
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    guard let view else { return }
    for index in 0..<window.wordCount {
      var rest = words[index]
      while rest != 0 {
        let document = window.start &+ index &* 64 &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        if let key = try view.sortKey(of: document, isDescending) {
          best.insert(key, UInt32(document))
        } else if last.count < limit {
          last.append(Hit(segment: segment, document: UInt32(document), score: 0))
        }
      }
    }
  }

  /// Adds the segments that follow.
  func add(_ other: SortCollector) throws {
    try finish()
    try other.finish()
    sorted += other.sorted
    last += other.last
  }

  /// Makes the segment's documents comparable with those of others.
  private func finish() throws {
    for (key, document) in best.keys {
      sorted.append(
        try SortedHit(key, document, segment: segment, of: column, descending: isDescending))
    }
    best = SmallestKeys(limit: limit)
  }

  func hits() throws -> [Hit] {
    try finish()
    sorted.sort { $0.precedes($1, descending: isDescending) }
    return Array((sorted.map(\.hit) + last).prefix(limit))
  }
}

extension Column.View {
  /// Ascending keys of the order that is asked for.
  fileprivate func sortKey(
    of document: Int, _ descending: Bool
  ) throws(FormatError) -> Int64? {
    var best: Int64?
    for index in try range(of: document) {
      let value = try value(at: index)
      let key = descending ? ~value : value
      best = min(best ?? key, key)
    }
    return best
  }
}
