/// The columns of a segment: values by document. `ColumnsWriter` describes the layout.
struct Columns: Sendable {
  let file: MappedFile
  /// By the number of the field; nil for fields without a column.
  private let byField: [Column?]

  init(_ files: SegmentFiles, fields: [Field], documentCount: Int) throws {
    file = try files.mapped(.columns)
    var directory = try file.directory()
    let count = try directory.integer()
    guard count == documentCount else {
      throw directory.error("columns of \(documentCount) documents", found: "of \(count)")
    }
    var byField = [Column?](repeating: nil, count: fields.count)
    for _ in 0..<(try directory.count()) {
      let field = try directory.integer()
      guard field < fields.count, fields[field].hasColumn else {
        throw directory.error("a field with a column", found: "field \(field)")
      }
      byField[field] = try Column(
        file, &directory, documentCount: documentCount, numbers: fields[field].kind.numbers)
    }
    self.byField = byField
  }

  subscript(_ field: Int) -> Column? {
    byField.indices.contains(field) ? byField[field] : nil
  }

  /// The column of a field that must have one.
  func column(_ field: Int) throws(FormatError) -> Column {
    guard let column = self[field] else {
      throw FormatError(
        file: file.name, offset: file.body.lowerBound, expected: "a column of field \(field)",
        found: "none")
    }
    return column
  }
}
