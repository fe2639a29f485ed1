/// The values of one column, document by document.
package struct ColumnReader {
  private let column: SnapshotColumn
  private let views: [Column.View]

  /// - Throws: `SchemaError` when the field has no column; `FormatError`.
  package init(_ reader: IndexReader, field: String) throws {
    column = try SnapshotColumn(reader, field)
    views = try column.segments.map(column.view)
  }

  package func values(segment: Int, document: Int) throws -> [FieldValue] {
    let view = views[segment]
    return try view.range(of: document).map { index in
      try column.value(try view.value(at: index), segment: segment)
    }
  }

  /// The place of a document's first keyword in the dictionary of its segment; nil where it has none.
  package func keyword(segment: Int, document: Int) throws -> Int? {
    try views[segment].first(of: document).map { Int($0) }
  }
}
