internal import Haskap

/// Compares the answers of an index with those of a plain search through its documents.
///
/// A sample of the documents is compared one by one; the number of matches must be the same by all
/// ways to get it; counts of values and orders are compared with the stored values.
struct AnswerCheck {
  private let snapshot: QuerySnapshot
  private let documents: [PlainDocument]
  /// Answers with more matches than this are not loaded to be compared.
  private static let loaded = 2000

  /// - Parameter limit: the number of documents to compare.
  init(_ snapshot: QuerySnapshot, _ maker: QueryMaker, limit: Int) throws {
    let sample = try DocumentSample(snapshot)
    let documents =
      try maker.isStored
      ? sample.spread(limit).map { segment, document, stored in
        try PlainDocument(
          segment: segment, document: document,
          values: stored[maker.field].compactMap(\.text), maker)
      } : PlainDocument.restored(sample, snapshot, maker, limit)
    try self.init(snapshot, documents: documents)
  }

  init(_ snapshot: QuerySnapshot, documents: [PlainDocument]) throws {
    (self.snapshot, self.documents) = (snapshot, documents)
  }

  var documentCount: Int { documents.count }

  /// - Returns: the number of matches.
  /// - Throws: `WrongAnswer`.
  func check(_ query: BenchQuery) throws -> Int {
    let found = try query.run(on: snapshot)
    guard let engineQuery = query.query else { return try checkQuestion(query, found) }
    let prepared = try snapshot.searcher.prepare(engineQuery)
    var request = query.request
    request.gathersDocuments = true
    let sets = try prepared.run(request).documents ?? DocumentSets(words: [])
    let members = sets.words.joined().reduce(0) { $0 + $1.nonzeroBitCount }
    let totals = [found.total ?? 0, try prepared.count(), members]
    guard Set(totals).count == 1 else {
      throw wrong(query, "has \(totals.map(String.init).joined(separator: ", ")) matches")
    }
    for document in documents {
      let isFound = sets.contains(segment: document.segment, document: document.document)
      guard let expected = document.matches(engineQuery), expected != isFound else { continue }
      throw wrong(
        query,
        "\(isFound ? "finds" : "misses") document \(document.document) of segment "
          + "\(document.segment), which \(expected ? "has it" : "does not have it")")
    }
    try checkOrder(query, found)
    if members <= Self.loaded { try checkColumns(query, found, sets) }
    return members
  }

  /// Every hit must match, and the scores must not rise.
  private func checkQuestion(_ query: BenchQuery, _ found: SearchResponse) throws -> Int {
    try checkOrder(query, found)
    guard found.hits.count == min(query.request.limit, found.total ?? 0) else {
      throw wrong(query, "shows \(found.hits.count) of \(found.total ?? 0) matches")
    }
    return found.total ?? 0
  }

  private func checkOrder(_ query: BenchQuery, _ found: SearchResponse) throws {
    guard query.request.sort == nil else { return }
    for (better, worse) in zip(found.hits, found.hits.dropFirst()) where better.score < worse.score
    {
      throw wrong(query, "shows a score of \(better.score) before one of \(worse.score)")
    }
  }

  private func checkColumns(
    _ query: BenchQuery, _ found: SearchResponse, _ sets: DocumentSets
  ) throws {
    let (facet, sort) = (query.request.facets.first, query.request.sort)
    guard let column = facet ?? sort?.field, snapshot.reader.schema[column]?.isStored == true
    else { return }
    let values = try sets.places.map { segment, document in
      try snapshot.reader.storedDocument(segment: segment, document: document)[column]
    }
    if facet != nil {
      let counted = values.flatMap(Set.init).reduce(into: [:]) { $0[$1, default: 0] += 1 }
      let given = found.facets.first ?? []
      guard counted == Dictionary(given.map { ($0.value, $0.count) }, uniquingKeysWith: +) else {
        throw wrong(query, "counts the values of '\(column)' otherwise than the documents do")
      }
    } else if let sort {
      try checkSorted(query, found, sort, values)
    }
  }

  /// The values of the hits must be the first of all in the order that was asked for.
  private func checkSorted(
    _ query: BenchQuery, _ found: SearchResponse, _ sort: SearchSort, _ values: [[FieldValue]]
  ) throws {
    let isDecimal = snapshot.reader.schema[sort.field]?.kind == .decimal
    func deciding(_ values: [FieldValue]) -> SortedValue? {
      let sorted = values.map { SortedValue($0, isDecimal: isDecimal) }.sorted()
      return sort.isDescending ? sorted.last : sorted.first
    }
    let ascending = values.compactMap(deciding).sorted()
    let expected = (sort.isDescending ? ascending.reversed() : ascending).prefix(found.hits.count)
    let given = try found.hits.compactMap {
      deciding(try snapshot.reader.storedDocument($0)[sort.field])
    }
    guard Array(expected) == given else {
      throw wrong(query, "is not in the order of '\(sort.field)'")
    }
  }

  private func wrong(_ query: BenchQuery, _ problem: String) -> WrongAnswer {
    WrongAnswer("\(query.kind.rawValue) '\(query.text)' \(problem)")
  }
}

/// A stored value in the order of its column: numbers as such, dates and keywords by their bytes.
private struct SortedValue: Comparable {
  private let number: Int64
  private let decimal: Double
  private let text: [UInt8]

  init(_ value: FieldValue, isDecimal: Bool) {
    number = value.integer ?? (value.boolean == true ? 1 : 0)
    decimal = isDecimal ? value.text.flatMap(DecimalNumber.parse) ?? 0 : 0
    text = isDecimal ? [] : Array((value.text ?? "").utf8)
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.number != right.number { return left.number < right.number }
    if left.decimal != right.decimal { return left.decimal < right.decimal }
    return left.text.lexicographicallyPrecedes(right.text)
  }
}
