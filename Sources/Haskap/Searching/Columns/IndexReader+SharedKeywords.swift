extension IndexReader {
  /// Of some documents those that have a keyword of a column which others have: a join, without a term
  /// for each of thousands of keywords.
  ///
  /// - Throws: `SchemaError` when the field has no column of keywords; `FormatError`.
  package func documents(
    _ documents: DocumentSets, sharing field: String, with others: DocumentSets
  ) throws -> DocumentSets {
    let column = try column(field, .keyword)
    let shared = try keywords(of: others, column)
    return DocumentSets(
      words: try eachSegment { segment in
        let count = self.segments[segment].documentCount
        var words = [UInt64](repeating: 0, count: (count + 63) / 64)
        try self.forEachKeyword(of: documents, column, segment) { document, keyword in
          if shared[segment][keyword] { words[document >> 6] |= 1 << UInt64(document & 63) }
        }
        return words
      })
  }

  /// By segment and place in its dictionary, whether the documents of any segment have a keyword.
  private func keywords(of documents: DocumentSets, _ column: SnapshotColumn) throws -> [[Bool]] {
    let own = try eachSegment { segment in
      let count = column.keywords(segment)?.count ?? 0
      var own = [Bool](repeating: false, count: count)
      try self.forEachKeyword(of: documents, column, segment) { own[$1] = true }
      return own
    }
    return try eachSegment { segment in
      var all = own[segment]
      guard let keywords = column.keywords(segment) else { return all }
      for other in own.indices where other != segment {
        try column.keywords(other)?.forEachPlace(of: own[other], in: keywords) {
          all[$0] = true
        }
      }
      return all
    }
  }

  private func forEachKeyword(
    of documents: DocumentSets, _ column: SnapshotColumn, _ segment: Int,
    _ body: (_ document: Int, _ keyword: Int) -> Void
  ) throws {
    try TimeLimit.check()
    let count = segments[segment].documentCount
    guard documents.words.indices.contains(segment) else { return }
    let view = try column.view(segment)
    for (index, word) in documents.words[segment].enumerated() where index &* 64 < count {
      let some = word & Bits.first(count &- index &* 64)
      try view.forEachValue(of: some, from: index &* 64) { body($0, Int($1)) }
    }
  }
}
