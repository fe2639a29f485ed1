/// The deleted documents of a segment, one bit each.
///
/// Layout of the file: the bits in words of 64, the first document in the lowest bit. Each commit
/// that deletes writes the set anew, under a name with a number that was never used before.
struct Deletions: Sendable, Equatable {
  private(set) var words: [UInt64]
  private(set) var count = 0
  private let documentCount: Int

  init(documentCount: Int) {
    self.documentCount = documentCount
    words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
  }

  init(_ files: SegmentFiles, documentCount: Int, deletedCount: Int) throws {
    let file = try files.mapped(.deletions)
    let bytes = try file.verified(file.body)
    self.documentCount = documentCount
    words = bytes.bindMemory(to: UInt64.self).map(UInt64.init(littleEndian:))
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    let beyond = words.last.map { documentCount & 63 == 0 ? 0 : $0 >> UInt64(documentCount & 63) }
    guard words.count == (documentCount + 63) / 64, count == deletedCount, beyond ?? 0 == 0 else {
      throw FormatError(
        file: file.name, offset: file.body.lowerBound,
        expected: "\(deletedCount) of \(documentCount) documents",
        found: "\(count) of \(words.count * 64)")
    }
  }

  /// The documents that are not deleted, in the same form.
  var liveWords: [UInt64] {
    var live = words.map { ~$0 }
    if documentCount & 63 > 0 { live[live.count - 1] &= 1 << UInt64(documentCount & 63) - 1 }
    return live
  }

  func contains(_ document: Int) -> Bool { words[document >> 6] >> UInt64(document & 63) & 1 == 1 }

  /// Returns false when the document was deleted already.
  @discardableResult
  mutating func insert(_ document: Int) -> Bool {
    guard !contains(document) else { return false }
    words[document >> 6] |= 1 << UInt64(document & 63)
    count += 1
    return true
  }

  func write(_ files: SegmentFiles, serial: UInt64) throws(StorageError) {
    let file = try FileWriter(
      files.directory, name: "\(files.segment)-\(serial).\(FileKind.deletions.suffix)",
      kind: .deletions, segment: files.segment)
    for word in words { try file.append(word) }
    try files.finish(file)
  }
}
