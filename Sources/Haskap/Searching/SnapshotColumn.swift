/// One column over all segments of a snapshot, every byte checked.
struct SnapshotColumn {
  let field: Field
  /// For each segment the values, and the keywords where there are some.
  let parts: [(view: Column.View, keywords: KeywordDictionary?)]

  init(_ reader: IndexReader, _ name: String) throws {
    guard let index = reader.schema.fields.firstIndex(where: { $0.name == name }),
      reader.schema.fields[index].hasColumn
    else {
      throw Self.missing(name)
    }
    field = reader.schema.fields[index]
    parts = try reader.segments.map { segment in
      guard let column = segment.columns[index] else {
        throw FormatError(
          file: segment.columns.file.name, offset: segment.columns.file.body.lowerBound,
          expected: "a column '\(name)'", found: "none")
      }
      return (try column.view(), column.keywords)
    }
  }

  static func missing(_ name: String) -> SchemaError {
    SchemaError(
      field: name, problem: "the index has no column of this name",
      remedy: "use a field of type keyword, integer, decimal, boolean, date or time")
  }

  /// The value that a number of the column stands for.
  func value(_ number: Int64, segment: Int) throws(FormatError) -> FieldValue {
    if let keywords = parts[segment].keywords { return .text(try keywords.text(at: Int(number))) }
    return field.kind.value(of: number)
  }
}
