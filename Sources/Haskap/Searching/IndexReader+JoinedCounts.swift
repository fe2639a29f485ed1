/// How many documents have a value, counted where others say it that share a keyword with them.
extension IndexReader {
  /// Documents of which each counts by what others say.
  package struct Join {
    /// Those that this is about.
    package var documents: DocumentSets
    /// Those that say it.
    package var others: DocumentSets

    package init(documents: DocumentSets, others: DocumentSets) {
      (self.documents, self.others) = (documents, others)
    }
  }

  /// By column, how many of some documents have each of its values which one of the others has as well that
  /// some join gives them.
  ///
  /// - Throws: `SchemaError` when a field has no column of keywords; `FormatError`.
  package func counts(
    of fields: [String], among documents: DocumentSets, sharing field: String, by joins: [Join]
  ) throws -> [[FacetCount]] {
    var keys = try KeywordNumbers(column(field, .keyword))
    return try fields.map { field in
      var values = try KeywordNumbers(column(field, .keyword))
      let told = try joins.map { try pairs(of: $0.others, &keys, &values) }
      var counts: [Int: Int] = [:]
      var own: [Int] = []
      for segment in segments.indices {
        let (ofKeys, ofValues) = (keys.views[segment], values.views[segment])
        try forEachDocument(of: documents, segment) { document in
          own.removeAll(keepingCapacity: true)
          try keys.forEach(of: document, segment, ofKeys) { own.append($0) }
          let joined = joins.indices.filter { joins[$0].documents.contains(document, segment) }
          try values.forEach(of: document, segment, ofValues) { value in
            let isTold = joined.contains { join in
              own.contains { told[join].contains($0, value) }
            }
            if isTold { counts[value, default: 0] += 1 }
          }
        }
      }
      return try counts.map { FacetCount(value: .text(try values.text($0.key)), count: $0.value) }
    }
  }

  private func pairs(
    of documents: DocumentSets, _ keys: inout KeywordNumbers, _ values: inout KeywordNumbers
  ) throws -> KeywordPairs {
    var pairs = KeywordPairs()
    var own: [Int] = []
    for segment in segments.indices {
      let (ofKeys, ofValues) = (keys.views[segment], values.views[segment])
      try forEachDocument(of: documents, segment) { document in
        own.removeAll(keepingCapacity: true)
        try values.forEach(of: document, segment, ofValues) { own.append($0) }
        guard !own.isEmpty else { return }
        try keys.forEach(of: document, segment, ofKeys) { pairs.insert($0, own) }
      }
    }
    return pairs
  }
}

/// Pairs of a key and a value: a row of bits for each key, as long as its values need.
private struct KeywordPairs {
  private var rows: [[UInt64]] = []

  mutating func insert(_ key: Int, _ values: [Int]) {
    if key >= rows.count { rows += repeatElement([], count: key + 1 - rows.count) }
    for value in values {
      let missing = value >> 6 + 1 - rows[key].count
      if missing > 0 { rows[key] += repeatElement(0, count: missing) }
      rows[key][value >> 6] |= 1 << UInt64(value & 63)
    }
  }

  func contains(_ key: Int, _ value: Int) -> Bool {
    guard key < rows.count, value >> 6 < rows[key].count else { return false }
    return rows[key][value >> 6] & 1 << UInt64(value & 63) != 0
  }
}

/// Numbers the keywords of a column alike in all segments, in the order in which they are met.
private struct KeywordNumbers {
  private let column: SnapshotColumn
  /// By segment, to be taken once for many documents.
  let views: [Column.View]
  /// Of several segments: by segment and place in its dictionary; none of a segment that was not met.
  private var numbers: [[Int32]]
  private var known: [String: Int32] = [:]
  private var texts: [String] = []

  init(_ column: SnapshotColumn) throws {
    self.column = column
    views = try column.segments.map { try column.view($0) }
    numbers = views.map { _ in [] }
  }

  @inline(__always)
  mutating func forEach(
    of document: Int, _ segment: Int, _ view: Column.View, _ body: (Int) -> Void
  ) throws {
    for index in try view.range(of: document) {
      body(try number(Int(view.value(at: index)), segment))
    }
  }

  private mutating func number(_ place: Int, _ segment: Int) throws -> Int {
    guard numbers.count > 1 else { return place }
    if numbers[segment].isEmpty {
      numbers[segment] = Array(repeating: -1, count: column.keywords(segment)?.count ?? 0)
    }
    let number = numbers[segment][place]
    return number >= 0 ? Int(number) : try newNumber(place, segment)
  }

  private mutating func newNumber(_ place: Int, _ segment: Int) throws -> Int {
    let text = try column.keywords(segment)?.text(at: place) ?? ""
    let number = known[text] ?? Int32(texts.count)
    if number == texts.count {
      texts.append(text)
      known[text] = number
    }
    numbers[segment][place] = number
    return Int(number)
  }

  func text(_ number: Int) throws -> String {
    numbers.count > 1 ? texts[number] : try column.keywords(0)?.text(at: number) ?? ""
  }
}

extension DocumentSets {
  package func isDisjoint(with other: DocumentSets) -> Bool {
    zip(words, other.words).allSatisfy { zip($0, $1).allSatisfy { $0 & $1 == 0 } }
  }

  fileprivate func contains(_ document: Int, _ segment: Int) -> Bool {
    guard words.indices.contains(segment), words[segment].indices.contains(document >> 6) else {
      return false
    }
    return words[segment][document >> 6] & 1 << UInt64(document & 63) != 0
  }
}
