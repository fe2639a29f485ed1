/// Reads the stored fields of a segment's documents. `DocumentStoreWriter` describes the layout.
struct DocumentStore: Sendable {
  private let file: MappedFile
  private let starts: PackedIntegers

  init(_ files: SegmentFiles, documentCount: Int) throws {
    file = try files.mapped(.documents)
    var directory = try file.directory()
    starts = try PackedIntegers(file, directory.section())
    guard starts.count == documentCount + 1 else {
      throw directory.error("\(documentCount) documents", found: "\(starts.count - 1)")
    }
  }

  /// The bytes of a document as they were written.
  func encoded(_ document: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    try file.verified(range(of: document))
  }

  func document(_ document: Int, fields: [Field]) throws(FormatError) -> Document {
    let range = try range(of: document)
    var record = RecordDecoder(
      try file.verified(range), file: file.name, at: range.lowerBound)
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

  private func range(of document: Int) throws(FormatError) -> Range<Int> {
    let start = Int(try starts.value(at: document))
    let end = Int(try starts.value(at: document + 1))
    guard start <= end else {
      throw FormatError(
        file: file.name, offset: starts.section.range.lowerBound,
        expected: "the end of document \(document) behind \(start)", found: "\(end)")
    }
    return start..<end
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
