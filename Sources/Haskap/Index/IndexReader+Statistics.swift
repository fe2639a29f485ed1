extension IndexReader {
  /// The places that words take in a text field, deleted documents included. Between two values
  /// of a document one place is left free, so that no phrase runs from one into the other.
  public func wordCount(of field: String) -> Int {
    segments.reduce(0) { sum, segment in
      guard let number = segment.inverted.field(named: field) else { return sum }
      return sum + segment.inverted.places[number].statistics.totalLength
    }
  }

  /// All values of a keyword field that has a column, in the order of their bytes. Values of
  /// deleted documents are included until a merge removes them.
  ///
  /// - Throws: `SchemaError` when the field has no column of keywords; `FormatError`.
  public func keywords(of field: String) throws -> [String] {
    guard let number = schema.fields.firstIndex(where: { $0.name == field }) else { return [] }
    let all = try segments.compactMap { $0.columns[number]?.keywords }.flatMap { keywords in
      try (0..<keywords.count).map { ExactString(try keywords.text(at: $0)) }
    }
    return Set(all).sorted().map(\.text)
  }

  /// How many different values a column has; nil where they are more than `limit`, or there is no
  /// column. Values of deleted documents are included until a merge removes them.
  ///
  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  public func valueCount(of field: String, upTo limit: Int) throws -> Int? {
    guard let number = schema.fields.firstIndex(where: { $0.name == field && $0.hasColumn }) else {
      return nil
    }
    var values: Set<Int64> = []
    var texts: Set<ExactString> = []
    for segment in segments {
      let column = try segment.columns.column(number)
      guard let keywords = column.keywords else {
        guard try column.gather(into: &values, upTo: limit) else { return nil }
        continue
      }
      guard keywords.count <= limit else { return nil }
      for place in 0..<keywords.count { texts.insert(ExactString(try keywords.text(at: place))) }
      guard texts.count <= limit else { return nil }
    }
    return values.count + texts.count
  }
}

extension Column {
  /// Adds all values; false, and only some are added, where there are more than `limit` then.
  fileprivate func gather(into values: inout Set<Int64>, upTo limit: Int) throws -> Bool {
    let view = try view()
    var last: Int64?
    for document in 0..<documentCount {
      for index in try view.range(of: document) {
        let value = try view.value(at: index)
        // Neighbors are often alike.
        guard value != last else { continue }
        last = value
        if values.insert(value).inserted, values.count > limit { return false }
      }
    }
    return true
  }
}
