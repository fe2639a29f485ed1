internal import CLibrary
internal import Haskap
internal import HaskapDocuments

/// What an index is to hold: reports, and what the user gave.
struct IndexPlan {
  let path: String
  let update: ReportUpdate
  let aliases: AliasFile?
  let thesaurus: ThesaurusFile?

  /// - Throws: `OrganizationAliasError`.
  var allAliases: OrganizationAliases {
    get throws { try aliases?.all ?? .tomakomai }
  }

  private var kept: ReportPayload.Kept {
    .init(aliases: aliases, thesaurus: thesaurus, sources: update.sources)
  }

  /// Whether the index that is there holds just this, and is whole: to write it again would change nothing.
  var isWritten: Bool {
    let earlier = update.earlier
    return earlier.index != nil && earlier.kept == kept
      && earlier.reports == update.reports.map(\.report) && !CivicIndex.lacksEntities(path: path)
      && CivicIndex.checkEntities(path: path).isEmpty && IndexCheck.run(paths: [path]).isSound
  }

  /// - Parameter checksum: of all that was written.
  func payload(checksum: UInt64) throws -> [UInt8] {
    try ReportPayload(
      kept: kept,
      made: .init(reports: update.reports.map(\.report), records: String(checksum, radix: 16))
    ).bytes
  }

  static var options: IndexWriter.Options {
    var options = IndexWriter.Options()
    options.workers = SystemThread.processorCount
    return options
  }

  /// Writes the index anew.
  ///
  /// - Returns: warnings.
  /// - Throws: `OrganizationAliasError`; errors of the index, which is untouched then.
  func writeAll(_ progress: (CivicIndexBuilder.Step) throws -> Void) throws -> [String] {
    let draft = try IndexDraft(update, aliases: allAliases)
    let writer = try IndexWriter(
      replacing: path, schema: draft.schema, options: Self.options)
    var sink = DocumentSink(writer, after: Checksum64.empty)
    try draft.eachDocuments { try sink.add($0, progress) }
    try writer.commit(payload: payload(checksum: sink.checksum))
    return try keepingEntities(draft.writeEntities)
  }

  /// Writes what stands beside the index. Where that fails the new commit stands, and its answers are
  /// right.
  func keepingEntities(_ write: (IndexReader) throws -> Void) throws -> [String] {
    let reader = try IndexReader(path: path)
    do {
      try write(reader)
      return []
    } catch {
      let cause = (error as? StorageError).map { String(cString: strerror($0.code)) } ?? "\(error)"
      return [
        "'\(StoredEntities.path(of: path))' could not be written (\(cause)); "
          + "the new index is in place, and some answers take longer"
      ]
    }
  }
}
