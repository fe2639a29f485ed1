extension IndexWriter {
  /// Replaces all documents of the index by those of others, which are checked first. Their
  /// segments are merged; no text is analyzed again. Seen from the next commit on.
  ///
  /// Where the schema has a key, of documents of the same key that of the last index stays.
  ///
  /// - Returns: how many documents were replaced so.
  /// - Throws: `SchemaError` when the indexes have another schema; `FormatError` when one is damaged.
  @discardableResult
  public func replaceAll(by reader: IndexReader) throws -> Int {
    guard reader.schema == schema else {
      throw SchemaError(
        field: "", problem: "the fields are not those of the index '\(reader.path)'",
        remedy: "use its schema")
    }
    var replaced = 0
    try working {
      for commit in reader.commits {
        try IndexCheck.require(commit.manifest.segments, schema, in: commit.directory)
      }
      try rollback()
      segments = []
      let (parts, count) =
        try schema.key.map { try KeyReplacement.apply(to: reader.segments, key: $0) }
        ?? (reader.segments, 0)
      for run in MergePolicy.runs(of: parts.map(\.record)) { try take(Array(parts[run])) }
      replaced = count
    }
    return replaced
  }

  /// Writes segments of other folders as one of this.
  private func take(_ parts: [Segment]) throws {
    let order = MergePermutation(parts)
    guard order.count > 0 else { return }
    let files = SegmentFiles(directory, segment: try takeNumber())
    let merger = SegmentMerger(parts, order: order, plan: plan, threads: options.workers)
    segments.append(try merger.merge(to: files))
  }
}
