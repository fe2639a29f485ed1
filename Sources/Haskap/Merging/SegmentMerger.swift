internal import CMemory

/// Joins segments to one, without the documents that were deleted.
struct SegmentMerger {
  private let parts: [Segment]
  private let order: MergePermutation
  private let plan: DocumentPlan
  private let threads: Int

  /// From so many on a merge gives back between its steps what they took.
  private static let manyDocuments = 1 << 16

  /// - Parameter order: of the documents that stay.
  init(_ parts: [Segment], order: MergePermutation, plan: DocumentPlan, threads: Int) {
    self.parts = parts
    self.order = order
    self.plan = plan
    self.threads = threads
  }

  func merge(to files: SegmentFiles) throws -> SegmentRecord {
    let steps = [mergeInverted, writePairs, mergeBoundaries, mergeColumns, mergeDocuments]
    for step in steps {
      // What the one before took is not to come on top of what this one takes.
      if order.count >= Self.manyDocuments { memory_give_back() }
      try step(files)
    }
    return SegmentRecord(number: files.segment, documentCount: order.count, files: files.records)
  }

  private func mergeInverted(to files: SegmentFiles) throws {
    try InvertedMerger.merge(Array(zip(parts.map(\.inverted), order.maps)), to: files)
  }

  private func writePairs(to files: SegmentFiles) throws {
    try PhraseIndexWriter(
      files, fields: plan.indexedFields, documentCount: order.count, rule: plan.pairs,
      threads: threads)?.write()
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
    let writer = try DocumentStoreWriter(files, plainLength: plan.plainLength)
    try DocumentMerger(stores: parts.map(\.documents), order: order).write(to: writer)
    try writer.finish(files)
  }

  private func mergeColumns(to files: SegmentFiles) throws {
    let fields = plan.schema.fields
    let withColumn = fields.indices.filter { fields[$0].hasColumn }
    let file = try files.writer(.columns)
    var directory = RecordEncoder()
    directory.append(order.count)
    directory.append(withColumn.count)
    for field in withColumn {
      directory.append(field)
      let columns = try parts.map { try $0.columns.column(field) }
      try ColumnMerger(columns, isKeyword: fields[field].kind == .keyword, order: order)
        .write(to: file, &directory)
    }
    try file.append(directory: directory)
    try files.finish(file)
  }
}
