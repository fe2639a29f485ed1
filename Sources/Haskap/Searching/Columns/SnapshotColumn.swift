/// One column over all segments of a snapshot.
struct SnapshotColumn {
  let field: Field
  private let columns: [Column]

  init(_ reader: IndexReader, _ name: String) throws {
    guard let index = reader.schema.fields.firstIndex(where: { $0.name == name }),
      reader.schema.fields[index].hasColumn
    else {
      throw Self.missing(name)
    }
    field = reader.schema.fields[index]
    columns = try reader.segments.map { segment in
      guard let column = segment.columns[index] else {
        throw FormatError(
          file: segment.columns.file.name, offset: segment.columns.file.body.lowerBound,
          expected: "a column '\(name)'", found: "none")
      }
      return column
    }
  }

  static func missing(_ name: String) -> SchemaError {
    SchemaError(
      field: name, problem: "the index has no column of this name",
      remedy: "use a field of type keyword, integer, decimal, boolean, date or time")
  }

  /// The values of a segment, every byte checked: to be taken once for many documents, by the thread
  /// that looks at the segment.
  func view(_ segment: Int) throws(FormatError) -> Column.View { try columns[segment].view() }

  /// Those of a segment; nil where there are none.
  func keywords(_ segment: Int) -> KeywordDictionary? {
    columns.indices.contains(segment) ? columns[segment].keywords : nil
  }

  var segments: Range<Int> { columns.indices }

  /// The value that a number of the column stands for.
  func value(_ number: Int64, segment: Int) throws(FormatError) -> FieldValue {
    if let keywords = keywords(segment) { return .text(try keywords.text(at: Int(number))) }
    return field.kind.value(of: number)
  }
}
