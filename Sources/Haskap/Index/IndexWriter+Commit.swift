internal import CMemory

extension IndexWriter {
  func makeBuilder() throws -> SegmentBuilder {
    try SegmentBuilder(
      directory, segment: try takeNumber(), plan: plan, analyzers: analyzers,
      memoryBudget: options.memoryBudget, workers: options.workers)
  }

  /// The next number that no file of the folder has, of this index or not.
  func takeNumber() throws -> UInt64 {
    while foreignNumbers.contains(nextSegment) { nextSegment += 1 }
    try Manifest.check(nextSegment, "segment")
    defer { nextSegment += 1 }
    return nextSegment
  }

  /// Writes what is in memory as a segment. What was deleted meanwhile is deleted from the earlier
  /// segments first, since the new one may hold later documents of the same keys.
  func flush() throws {
    try applyDeletions()
    guard let builder else { return }
    self.builder = nil
    if let record = try builder.finish(serial: try takeNumber()) { segments.append(record) }
  }

  /// Writes what fills the budget. What it took goes back to the system, before the next segment: the
  /// allocator keeps what is freed in pieces, and a tenth and more of the budget would come on top of it.
  func flushFull() throws {
    try flush()
    memory_give_back()
  }

  private func applyDeletions() throws {
    guard let field = schema.key, !deletedKeys.isEmpty else { return }
    let keys = segments.isEmpty ? [] : deletedKeys.sorted()
    for index in segments.indices {
      segments[index] = try deleting(keys, of: field, from: segments[index])
    }
    segments.removeAll { $0.liveCount == 0 }
    deletedKeys.removeAll()
  }

  private func deleting(
    _ keys: [ExactString], of field: String, from record: SegmentRecord
  ) throws -> SegmentRecord {
    let segment = try Segment(directory, record, schema: schema, readsOnce: true)
    var deletions = segment.deletions ?? Deletions(documentCount: record.documentCount)
    for document in try segment.documents(keywords: keys, field: field) {
      deletions.insert(Int(document))
    }
    return try self.record(record, with: deletions)
  }

  /// A segment with more deletions, which are written.
  func record(_ record: SegmentRecord, with deletions: Deletions) throws -> SegmentRecord {
    guard deletions.count > record.deletedCount else { return record }
    let files = SegmentFiles(directory, segment: record.number, records: record.files)
    try deletions.write(files, serial: try takeNumber())
    var changed = record
    changed.deletedCount = deletions.count
    changed.files = files.records
    return changed
  }

  func mergeAll() throws {
    for run in MergePolicy.runs(of: segments).reversed()
    where run.count > 1 || segments[run.lowerBound].deletedCount > 0 {
      try merge(run) { MergePermutation($0) }
    }
  }

  func mergeAllReordered(_ progress: (Double) -> Void) throws {
    let runs = MergePolicy.runs(of: segments)
    for (done, run) in runs.reversed().enumerated() {
      try merge(run) {
        try MergePermutation.reordered(
          $0, memoryBudget: options.memoryBudget, workers: options.workers
        ) {
          progress((Double(done) + $0) / Double(runs.count))
        }
      }
    }
  }

  func mergeByPolicy() throws {
    while let range = MergePolicy.next(segments) { try merge(range) { MergePermutation($0) } }
  }

  private func merge(
    _ range: Range<Int>, order: ([Segment]) throws -> MergePermutation
  ) throws {
    let parts = try segments[range].map {
      try Segment(directory, $0, schema: schema, readsOnce: true)
    }
    let files = SegmentFiles(directory, segment: try takeNumber())
    let merger = SegmentMerger(
      parts, order: try order(parts), plan: plan, threads: options.workers)
    segments.replaceSubrange(range, with: [try merger.merge(to: files)])
  }

  /// Forces all new files to the disk, then the manifest, and only then removes what no commit
  /// needs any more.
  func publish(payload: [UInt8]) throws {
    try Manifest.check(generation, "commit")
    var manifest = Manifest(schema: schema)
    manifest.generation = generation + 1
    manifest.nextSegment = nextSegment
    manifest.fingerprints = analyzers.fingerprints
    manifest.payload = payload
    manifest.segments = segments
    let lasting = committed?.fileNames ?? []
    for name in manifest.fileNames.subtracting(lasting).sorted() where name != Manifest.name {
      try directory.synchronize(name)
    }
    try manifest.commit(to: directory)
    committed = manifest
    generation = manifest.generation
    // The commit stands, whether or not the old files can be removed now.
    try? StaleFiles.remove(directory, keeping: manifest.fileNames)
  }
}
