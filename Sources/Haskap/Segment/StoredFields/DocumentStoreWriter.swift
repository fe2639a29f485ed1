/// Writes the stored fields of a segment's documents, each as soon as it comes, so that stored
/// text takes no memory while an index is built.
///
/// Layout of the file: the documents in blocks (see `DocumentBlockLayout`); packed integers with
/// the place of each block's head; the directory. The bytes of a document are pairs of field and
/// value: a number that holds the field's index in the schema and in its two lowest bits the type
/// of the value, then the value.
final class DocumentStoreWriter {
  private let file: FileWriter
  /// The head of each block.
  private var starts: [Int64] = []
  private var head = RecordEncoder()
  private var inBlock = 0
  private var record = RecordEncoder()
  /// How the last document of the block begins.
  private var previous: [UInt8] = []

  init(_ files: SegmentFiles) throws(StorageError) { file = try files.writer(.documents) }

  /// Memory in bytes that grows with the number of documents.
  var byteCount: Int { starts.capacity * 8 }

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
    try append(encoded: record.bytes)
  }

  /// Appends a document as another store has it.
  func append(encoded bytes: [UInt8]) throws(StorageError) {
    var shared = 0
    while shared < min(previous.count, bytes.count), previous[shared] == bytes[shared] {
      shared += 1
    }
    head.append(shared)
    head.append(bytes.count - shared)
    try bytes.span.bytes.withUnsafeBytes { (bytes) throws(StorageError) in
      try file.append(UnsafeRawBufferPointer(rebasing: bytes[shared...]))
    }
    previous.removeLast(previous.count - shared)
    previous += bytes[shared...].prefix(limit - shared)
    inBlock += 1
    if inBlock == DocumentBlockLayout.length { try endBlock() }
  }

  private var limit: Int { DocumentBlockLayout.longestShared }

  private func endBlock() throws(StorageError) {
    starts.append(Int64(file.offset))
    try file.append(head.bytes)
    head.removeAll()
    previous.removeAll(keepingCapacity: true)
    inBlock = 0
  }

  func finish(_ files: SegmentFiles) throws(StorageError) {
    if inBlock > 0 { try endBlock() }
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
