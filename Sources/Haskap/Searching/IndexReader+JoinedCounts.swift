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
      for segment in segments.indices {
        try forEachDocument(of: documents, segment) { document in
          let own = try keys.numbers(of: document, segment)
          let joined = joins.indices.filter { joins[$0].documents.contains(document, segment) }
          for value in try values.numbers(of: document, segment)
          where joined.contains(where: { join in
            own.contains { told[join].contains($0, value) }
          }) {
            counts[value, default: 0] += 1
          }
        }
      }
      return try counts.map { FacetCount(value: .text(try values.text($0.key)), count: $0.value) }
    }
  }

  private func pairs(
    of documents: DocumentSets, _ keys: inout KeywordNumbers, _ values: inout KeywordNumbers
  ) throws -> KeywordPairs {
    var pairs = KeywordPairs(values: values.bound)
    for segment in segments.indices {
      try forEachDocument(of: documents, segment) { document in
        let own = try values.numbers(of: document, segment)
        for key in try keys.numbers(of: document, segment) {
          for value in own { pairs.insert(key, value) }
        }
      }
    }
    return pairs
  }
}

/// Pairs of a key and a value: a row of bits for each key that was met, as most of the many keys are not.
private struct KeywordPairs {
  private let width: Int
  private var rows: [Int: Int] = [:]
  private var bits: [UInt64] = []

  /// - Parameter values: above all their numbers.
  init(values: Int) { width = (values + 63) / 64 }

  mutating func insert(_ key: Int, _ value: Int) {
    guard value < width * 64 else { return }
    let row = rows[key] ?? rows.count
    if row == rows.count {
      rows[key] = row
      bits += repeatElement(0, count: width)
    }
    bits[row * width + value >> 6] |= 1 << UInt64(value & 63)
  }

  func contains(_ key: Int, _ value: Int) -> Bool {
    guard let row = rows[key], value < width * 64 else { return false }
    return bits[row * width + value >> 6] & 1 << UInt64(value & 63) != 0
  }
}

/// Numbers the keywords of a column alike in all segments.
private struct KeywordNumbers {
  private let column: SnapshotColumn
  private let views: [Column.View]
  /// Of several segments: by segment and place in its dictionary.
  private var numbers: [[Int: Int]]
  private var known: [String: Int] = [:]
  private var texts: [String] = []

  init(_ column: SnapshotColumn) throws {
    self.column = column
    views = try column.segments.map { try column.view($0) }
    numbers = views.map { _ in [:] }
  }

  /// Above all numbers.
  var bound: Int {
    column.segments.reduce(1) { $0 + (column.keywords($1)?.count ?? 0) }
  }

  mutating func numbers(of document: Int, _ segment: Int) throws -> [Int] {
    let view = views[segment]
    return try view.range(of: document).map { try number(Int(view.value(at: $0)), segment) }
  }

  private mutating func number(_ place: Int, _ segment: Int) throws -> Int {
    guard numbers.count > 1 else { return place }
    if let number = numbers[segment][place] { return number }
    let text = try column.keywords(segment)?.text(at: place) ?? ""
    let number = known[text] ?? texts.count
    if number == texts.count {
      texts.append(text)
      known[text] = number
    }
    numbers[segment][place] = number
    return number
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
