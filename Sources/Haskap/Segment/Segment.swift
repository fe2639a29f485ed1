/// One segment of a snapshot, open for reading.
final class Segment: Sendable {
  let record: SegmentRecord
  let inverted: InvertedIndex
  /// Nil when the schema keeps no grams.
  let boundaries: Boundaries?
  let columns: Columns
  let documents: DocumentStore
  let deletions: Deletions?

  /// - Parameter readsOnce: as a writer does, which has many of them open and memory in bounds.
  init(
    _ directory: IndexDirectory, _ record: SegmentRecord, schema: Schema, readsOnce: Bool = false
  ) throws {
    let files = SegmentFiles(directory, segment: record.number, records: record.files)
    let count = record.documentCount
    self.record = record
    inverted = try InvertedIndex(
      files: files, fields: schema.indexedFields, documentCount: count, readsOnce: readsOnce)
    let gramsCount = schema.gramsFields.count
    boundaries =
      gramsCount == 0 ? nil : try Boundaries(files, fieldCount: gramsCount, documentCount: count)
    columns = try Columns(files, fields: schema.fields, documentCount: count)
    documents = try DocumentStore(files, documentCount: count)
    deletions = try Self.deletions(files, record)
  }

  private init(_ other: Segment, _ record: SegmentRecord, _ deletions: Deletions?) {
    self.record = record
    inverted = other.inverted
    boundaries = other.boundaries
    columns = other.columns
    documents = other.documents
    self.deletions = deletions
  }

  private static func deletions(
    _ files: SegmentFiles, _ record: SegmentRecord
  ) throws -> Deletions? {
    guard record.deletedCount > 0 else { return nil }
    return try Deletions(
      files, documentCount: record.documentCount, deletedCount: record.deletedCount)
  }

  /// The segment as a later commit has it, with the same open files; nil when they are others.
  func changed(_ directory: IndexDirectory, to record: SegmentRecord) throws -> Segment? {
    guard record.isSame(as: self.record) else { return nil }
    if record == self.record { return self }
    let files = SegmentFiles(directory, segment: record.number, records: record.files)
    return Segment(self, record, try Self.deletions(files, record))
  }

  /// The segment with these documents deleted, and no others; nothing is written.
  func deleting(_ deletions: Deletions) -> Segment {
    var record = record
    record.deletedCount = deletions.count
    return Segment(self, record, deletions)
  }

  var documentCount: Int { record.documentCount }

  func isLive(_ document: Int) -> Bool { deletions?.contains(document) != true }

  /// All documents that have exactly one of these keywords, deleted ones included.
  ///
  /// Keywords and terms leap over each other: of two lists that hardly meet little is read.
  ///
  /// - Parameter keywords: ascending.
  func documents(keywords: [ExactString], field: String) throws(FormatError) -> [UInt32] {
    guard let number = inverted.field(named: field) else { return [] }
    var result: [UInt32] = []
    var terms = try inverted.dictionaries[number].cursor()
    var next = 0
    while next < keywords.count {
      let text = keywords[next].text
      let isFound = try text.utf8Span.span.withUnsafeBytes { bytes throws(FormatError) in
        try terms.seek(to: bytes)
      }
      guard isFound else { break }
      next = keywords.firstIndex(notBelow: terms.term, from: next)
      if next < keywords.count, keywords[next].text.utf8.elementsEqual(terms.term) {
        result += try documents(of: terms.info, field: number)
        next += 1
      }
    }
    return result
  }

  /// All documents that have a term of the dictionary, deleted ones included.
  func documents(of info: TermInfo, field number: Int) throws(FormatError) -> [UInt32] {
    let postings = try inverted.postings(of: info, field: number)
    var result: [UInt32] = []
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingsLayout.blockLength)
    defer { room.deallocate() }
    for block in 0..<postings.allBlocks {
      let count = postings.decodeDocuments(ofBlock: block, into: room)
      result.append(contentsOf: UnsafeBufferPointer(start: room, count: count))
    }
    return result
  }
}
