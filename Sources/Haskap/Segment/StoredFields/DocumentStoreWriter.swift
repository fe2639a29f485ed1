/// Writes the stored fields of a segment's documents, block by block as they come, so that stored
/// text takes no memory while an index is built.
///
/// Layout of the file: the documents in blocks (see `DocumentBlockLayout`); packed integers with
/// the place of each block and the end of the last one; packed integers with the first document of
/// each block and the number of all; the directory. A document is a sequence of values (see
/// `StoredValue`).
final class DocumentStoreWriter {
  private let file: FileWriter
  /// Blocks that begin before this offset are not packed.
  private let plainLength: Int
  private let packer = ZstdPacker()
  private var starts: [Int64] = []
  private var firsts: [Int64] = []
  private var documentCount = 0
  /// Of the block that is not full yet.
  private var head = RecordEncoder()
  private var suffixes: [UInt8] = []
  private var inBlock = 0
  private var record = RecordEncoder()
  /// How the last document of the block begins.
  private var previous: [UInt8] = []

  init(
    _ files: SegmentFiles, plainLength: Int = DocumentBlockLayout.plainLength
  ) throws(StorageError) {
    file = try files.writer(.documents)
    self.plainLength = plainLength
  }

  /// Memory in bytes that grows with the number of documents.
  var byteCount: Int { (starts.count + firsts.count) * 8 }

  func append(_ values: some Sequence<(field: Int, value: FieldValue)>) throws(StorageError) {
    record.removeAll()
    for (field, value) in values { StoredValue.append(value, field: field, to: &record) }
    try append(encoded: record.bytes)
  }

  /// Appends a document as another store has it.
  func append(encoded bytes: [UInt8]) throws(StorageError) {
    if inBlock == DocumentBlockLayout.mostDocuments
      || suffixes.count + bytes.count > DocumentBlockLayout.fullLength
    {
      try endBlock()
    }
    var shared = 0
    while shared < min(previous.count, bytes.count), previous[shared] == bytes[shared] {
      shared += 1
    }
    head.append(shared)
    head.append(bytes.count - shared)
    suffixes += bytes[shared...]
    previous.removeLast(previous.count - shared)
    previous += bytes[shared...].prefix(DocumentBlockLayout.longestShared - shared)
    inBlock += 1
  }

  /// Appends a whole block as another store has it.
  ///
  /// - Parameter count: of its documents.
  func append(block stored: UnsafeRawBufferPointer, count: Int) throws(StorageError) {
    try endBlock()
    guard stored.first == DocumentBlockLayout.isPacked else {
      return try append(content: Array(stored.dropFirst()), count: count)
    }
    begin(count: count)
    try file.append(stored)
  }

  private func endBlock() throws(StorageError) {
    guard inBlock > 0 else { return }
    suffixes.insert(contentsOf: head.bytes, at: 0)
    try append(content: suffixes, count: inBlock)
    head.removeAll()
    suffixes.removeAll(keepingCapacity: suffixes.count <= DocumentBlockLayout.fullLength)
    previous.removeAll(keepingCapacity: true)
    inBlock = 0
  }

  private func append(content: [UInt8], count: Int) throws(StorageError) {
    let packed = file.offset < plainLength ? nil : packed(content)
    begin(count: count)
    try file.append(packed == nil ? DocumentBlockLayout.isPlain : DocumentBlockLayout.isPacked)
    try file.append(packed ?? content)
  }

  private func begin(count: Int) {
    starts.append(Int64(file.offset))
    firsts.append(Int64(documentCount))
    documentCount += count
  }

  /// Nil where it does not pay.
  private func packed(_ content: [UInt8]) -> [UInt8]? {
    guard content.count >= DocumentBlockLayout.shortestPacked, let packed = packer.packed(content),
      packed.count <= content.count / 8 * 7,
      content.count <= packed.count * DocumentBlockLayout.mostRatio
    else { return nil }
    return packed
  }

  func finish(_ files: SegmentFiles) throws(StorageError) {
    try endBlock()
    starts.append(Int64(file.offset))
    firsts.append(Int64(documentCount))
    var directory = RecordEncoder()
    directory.append(try PackedIntegers.write(starts, to: file))
    directory.append(try PackedIntegers.write(firsts, to: file))
    try file.append(directory: directory)
    try files.finish(file)
  }
}
