extension IndexReader {
  /// A page of the documents, in the order of a column. A document with several values counts by
  /// its smallest, in descending order by its largest; those without any come last. Equal values
  /// keep the order of the index.
  ///
  /// - Parameters:
  ///   - documents: as `Searcher.matches` gives them.
  ///   - offset: how many documents are left out before the page.
  /// - Returns: hits with score 0.
  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  public func sorted(
    _ documents: DocumentSets, by field: String, descending: Bool = false, offset: Int = 0,
    limit: Int
  ) throws -> [Hit] {
    let column = try SnapshotColumn(self, field)
    let (offset, limit) = (max(0, offset), max(0, limit))
    let wanted = offset.addingReportingOverflow(limit)
    var places: [SortPlace] = []
    var last: [Hit] = []
    for segment in segments.indices {
      var best = SmallestKeys(limit: wanted.overflow ? .max : wanted.partialValue)
      try documents.forEach(
        inSegment: segment, below: segments[segment].documentCount
      ) { (document) throws(FormatError) in
        if let key = try column.parts[segment].view.sortKey(of: document, descending) {
          best.insert(key, UInt32(document))
        } else {
          last.append(Hit(segment: segment, document: UInt32(document), score: 0))
        }
      }
      for (key, document) in best.keys {
        places.append(
          try SortPlace(key, document, segment: segment, of: column, descending: descending))
      }
    }
    places.sort { $0.precedes($1, descending: descending) }
    return Array((places.map(\.hit) + last).dropFirst(offset).prefix(limit))
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

/// A document with its value, comparable over all segments.
private struct SortPlace {
  let hit: Hit
  private let key: Int64
  private let keyword: ExactString?

  init(
    _ key: Int64, _ document: UInt32, segment: Int, of column: SnapshotColumn, descending: Bool
  ) throws(FormatError) {
    let place = Int(descending ? ~key : key)
    hit = Hit(segment: segment, document: document, score: 0)
    keyword = try column.parts[segment].keywords.map { keywords throws(FormatError) in
      ExactString(try keywords.text(at: place))
    }
    self.key = key
  }

  func precedes(_ other: SortPlace, descending: Bool) -> Bool {
    if let keyword, let otherKeyword = other.keyword {
      if keyword != otherKeyword { return descending != (keyword < otherKeyword) }
    } else if key != other.key {
      return key < other.key
    }
    return (hit.segment, hit.document) < (other.hit.segment, other.hit.document)
  }
}

/// The documents of the smallest keys, earlier documents first where keys are equal: a heap with
/// the largest on top.
private struct SmallestKeys {
  let limit: Int
  private(set) var keys: [(key: Int64, document: UInt32)] = []

  init(limit: Int) { self.limit = limit }

  mutating func insert(_ key: Int64, _ document: UInt32) {
    if keys.count < limit {
      keys.append((key, document))
      siftUp()
    } else if let top = keys.first, (key, document) < top {
      keys[0] = (key, document)
      siftDown()
    }
  }

  private mutating func siftUp() {
    var place = keys.count - 1
    while place > 0, keys[(place - 1) / 2] < keys[place] {
      keys.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func siftDown() {
    var place = 0
    while 2 * place + 1 < keys.count {
      var child = 2 * place + 1
      if child + 1 < keys.count, keys[child] < keys[child + 1] { child += 1 }
      guard keys[place] < keys[child] else { return }
      keys.swapAt(place, child)
      place = child
    }
  }
}
