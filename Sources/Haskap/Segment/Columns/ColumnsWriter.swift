/// Gathers the columns of a segment in memory and writes them.
///
/// Layout of the file, column by column: for keywords the dictionary, which is the distinct values
/// in the order of their bytes, one after the other, and packed integers with the end of each;
/// then, unless every document has exactly one value, packed integers with the place of each
/// document's first value and the number of all values; then the values, packed, keywords as
/// their places in the dictionary. The directory at the end of the file tells for each column its
/// field and these sections.
final class ColumnsWriter {
  private var columns: [Int: ColumnBuffer] = [:]
  private var documentCount = 0

  init(fields: [Field]) {
    for (index, field) in fields.enumerated() where field.hasColumn {
      columns[index] = ColumnBuffer(isKeyword: field.kind == .keyword)
    }
  }

  /// About the memory in use, in bytes.
  var byteCount: Int { columns.values.reduce(0) { $0 + $1.byteCount } }

  /// Begins the next document; the values that follow are its own.
  func beginDocument() {
    for column in columns.values { column.beginDocument() }
    documentCount += 1
  }

  func append(_ integer: Int64, field: Int) { columns[field]?.append(integer) }

  func append(_ keyword: String, field: Int) {
    guard let column = columns[field] else { return }
    column.append(column.intern(keyword))
  }

  func finish(_ files: SegmentFiles) throws(StorageError) {
    let file = try files.writer(.columns)
    var directory = RecordEncoder()
    directory.append(documentCount)
    directory.append(columns.count)
    for (field, column) in columns.sorted(by: { $0.key < $1.key }) {
      directory.append(field)
      try column.write(to: file, &directory)
    }
    try file.append(directory: directory)
    try files.finish(file)
  }
}
