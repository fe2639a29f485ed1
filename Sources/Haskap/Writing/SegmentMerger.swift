/// Joins segments to one: the documents of the second come after those of the first, without those
/// that were deleted.
enum SegmentMerger {
  static func merge(
    _ parts: [Segment], plan: DocumentPlan, to files: SegmentFiles
  ) throws -> SegmentRecord {
    let count = parts.reduce(0) { $0 + $1.record.liveCount }
    try mergeInverted(parts, to: files)
    try PairsWriter.write(files, plan: plan, documentCount: count)
    try mergeBoundaries(parts, fieldCount: plan.schema.gramsFields.count, to: files)
    try mergeColumns(parts, fields: plan.schema.fields, to: files)
    try mergeDocuments(parts, to: files)
    return SegmentRecord(number: files.segment, documentCount: count, files: files.records)
  }

  private static func mergeInverted(_ parts: [Segment], to files: SegmentFiles) throws {
    var base: UInt32 = 0
    let mapped = parts.map { part in
      let map = DocumentMap(
        base: base, documentCount: part.documentCount,
        isLive: part.deletions.map { deletions in { !deletions.contains($0) } })
      base += UInt32(map.count)
      return (part.inverted, map)
    }
    try InvertedMerger.merge(mapped, to: files)
  }

  private static func mergeBoundaries(
    _ parts: [Segment], fieldCount: Int, to files: SegmentFiles
  ) throws {
    guard fieldCount > 0 else { return }
    let writer = try BoundariesWriter(files)
    for field in 0..<fieldCount {
      try writer.beginField()
      for part in parts {
        guard let source = try part.boundaries?.field(field) else { continue }
        for document in 0..<part.documentCount where part.isLive(document) {
          try writer.append(source.bytes(of: document))
        }
      }
      try writer.endField()
    }
    try writer.finish()
  }

  private static func mergeDocuments(_ parts: [Segment], to files: SegmentFiles) throws {
    let writer = try DocumentStoreWriter(files)
    for part in parts {
      for document in 0..<part.documentCount where part.isLive(document) {
        try writer.append(encoded: part.documents.encoded(document))
      }
    }
    try writer.finish(files)
  }

  private static func mergeColumns(
    _ parts: [Segment], fields: [Field], to files: SegmentFiles
  ) throws {
    let writer = ColumnsWriter(fields: fields)
    for part in parts {
      let copies = try fields.indices.compactMap { field in
        try part.columns[field].map { try ColumnCopy($0, to: writer.column(field)) }
      }
      for document in 0..<part.documentCount where part.isLive(document) {
        writer.beginDocument()
        for copy in copies { try copy.append(document) }
      }
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
