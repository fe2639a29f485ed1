internal import Haskap

/// What tells documents apart, out of a column: the documents themselves are not read.
struct KeyColumn {
  private let field: String
  private let column: ColumnReader

  /// - Throws: `FormatError` when the index is damaged.
  init(_ reader: IndexReader, field: String) throws {
    self.field = field
    column = try ColumnReader(reader, field: field)
  }

  /// The document with its key alone.
  func document(of hit: Hit) throws -> Document {
    var document: Document = [:]
    let values = try column.values(segment: hit.segment, document: Int(hit.document))
    for value in values { document.append(value, to: field) }
    return document
  }
}
