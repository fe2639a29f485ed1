/// The word boundaries of one field. Valid as long as the file object lives, which it holds.
struct BoundariesField {
  private let file: MappedFile
  private let bits: Int
  private let starts: UnsafeRawBufferPointer
  private let documentCount: Int

  init(file: MappedFile, bits: Int, starts: UnsafeRawBufferPointer, documentCount: Int) {
    self.file = file
    self.bits = bits
    self.starts = starts
    self.documentCount = documentCount
  }

  /// The bits of a document as they are in the file; empty when it does not have the field.
  @inline(__always)
  func bytes(of document: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    guard document >= 0, document < documentCount else {
      throw error("a document below \(documentCount)", found: document)
    }
    let start = Int(starts.loadUnaligned(fromByteOffset: 4 &* document, as: UInt32.self))
    let end = Int(starts.loadUnaligned(fromByteOffset: 4 &* document &+ 4, as: UInt32.self))
    guard start <= end else { throw error("bits that end behind \(start)", found: end) }
    return try file.verified(bits &+ start..<bits &+ end)
  }

  @inline(__always)
  func bits(of document: Int) throws(FormatError) -> BoundaryBits {
    BoundaryBits(try bytes(of: document))
  }

  func error(_ expected: String, found: Int) -> FormatError {
    FormatError(file: file.name, offset: bits, expected: expected, found: "\(found)")
  }
}
