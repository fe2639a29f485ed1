/// Reads the stored fields of a segment's documents. `DocumentStoreWriter` describes the layout.
struct DocumentStore: Sendable {
  private let file: MappedFile
  /// Where each block's head begins.
  private let starts: PackedIntegers
  private let documentCount: Int

  init(_ files: SegmentFiles, documentCount: Int) throws {
    file = try files.mapped(.documents)
    self.documentCount = documentCount
    var directory = try file.directory()
    starts = try PackedIntegers(file, directory.section())
    let expected = DocumentBlockLayout.blockCount(documents: documentCount)
    guard starts.count == expected else {
      throw directory.error("\(expected) offsets", found: "\(starts.count)")
    }
  }

  /// The bytes of a document as `DocumentStoreWriter.append(encoded:)` takes them.
  func encoded(_ document: Int) throws(FormatError) -> [UInt8] {
    try checkNumber(document)
    return try frontCodedRecord(document)
  }

  func document(_ document: Int, fields: [Field]) throws(FormatError) -> Document {
    let bytes = try encoded(document)
    return try bytes.span.bytes.withUnsafeBytes { (bytes) throws(FormatError) in
      try Self.document(
        RecordDecoder(bytes, file: file.name, at: file.body.lowerBound), fields: fields)
    }
  }

  private static func document(
    _ record: RecordDecoder, fields: [Field]
  ) throws(FormatError) -> Document {
    var record = record
    var result = Document()
    while !record.isAtEnd {
      let tag = try record.integer()
      guard tag >> 2 < fields.count else {
        throw record.error("a field below \(fields.count)", found: "\(tag >> 2)")
      }
      result.append(try Self.value(tag & 3, from: &record), to: fields[tag >> 2].name)
    }
    return result
  }

  func verifyAll() throws(FormatError) { try file.verifyAll() }

  private func checkNumber(_ document: Int) throws(FormatError) {
    guard document >= 0, document < documentCount else {
      throw FormatError(
        file: file.name, offset: starts.section.range.lowerBound,
        expected: "a document below \(documentCount)", found: "\(document)")
    }
  }

  private func frontCodedRecord(_ document: Int) throws(FormatError) -> [UInt8] {
    let block = try block(document >> DocumentBlockLayout.bits)
    var bytes: [UInt8] = []
    for piece in block.head.pieces(of: document & (DocumentBlockLayout.length - 1)).reversed() {
      bytes += try self.bytes(piece.start..<piece.end, of: block)
    }
    return bytes
  }

  /// A block of documents whose head has been read.
  struct Block {
    let head: DocumentBlockHead
    /// Offset of the first suffix.
    let start: Int
  }

  func block(_ block: Int) throws(FormatError) -> Block {
    let start = Int(try starts.value(at: block))
    guard file.body.contains(start) else {
      throw error("the head of block \(block)", found: start)
    }
    let end = min(start + DocumentBlockLayout.longestHead, file.body.upperBound)
    var record = RecordDecoder(try file.verified(start..<end), file: file.name, at: start)
    let first = block << DocumentBlockLayout.bits
    let head = try DocumentBlockHead(
      &record, count: min(DocumentBlockLayout.length, documentCount - first))
    guard start >= head.length else {
      throw error("\(head.length) bytes before it", found: start)
    }
    return Block(head: head, start: start - head.length)
  }

  /// Some of the bytes of a block, by their place in it.
  func bytes(
    _ range: Range<Int>, of block: Block
  ) throws(FormatError) -> UnsafeRawBufferPointer {
    try file.verified(block.start + range.lowerBound..<block.start + range.upperBound)
  }

  private func error(_ expected: String, found: Int) -> FormatError {
    FormatError(
      file: file.name, offset: starts.section.range.lowerBound, expected: expected,
      found: "\(found)")
  }

  private static func value(
    _ type: Int, from record: inout RecordDecoder
  ) throws(FormatError) -> FieldValue {
    switch type {
    case DocumentStoreWriter.ValueType.text: .text(try record.text())
    case DocumentStoreWriter.ValueType.integer: .integer(try record.signed())
    case DocumentStoreWriter.ValueType.bytes: .bytes(try record.string())
    default: throw record.error("a type of value", found: "\(type)")
    }
  }
}
