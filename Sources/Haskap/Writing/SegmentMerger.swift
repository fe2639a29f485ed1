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
    try PairsWriter.write(files, plan: plan, documentCount: order.count)
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
      try order.forEach { part, document in
        if let source = sources[part] { try writer.append(source.bytes(of: document)) }
      }
      try writer.endField()
    }
    try writer.finish()
  }

  private func mergeDocuments(to files: SegmentFiles) throws {
    let writer = try DocumentStoreWriter(files)
    try order.forEach { part, document in
      try writer.append(encoded: parts[part].documents.encoded(document))
    }
    try writer.finish(files)
  }

  private func mergeColumns(to files: SegmentFiles) throws {
    let fields = plan.schema.fields
    let writer = ColumnsWriter(fields: fields)
    let copies = try parts.map { part in
      try fields.indices.compactMap { field in
        try part.columns[field].map { try ColumnCopy($0, to: writer.column(field)) }
      }
    }
    try order.forEach { part, document in
      writer.beginDocument()
      for copy in copies[part] { try copy.append(document) }
    }
    try writer.finish(files)
  }
}

/// Copies the values of one column, keywords by the numbers that the new column gives them.
private struct ColumnCopy {
  private let source: Column.View
  private let target: ColumnBuffer?
  private let numbers: [Int64]?

  init(_ column: Column, to target: ColumnBuffer?) throws {
    source = try column.view()
    self.target = target
    numbers = try column.keywords.map { keywords in
      try (0..<keywords.count).map { target?.intern(try keywords.text(at: $0)) ?? 0 }
    }
  }

  func append(_ document: Int) throws(FormatError) {
    for index in try source.range(of: document) {
      let value = try source.value(at: index)
      target?.append(numbers?[Int(value)] ?? value)
    }
  }
}
