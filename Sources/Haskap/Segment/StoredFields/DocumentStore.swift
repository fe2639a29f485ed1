internal import Synchronization

/// Reads the stored fields of a segment's documents. `DocumentStoreWriter` describes the layout.
final class DocumentStore: Sendable {
  let blocks: DocumentBlockTable
  private let file: MappedFile
  /// The block that was unpacked last, since documents that follow each other are often read.
  private let last = Mutex<Unpacked?>(nil)
  /// Longer ones are not kept.
  private static let longestKept = 1 << 16

  private struct Unpacked {
    let block: Int
    let content: [UInt8]
  }

  init(_ files: SegmentFiles, documentCount: Int) throws {
    file = try files.mapped(.documents)
    var directory = try file.directory()
    blocks = try DocumentBlockTable(file, &directory, documentCount: documentCount)
  }

  /// The bytes of a document as `DocumentStoreWriter.append(encoded:)` takes them.
  func encoded(_ document: Int) throws(FormatError) -> [UInt8] {
    let number = try blocks.block(of: document)
    let documents = try blocks.documents(of: number)
    guard documents.contains(document) else {
      throw error("document \(document) in block \(number)", "\(documents)")
    }
    let (name, start) = (file.name, try blocks.bytes(of: number).lowerBound)
    return try withContent(of: number) { (content) throws(FormatError) in
      try DocumentBlock(content, count: documents.count, file: name, at: start)
        .encoded(document - documents.lowerBound)
    }
  }

  func document(_ document: Int, fields: [Field]) throws(FormatError) -> Document {
    var result = Document()
    try read(document) { (record) throws(FormatError) in
      let read = try StoredValue.read(&record, fields: fields)
      result.append(read.value, to: read.field)
    }
    return result
  }

  /// The UTF-8 of the texts of some fields, as it is written.
  func texts(
    of document: Int, fields: [Int]
  ) throws(FormatError) -> [(field: Int, utf8: [UInt8])] {
    var result: [(field: Int, utf8: [UInt8])] = []
    try read(document) { (record) throws(FormatError) in
      try StoredValue.readText(&record, of: fields, into: &result)
    }
    return result
  }

  /// Calls `body` before each value.
  private func read(
    _ document: Int, _ body: (inout RecordDecoder) throws(FormatError) -> Void
  ) throws(FormatError) {
    let bytes = try encoded(document)
    try bytes.span.bytes.withUnsafeBytes { (bytes) throws(FormatError) in
      var record = RecordDecoder(bytes, file: file.name, at: file.body.lowerBound)
      while !record.isAtEnd { try body(&record) }
    }
  }

  /// What is wrong with a document that was read.
  func damage(
    _ document: Int, expected: String, found: String
  ) throws(FormatError) -> FormatError {
    let block = try blocks.bytes(of: blocks.block(of: document))
    return FormatError(
      file: file.name, offset: block.lowerBound, expected: expected, found: found)
  }

  /// The bytes of a block as they are stored.
  func stored(_ block: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    try file.verified(blocks.bytes(of: block))
  }

  private func withContent<Result>(
    of block: Int, _ body: (UnsafeRawBufferPointer) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    let stored = try stored(block)
    let rest = UnsafeRawBufferPointer(rebasing: stored.dropFirst())
    switch stored.first {
    case DocumentBlockLayout.isPlain: return try body(rest)
    case DocumentBlockLayout.isPacked:
      let content = try unpacked(rest, of: block)
      return try content.span.bytes.withUnsafeBytes { (bytes) throws(FormatError) in
        try body(bytes)
      }
    default: throw error("block \(block) to be plain or packed", "\(stored.first ?? 0)")
    }
  }

  private func unpacked(
    _ packed: UnsafeRawBufferPointer, of block: Int
  ) throws(FormatError) -> [UInt8] {
    if let known = last.withLock({ $0?.block == block ? $0?.content : nil }) { return known }
    let limit = packed.count * DocumentBlockLayout.mostRatio
    guard let content = ZstdUnpacker.unpacked(packed, upTo: limit) else {
      throw error("a frame of Zstandard of at most \(limit) bytes in block \(block)", "none")
    }
    if content.count <= Self.longestKept {
      last.withLock { $0 = Unpacked(block: block, content: content) }
    }
    return content
  }

  private func error(_ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: file.name, offset: file.body.lowerBound, expected: expected, found: found)
  }
}
