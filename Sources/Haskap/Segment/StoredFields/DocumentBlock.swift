/// The documents of one block, unpacked.
struct DocumentBlock {
  private let head: DocumentBlockHead
  private let suffixes: UnsafeRawBufferPointer

  /// - Parameters:
  ///   - content: must outlive the block.
  ///   - count: of the documents.
  ///   - file: for errors, as `start`.
  init(
    _ content: UnsafeRawBufferPointer, count: Int, file: String, at start: Int
  ) throws(FormatError) {
    var record = RecordDecoder(content, file: file, at: start)
    head = try DocumentBlockHead(&record, count: count)
    guard head.length == content.count - record.position else {
      throw record.error(
        "\(head.length) bytes of documents", found: "\(content.count - record.position)")
    }
    suffixes = UnsafeRawBufferPointer(rebasing: content[record.position...])
  }

  /// The bytes of a document as `DocumentStoreWriter.append(encoded:)` takes them.
  func encoded(_ index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in head.pieces(of: index).reversed() {
      bytes += UnsafeRawBufferPointer(rebasing: suffixes[piece.start..<piece.end])
    }
    return bytes
  }
}
