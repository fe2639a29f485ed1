internal import HaskapText

/// Takes documents and makes one segment of them. Postings and columns stay in memory until
/// `finish`; stored fields go to their file at once.
final class SegmentBuilder {
  let files: SegmentFiles
  private let plan: DocumentPlan
  private let sessions: [String: AnalyzerSession]
  private let inverted: InvertedBuffer
  private let boundaries: BoundariesBuffer
  private let columns: ColumnsWriter
  private let documents: DocumentStoreWriter
  private(set) var documentCount = 0
  /// The documents by key, for those that are replaced or deleted before they reach the disk.
  private var byKey: [ExactString: UInt32] = [:]
  /// Earlier documents of a key that was added more than once.
  private var duplicates: [ExactString: [UInt32]] = [:]
  private var deleted: Set<UInt32> = []
  private var analyzed = AnalyzedText()
  private let cutter = GramCutter()

  init(
    _ directory: IndexDirectory, segment: UInt64, plan: DocumentPlan, analyzers: AnalyzerSet
  ) throws {
    files = SegmentFiles(directory, segment: segment)
    self.plan = plan
    sessions = try analyzers.analyzers.mapValues { try $0.makeSession() }
    inverted = InvertedBuffer(fields: plan.invertedFields)
    boundaries = BoundariesBuffer(fieldCount: plan.schema.gramsFields.count)
    columns = ColumnsWriter(fields: plan.schema.fields)
    documents = try DocumentStoreWriter(files)
  }

  /// About the memory in use, in bytes. A key costs about 64 beside its text.
  var byteCount: Int {
    inverted.byteCount + boundaries.byteCount + columns.byteCount + documents.byteCount + byKey
      .count * 64
  }

  func add(_ items: [DocumentPlan.Item], key: String?) throws {
    let number = UInt32(documentCount)
    columns.beginDocument()
    for item in items { try add(item, to: number) }
    try documents.append(items.lazy.filter(\.isStored).map { ($0.field, $0.value) })
    if let key = key.map(ExactString.init), let earlier = byKey.updateValue(number, forKey: key) {
      duplicates[key, default: []].append(earlier)
    }
    documentCount += 1
  }

  /// Deletes the documents of this key that are here.
  func delete(key: ExactString) {
    guard let number = byKey.removeValue(forKey: key) else { return }
    deleted.insert(number)
    deleted.formUnion(duplicates.removeValue(forKey: key) ?? [])
  }

  /// Writes the segment. Nil when it holds no document that is not deleted.
  func finish(serial: UInt64) throws -> SegmentRecord? {
    try documents.finish(files)
    guard deleted.count < documentCount else { return nil }
    try inverted.write(to: files, documentCount: documentCount)
    try PairsWriter.write(files, plan: plan, documentCount: documentCount)
    if !plan.schema.gramsFields.isEmpty {
      try boundaries.write(to: files, documentCount: documentCount)
    }
    try columns.finish(files)
    if !deleted.isEmpty {
      var deletions = Deletions(documentCount: documentCount)
      for number in deleted { deletions.insert(Int(number)) }
      try deletions.write(files, serial: serial)
    }
    return SegmentRecord(
      number: files.segment, documentCount: documentCount, deletedCount: deleted.count,
      files: files.records)
  }

  private func add(_ item: DocumentPlan.Item, to document: UInt32) throws {
    switch (item.kind, item.value) {
    case (.text(let options), .text(let text)):
      try sessions[options.analyzer]?.analyze(text, into: &analyzed)
      append(analyzed.tokens, of: analyzed.utf8, field: item.inverted, to: document)
      if let place = item.grams { appendGrams(place, to: document) }
    case (.keyword, .text(let text)):
      columns.append(text, field: item.field)
      let utf8 = Array(text.utf8)
      append(
        [TokenSpan(start: 0, end: UInt32(utf8.count))], of: utf8, field: item.inverted,
        to: document)
    case (.integer, _), (.date, _):
      if let number = item.number { columns.append(number, field: item.field) }
    default: break
    }
  }

  private func appendGrams(_ place: DocumentPlan.GramsPlace, to document: UInt32) {
    cutter.cut(analyzed)
    boundaries.add(document: document, field: place.boundaries, cutter.boundaries)
    analyzed.utf8.withUnsafeBufferPointer { utf8 in
      inverted.add(document: document, field: place.inverted, utf8: utf8, tokens: cutter.grams)
    }
  }

  private func append(
    _ tokens: [TokenSpan], of utf8: [UInt8], field: Int?, to document: UInt32
  ) {
    guard let field, !utf8.isEmpty else { return }
    utf8.withUnsafeBufferPointer { utf8 in
      tokens.withUnsafeBufferPointer { tokens in
        inverted.add(document: document, field: field, utf8: utf8, tokens: tokens)
      }
    }
  }
}
