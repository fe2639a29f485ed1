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
    var values = try fields.map { try KeywordNumbers(column($0, .keyword)) }
    let asked = try keys.set(of: documents, in: self)
    let told = try joins.map { try pairs(of: $0.others, asked, &keys, &values) }
    var counts = fields.map { _ in [Int: Int]() }
    var own: [Int] = []
    for segment in segments.indices {
      let (ofKeys, ofValues) = (keys.views[segment], values.map { $0.views[segment] })
      try documents.forEach(inSegment: segment, below: segments[segment].documentCount) {
        document in
        let joined = joins.indices.filter { joins[$0].documents.contains(document, segment) }
        guard !joined.isEmpty else { return }
        own.removeAll(keepingCapacity: true)
        try keys.forEach(of: document, segment, ofKeys) { own.append($0) }
        for field in fields.indices {
          try values[field].forEach(of: document, segment, ofValues[field]) { value in
            let isTold = joined.contains { join in
              own.contains { told[join][field].contains($0, value) }
            }
            if isTold { counts[field][value, default: 0] += 1 }
          }
        }
      }
    }
    return try zip(counts, values).map { counts, values in
      try counts.map { FacetCount(value: .text(try values.text($0.key)), count: $0.value) }
    }
  }

  /// By field, what some documents say of the keys that are asked about.
  private func pairs(
    of documents: DocumentSets, _ asked: NumberSet, _ keys: inout KeywordNumbers,
    _ values: inout [KeywordNumbers]
  ) throws -> [KeywordPairs] {
    var pairs = values.map { _ in KeywordPairs() }
    var (own, said): ([Int], [Int]) = ([], [])
    for segment in segments.indices {
      try TimeLimit.check()
      let (ofKeys, ofValues) = (keys.views[segment], values.map { $0.views[segment] })
      try documents.forEach(inSegment: segment, below: segments[segment].documentCount) {
        document in
        own.removeAll(keepingCapacity: true)
        try keys.forEach(of: document, segment, ofKeys) {
          if asked.contains($0) { own.append($0) }
        }
        guard !own.isEmpty else { return }
        for field in values.indices {
          said.removeAll(keepingCapacity: true)
          try values[field].forEach(of: document, segment, ofValues[field]) { said.append($0) }
          for key in own { pairs[field].insert(key, said) }
        }
      }
    }
    return pairs
  }
}

/// A set of small numbers, as bits.
private struct NumberSet {
  private var words: [UInt64] = []

  mutating func insert(_ number: Int) {
    let missing = number >> 6 + 1 - words.count
    if missing > 0 { words += repeatElement(0, count: missing) }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] & 1 << UInt64(number & 63) != 0
  }
}

/// Pairs of a key and a value: a set of values for each key.
private struct KeywordPairs {
  private var values: [NumberSet] = []

  mutating func insert(_ key: Int, _ some: [Int]) {
    if key >= values.count { values += repeatElement(NumberSet(), count: key + 1 - values.count) }
    for value in some { values[key].insert(value) }
  }

  func contains(_ key: Int, _ value: Int) -> Bool {
    key < values.count && values[key].contains(value)
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

  /// Those that documents have.
  mutating func set(of documents: DocumentSets, in reader: IndexReader) throws -> NumberSet {
    var set = NumberSet()
    for segment in views.indices {
      let count = reader.segments[segment].documentCount
      try documents.forEach(inSegment: segment, below: count) { document in
        try forEach(of: document, segment, views[segment]) { set.insert($0) }
      }
    }
    return set
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
