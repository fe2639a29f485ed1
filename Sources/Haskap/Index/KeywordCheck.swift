/// Compares the postings of a keyword field with its column: both tell which documents have which
/// keywords.
struct KeywordCheck {
  private let index: InvertedIndex
  private let field: Int
  private let keywords: KeywordDictionary
  private let view: Column.View
  /// The keywords of each document by its postings.
  private var counts: [Int]

  /// - Throws: `FormatError` for the first document of which they tell otherwise.
  static func run(_ segment: Segment, _ field: String, _ column: Column) throws {
    guard let keywords = column.keywords, let number = segment.inverted.field(named: field) else {
      return
    }
    var check = KeywordCheck(
      index: segment.inverted, field: number, keywords: keywords, view: try column.view(),
      counts: [Int](repeating: 0, count: segment.documentCount))
    try check.checkPostings()
    try check.checkColumn()
  }

  private mutating func checkPostings() throws {
    var cursor = try index.dictionaries[field].cursor()
    let cache = BlockCache()
    // Both have them in the order of their bytes.
    var next = 0
    while try cursor.advance() {
      while next < keywords.count,
        try keywords.bytes(at: next).lexicographicallyPrecedes(cursor.term)
      {
        next += 1
      }
      let isThere = try next < keywords.count && keywords.bytes(at: next).elementsEqual(cursor.term)
      let place = isThere ? Int64(next) : nil
      let reader = try index.postings(of: cursor.info, field: field)
      cache.forget()
      for block in 0..<reader.allBlocks {
        cache.loadDocuments(reader, block: block)
        for number in 0..<cache.count {
          let document = Int(cache.documents[number])
          guard let place, try values(of: document).contains(place) else {
            let keyword = String(decoding: cursor.term, as: UTF8.self)
            throw error("no '\(keyword)' in document \(document), as in its column", "one")
          }
          counts[document] += 1
        }
      }
    }
  }

  private func checkColumn() throws {
    // An empty keyword is a value of the column alone.
    let empty = try keywords.place(of: "").map(Int64.init)
    for document in counts.indices {
      let values = try values(of: document).filter { $0 != empty }
      let count = values.count < 2 ? values.count : Set(values).count
      guard count == counts[document] else {
        throw error("\(count) keywords of document \(document)", "\(counts[document])")
      }
    }
  }

  private func values(of document: Int) throws -> [Int64] {
    try view.range(of: document).map { try view.value(at: $0) }
  }

  private func error(_ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: index.postings.name, offset: 0, expected: expected, found: found)
  }
}
