internal import Haskap

/// Gives documents to a writer, counts them, and sums up all that was written.
struct DocumentSink {
  private let writer: IndexWriter
  private(set) var checksum: UInt64
  private var count = 0

  /// - Parameter checksum: of what was written before.
  init(_ writer: IndexWriter, after checksum: UInt64) {
    (self.writer, self.checksum) = (writer, checksum)
  }

  /// - Throws: errors of the index; what `progress` throws.
  mutating func add(
    _ documents: [Document], _ progress: (CivicIndexBuilder.Step) throws -> Void
  ) throws {
    for document in documents {
      try writer.add(document)
      checksum = Checksum64.of(document[CivicSchema.stored].first?.bytes ?? [], after: checksum)
      count += 1
      try progress(.writing(count))
    }
  }

  mutating func delete(_ keys: [String]) throws {
    for key in keys {
      try writer.delete(key: key)
      checksum = Checksum64.of(Array(key.utf8), after: checksum)
    }
  }
}
