extension IndexReader {
  /// The documents with an integer of a column in a range; for `Query.documents`.
  ///
  /// - Throws: `SchemaError` when the field has no column, or not of this type; `FormatError`.
  public func documents(
    where field: String, isIn range: ClosedRange<Int64>
  ) throws -> DocumentSets {
    try documents(field, .integer, range)
  }

  /// The documents with a number of a decimal column in a range.
  ///
  /// - Throws: as that of integers.
  public func documents(
    whereDecimal field: String, isIn range: ClosedRange<Double>
  ) throws -> DocumentSets {
    let (first, last) = (range.lowerBound, range.upperBound)
    return try documents(
      field, .decimal, DecimalNumber.ordered(first)...DecimalNumber.ordered(last))
  }

  /// The documents with a day of a column in a range.
  ///
  /// - Throws: as that of integers.
  public func documents(
    where field: String, isIn range: ClosedRange<Day>
  ) throws -> DocumentSets {
    try documents(field, .date, range.lowerBound.number...range.upperBound.number)
  }

  /// The documents with a moment of a column in a range.
  ///
  /// - Throws: as that of integers.
  public func documents(
    where field: String, isIn range: ClosedRange<Moment>
  ) throws -> DocumentSets {
    try documents(field, .moment, range.lowerBound.milliseconds...range.upperBound.milliseconds)
  }

  /// The documents with a time of day of a column in a range.
  ///
  /// - Throws: as that of integers.
  public func documents(
    where field: String, isIn range: ClosedRange<TimeOfDay>
  ) throws -> DocumentSets {
    try documents(field, .time, range.lowerBound.milliseconds...range.upperBound.milliseconds)
  }

  /// The documents that have true, or false, in a column.
  ///
  /// - Throws: as that of integers.
  public func documents(where field: String, is flag: Bool) throws -> DocumentSets {
    try documents(field, .boolean, flag ? 1...1 : 0...0)
  }

  /// The documents with a number in a range, as a column of that kind keeps them.
  package func documents(
    _ field: String, _ kind: Field.Kind, _ range: ClosedRange<Int64>
  ) throws -> DocumentSets {
    try documents(column(field, kind)) { _ in range }
  }

  /// The documents with an integer of a column that is wanted, where no range tells which.
  package func documents(
    where field: String, _ isWanted: @escaping @Sendable (Int64) -> Bool
  ) throws -> DocumentSets {
    let column = try column(field, .integer)
    return DocumentSets(
      words: try eachSegment { try self.words(of: column, segment: $0, isWanted) })
  }

  /// Looks through all segments, of many documents at several at a time.
  func eachSegment<Value>(_ look: @escaping @Sendable (Int) throws -> Value) throws -> [Value] {
    guard documentCount > 1 << 14 else { return try segments.indices.map(look) }
    let limit = TimeLimit.current
    var values: [Value] = []
    try OrderedWork.run(segments.count) { segment in
      Result { try TimeLimit.$current.withValue(limit) { try look(segment) } }
    } take: {
      values.append(try $0.get())
    }
    return values
  }

  /// The documents with a keyword of a column in a range of the order of their UTF-8 bytes.
  ///
  /// - Throws: as that of integers.
  public func documents(
    where field: String, isIn range: ClosedRange<String>
  ) throws -> DocumentSets {
    let column = try column(field, .keyword)
    return try documents(column) { keywords in
      guard let keywords else { return nil }
      let first = try keywords.lowerBound(range.lowerBound)
      let end = try keywords.lowerBound(range.upperBound)
      let isThere = try keywords.place(of: range.upperBound) != nil
      let last = isThere ? end : end - 1
      return first <= last ? Int64(first)...Int64(last) : nil
    }
  }

  /// The documents that have any value in a column.
  ///
  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  public func documents(having field: String) throws -> DocumentSets {
    try documents(SnapshotColumn(self, field)) { _ in Int64.min...Int64.max }
  }

  func column(_ field: String, _ kind: Field.Kind) throws -> SnapshotColumn {
    let column = try SnapshotColumn(self, field)
    guard column.field.kind == kind else {
      throw SchemaError(
        field: field, problem: "it is of type \(column.field.kind.name), not \(kind.name)",
        remedy: "give a range of its type")
    }
    return column
  }

  /// - Parameter range: the numbers of a segment's column that are looked for.
  private func documents(
    _ column: SnapshotColumn, _ range: (KeywordDictionary?) throws -> ClosedRange<Int64>?
  ) throws -> DocumentSets {
    let sets = try column.segments.map { segment in
      let range = try range(column.keywords(segment))
      return try words(of: column, segment: segment) { range?.contains($0) ?? false }
    }
    return DocumentSets(words: sets)
  }

  private func words(
    of column: SnapshotColumn, segment: Int, _ isWanted: (Int64) -> Bool
  ) throws -> [UInt64] {
    try TimeLimit.check()
    let view = try column.view(segment)
    var words: [UInt64] = []
    for start in stride(from: 0, to: segments[segment].documentCount, by: 64) {
      var word: UInt64 = 0
      let all = Bits.first(segments[segment].documentCount - start)
      try view.forEachValue(of: all, from: start) { document, value in
        if isWanted(value) { word |= 1 &<< UInt64(document & 63) }
      }
      words.append(word)
    }
    return words
  }
}
