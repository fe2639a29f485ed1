/// Takes documents and makes one segment of them. Postings and columns stay in memory until
/// `finish`; stored fields go to their file at once.
final class SegmentBuilder {
  let files: SegmentFiles
  private let plan: DocumentPlan
  private let crew: InverterCrew
  private let columns: ColumnsWriter
  private let documents: DocumentStoreWriter
  private(set) var documentCount = 0
  /// The documents by key, for those that are replaced or deleted before they reach the disk.
  private var byKey: [ExactString: UInt32] = [:]
  /// Earlier documents of a key that was added more than once.
  private var duplicates: [ExactString: [UInt32]] = [:]
  private var deleted: Set<UInt32> = []

  private let memoryBudget: Int

  /// - Parameters:
  ///   - memoryBudget: in bytes.
  ///   - workers: how many threads invert, the caller's included.
  init(
    _ directory: IndexDirectory, segment: UInt64, plan: DocumentPlan, analyzers: AnalyzerSet,
    memoryBudget: Int, workers: Int
  ) throws {
    files = SegmentFiles(directory, segment: segment)
    self.plan = plan
    // Addresses of a buffer's memory have 32 bits.
    self.memoryBudget = min(memoryBudget - Self.reserve(of: memoryBudget), 3 << 30)
    crew = try InverterCrew(
      (0..<max(1, workers)).map { _ in try Inverter(plan: plan, analyzers: analyzers) })
    columns = ColumnsWriter(fields: plan.schema.fields)
    documents = try DocumentStoreWriter(files, plainLength: plan.plainLength)
  }

  /// What a writer takes beside documents: the segmenter's states, and the buffers of files. Of small
  /// budgets nothing is taken, since they would make segments of a few documents.
  private static func reserve(of memoryBudget: Int) -> Int {
    max(0, min(6 << 20, (memoryBudget - 16 << 20) / 8))
  }

  /// Memory in use, and what will be needed to write the segment, in bytes.
  func byteCount() throws -> Int { try crew.byteCount() + othersByteCount }

  /// What grows with the number of documents. A key costs about 64 bytes beside its text; arrays
  /// are counted twice, since they are copied to grow.
  private var othersByteCount: Int {
    2 * (columns.byteCount + documents.byteCount + byKey.count * 64)
  }

  /// Whether a document may be added: what it can take at most is left of the budget, or there is
  /// none yet, so that a single one may take what it needs.
  func hasRoom(for items: [DocumentPlan.Item]) throws -> Bool {
    guard documentCount > 0 else { return true }
    guard documentCount < Int(Int32.max) else { return false }
    return try crew.hasRoom(for: Self.size(of: items), in: memoryBudget - othersByteCount)
  }

  private static func size(of items: [DocumentPlan.Item]) -> DocumentPlan.TextSize {
    items.reduce(DocumentPlan.TextSize()) { $0 + $1.size }
  }

  func add(_ items: [DocumentPlan.Item], key: String?) throws {
    let number = UInt32(documentCount)
    columns.beginDocument()
    for item in items { addToColumns(item) }
    try crew.add(items, to: number, size: Self.size(of: items))
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
    try crew.drain()
    guard deleted.count < documentCount else { return nil }
    let inverters = crew.inverters
    try InvertedFlush.write(inverters.map(\.inverted), to: files, documentCount: documentCount)
    let pairs = try PhraseIndexWriter(
      files, fields: plan.indexedFields, documentCount: documentCount, rule: plan.pairs,
      threads: inverters.count)
    // Columns take as long as the others together: keywords are sorted.
    try OrderedWork.run(
      steps: [{ [self] in try columns.finish(files) }, { try pairs?.write() }, writeBoundaries],
      threads: inverters.count)
    if !deleted.isEmpty {
      var deletions = Deletions(documentCount: documentCount)
      for number in deleted { deletions.insert(Int(number)) }
      try deletions.write(files, serial: serial)
    }
    return SegmentRecord(
      number: files.segment, documentCount: documentCount, deletedCount: deleted.count,
      files: files.records)
  }

  private func writeBoundaries() throws {
    guard !plan.schema.gramsFields.isEmpty else { return }
    try BoundariesBuffer.write(
      crew.inverters.map(\.boundaries), to: files, documentCount: documentCount)
  }

  private func addToColumns(_ item: DocumentPlan.Item) {
    if let number = item.number {
      columns.append(number, field: item.field)
    } else if case (.keyword, .text(let text)) = (item.kind, item.value) {
      columns.append(text, field: item.field)
    }
  }
}
