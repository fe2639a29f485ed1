/// Joins segments to one, without the documents that were deleted.
struct SegmentMerger {
  private let parts: [Segment]
  private let order: MergeOrder
  private let plan: DocumentPlan

  /// - Parameter order: of the documents that stay.
  init(_ parts: [Segment], order: MergeOrder, plan: DocumentPlan) {
    self.parts = parts
    self.order = order
    self.plan = plan
  }

  func merge(to files: SegmentFiles) throws -> SegmentRecord {
    try InvertedMerger.merge(Array(zip(parts.map(\.inverted), order.maps)), to: files)
    try PairsWriter.write(
      files, fields: plan.invertedFields, documentCount: order.count, rule: plan.pairs)
    try mergeBoundaries(to: files)
    try mergeColumns(to: files)
    try mergeDocuments(to: files)
    return SegmentRecord(number: files.segment, documentCount: order.count, files: files.records)
  }

  private func mergeBoundaries(to files: SegmentFiles) throws {
    guard !plan.schema.gramsFields.isEmpty else { return }
    let writer = try BoundariesWriter(files)
    for field in plan.schema.gramsFields.indices {
      let sources = try parts.map { try $0.boundaries?.field(field) }
      try writer.beginField()
      try order.forEachDocument { part, document in
        if let source = sources[part] { try writer.append(source.bytes(of: document)) }
      }
      try writer.endField()
    }
    try writer.finish()
  }

  private func mergeDocuments(to files: SegmentFiles) throws {
    let writer = try DocumentStoreWriter(files)
    var cursors = parts.map { DocumentStoreCursor($0.documents) }
    try order.forEachDocument { part, document in
      try writer.append(encoded: cursors[part].encoded(document))
    }
    try writer.finish(files)
  }

  private func mergeColumns(to files: SegmentFiles) throws {
    let fields = plan.schema.fields
    let writer = ColumnsWriter(fields: fields)
    var copies = try parts.map { part in
      try fields.indices.compactMap { field in
        try part.columns[field].map { try ColumnCopy($0, to: writer.column(field)) }
      }
    }
    try order.forEachDocument { part, document in
      writer.beginDocument()
      for column in copies[part].indices { try copies[part][column].append(document) }
    }
    try writer.finish(files)
  }
}

/// Copies the values of one column, keywords by the numbers that the new column gives them.
private struct ColumnCopy {
  private let source: Column.View
  private let target: ColumnBuffer?
  private let keywords: KeywordDictionary?
  /// The numbers of those keywords that have been met in a document; the others are left behind.
  private var numbers: [Int64?]

  init(_ column: Column, to target: ColumnBuffer?) throws {
    source = try column.view()
    self.target = target
    keywords = column.keywords
    numbers = Array(repeating: nil, count: column.keywords?.count ?? 0)
  }

  mutating func append(_ document: Int) throws(FormatError) {
    for index in try source.range(of: document) {
      var value = try source.value(at: index)
      if let keywords { value = try number(of: Int(value), keywords) }
      target?.append(value)
    }
  }

  private mutating func number(
    of keyword: Int, _ keywords: KeywordDictionary
  ) throws(FormatError) -> Int64 {
    if let number = numbers[keyword] { return number }
    let number = target?.intern(try keywords.text(at: keyword)) ?? 0
    numbers[keyword] = number
    return number
  }
}
