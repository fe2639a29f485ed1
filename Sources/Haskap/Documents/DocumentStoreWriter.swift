/// Writes the stored fields of a segment's documents, each as soon as it comes, so that stored
/// text takes no memory while an index is built.
///
/// Layout of the file: the documents' bytes one after the other; packed integers with the place
/// where each begins, and where the last ends; the directory. The bytes of a document are pairs of
/// field and value: a number that holds the field's index in the schema and in its two lowest bits
/// the type of the value, then the value.
final class DocumentStoreWriter {
  private let file: FileWriter
  private var starts: [Int64]
  private var record = RecordEncoder()

  init(_ files: SegmentFiles) throws(StorageError) {
    file = try files.writer(.documents)
    starts = [Int64(file.offset)]
  }

  /// Memory in bytes that grows with the number of documents.
  var byteCount: Int { starts.count * 8 }

  func append(_ values: some Sequence<(field: Int, value: FieldValue)>) throws(StorageError) {
    record.removeAll()
    for (field, value) in values {
      switch value {
      case .text(let text):
        record.append(field << 2 | ValueType.text)
        record.append(text)
      case .integer(let integer):
        record.append(field << 2 | ValueType.integer)
        record.append(signed: integer)
      case .bytes(let bytes):
        record.append(field << 2 | ValueType.bytes)
        record.append(bytes)
      }
    }
    try file.append(record.bytes)
    starts.append(Int64(file.offset))
  }

  /// Appends a document that another store holds, as it is.
  func append(encoded bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try file.append(bytes)
    starts.append(Int64(file.offset))
  }

  func finish(_ files: SegmentFiles) throws(StorageError) {
    let section = try PackedIntegers.write(starts, to: file)
    var directory = RecordEncoder()
    directory.append(section)
    try file.append(directory: directory)
    try files.finish(file)
  }

  enum ValueType {
    static let text = 0
    static let integer = 1
    static let bytes = 2
  }
}
