internal import CLibrary
internal import FoundationEssentials
internal import Haskap
public import HaskapDocuments

/// Builds the index of a set of reports, and changes it. Files that have not changed since the index
/// was built are not read again: their records come out of the index.
///
/// A file that cannot be read stops nothing: the summary names it, and what the index had of it
/// stays. Errors of the index are thrown; the earlier index is untouched then.
public struct CivicIndexBuilder {
  private let path: String
  private let aliases: AliasFile?
  private let thesaurus: ThesaurusFile?

  /// How many threads read and index at a time.
  static let workers = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// - Parameters:
  ///   - path: the folder of the index. What is there, if anything, stays until the new index is
  ///     complete.
  ///   - aliases: nil for those that the index there was built with.
  ///   - thesaurus: likewise.
  public init(path: String, aliases: AliasFile? = nil, thesaurus: ThesaurusFile? = nil) {
    self.path = path
    (self.aliases, self.thesaurus) = (aliases, thesaurus)
  }

  /// Makes the index anew of these files.
  ///
  /// - Parameters:
  ///   - sources: what the user named, in which the files were found; the index remembers it.
  ///   - progress: called before each file and document.
  /// - Throws: `ReportError.nothingReadable` where not one file can be read;
  ///   `OrganizationAliasError`; errors of the index.
  public func build(
    _ files: [File], of sources: SourcePaths, progress: (Step) throws -> Void = { _ in }
  ) throws -> Summary {
    let earlier = try EarlierReports(forReplacing: path)
    var update = ReportUpdate(earlier)
    try update.read(files, progress)
    update.sources = sources
    return try write(update, progress)
  }

  /// Adds files to the index, or reads them again; all others stay as they are.
  ///
  /// - Throws: `CivicUpdateError` where there is no index to add to; errors as `build`.
  public func add(
    _ files: [File], of paths: [String], progress: (Step) throws -> Void = { _ in }
  ) throws -> Summary {
    var update = ReportUpdate(try EarlierReports(forChanging: path))
    update.keepAll(but: files.map(\.path))
    try update.read(files, progress)
    update.sources.add(paths)
    return try write(update, progress)
  }

  /// Takes reports out of the index: files, or all that a folder holds.
  ///
  /// - Throws: `CivicUpdateError` where there is no index, or it has no report of such a path.
  public func remove(
    _ paths: [String], progress: (Step) throws -> Void = { _ in }
  ) throws -> Summary {
    let earlier = try EarlierReports(forChanging: path)
    var update = ReportUpdate(earlier)
    for removed in paths where !earlier.paths.contains(where: { SourcePaths.covers(removed, $0) }) {
      throw CivicUpdateError.notInIndex(removed, index: path, reports: earlier.paths)
    }
    update.sources.remove(paths)
    update.keepAll(but: earlier.paths.filter { !update.sources.holds($0) })
    return try write(update, progress)
  }

  private func write(
    _ update: ReportUpdate, _ progress: (Step) throws -> Void
  ) throws -> Summary {
    if let failure = update.summary.failed.first, update.reports.isEmpty {
      throw ReportError.nothingReadable(reason: failure.reason)
    }
    var summary = update.summary
    let aliases = aliases ?? update.earlier.kept.aliases
    let thesaurus = thesaurus ?? update.earlier.kept.thesaurus
    _ = try thesaurus?.thesaurus
    let records = update.reports.flatMap(\.records)
    var documents = CivicDocuments(
      records: records, aliases: try aliases?.all ?? OrganizationAliases.tomakomai)
    let words = try HarvestedWords.words(in: documents.names)
    var options = IndexWriter.Options()
    options.workers = Self.workers
    let writer = try IndexWriter(
      replacing: path, schema: CivicSchema.schema(words: words), options: options)
    try documents.write { document in
      try writer.add(document)
      summary.documents += 1
      try progress(.writing(summary.documents))
    }
    summary.reports = update.reports.map(\.report)
    summary.warnings += summary.reports.flatMap(\.warnings)
    summary.records = records.count
    summary.organizations = documents.organizationCount
    summary.aliases = aliases?.path
    let payload = ReportPayload(
      reports: summary.reports, aliases: aliases, thesaurus: thesaurus, sources: update.sources,
      records: String(documents.checksum, radix: 16))
    try writer.commit(payload: [UInt8](JSONEncoder().encode(payload)))
    let reader = try IndexReader(path: path)
    do {
      try StoredEntities.write(documents.entities, of: reader)
    } catch {
      // The new commit stands, and its answers are right.
      let cause = (error as? StorageError).map { String(cString: strerror($0.code)) } ?? "\(error)"
      summary.warnings.append(
        "'\(StoredEntities.path(of: path))' could not be written (\(cause)); "
          + "the new index is in place, and some answers take longer")
    }
    summary.bytes = reader.byteCount
    summary.words = CivicSchema.textFields.reduce(0) { $0 + reader.wordCount(of: $1.name) }
    return summary
  }
}
