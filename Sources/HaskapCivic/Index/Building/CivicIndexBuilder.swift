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
    return try write(update, isChange: false, progress)
  }

  /// Adds files to the index, or reads them again; all others stay as they are. A path that cannot be read
  /// is not remembered. In an index of
  /// several cities that takes the time of what is concerned.
  ///
  /// - Throws: `CivicUpdateError` where there is no index to add to; errors as `build`.
  public func add(
    _ files: [File], of paths: [String], progress: (Step) throws -> Void = { _ in }
  ) throws -> Summary {
    var update = ReportUpdate(try EarlierReports(forChanging: path))
    let files = zip(update.sources.spelled(files.map(\.path)), files).map { path, file in
      File(path: path, read: file.read)
    }
    update.keepAll(but: files.map(\.path))
    try update.read(files, progress)
    let unread = Set(
      update.result.failed.filter { !$0.isKept }.map { ExactString($0.path) })
    update.sources.add(
      update.sources.spelled(paths).filter { !unread.contains(ExactString($0)) })
    return try write(update, isChange: true, progress)
  }

  /// Takes reports out of the index: files, or all that a folder holds.
  ///
  /// - Throws: `CivicUpdateError` where there is no index, or it has no report of such a path and
  ///   is not made of it.
  public func remove(
    _ paths: [String], progress: (Step) throws -> Void = { _ in }
  ) throws -> Summary {
    let earlier = try EarlierReports(forChanging: path)
    var update = ReportUpdate(earlier)
    let paths = earlier.sources.spelled(paths)
    let known = earlier.paths + earlier.sources.paths
    for removed in paths where !known.contains(where: { SourcePaths.covers(removed, $0) }) {
      throw CivicUpdateError.notInIndex(removed, index: path, reports: earlier.paths)
    }
    update.sources.remove(paths)
    update.keepAll(but: earlier.paths.filter { !update.sources.holds($0) })
    return try write(update, isChange: true, progress)
  }

  private func write(
    _ update: ReportUpdate, isChange: Bool, _ progress: (Step) throws -> Void
  ) throws -> Summary {
    if let failure = update.result.failed.first, update.reports.isEmpty {
      throw ReportError.nothingReadable(reason: failure.reason)
    }
    let plan = IndexPlan(
      path: path, update: update, aliases: aliases ?? update.earlier.kept.aliases,
      thesaurus: thesaurus ?? update.earlier.kept.thesaurus)
    _ = try plan.thesaurus?.thesaurus
    var warnings: [String] = []
    if !plan.isWritten {
      let change = isChange ? try CityChange(plan) : nil
      warnings = try change?.write(progress) ?? plan.writeAll(progress)
    }
    var summary = update.result
    summary.reports = update.reports.map(\.report)
    summary.warnings += summary.reports.flatMap(\.warnings) + summary.copies + warnings
    summary.records = summary.reports.reduce(0) { $0 + $1.records }
    summary.aliases = plan.aliases?.path
    try summary.measure(IndexReader(path: path))
    return summary
  }
}

extension CivicIndexBuilder.Summary {
  /// Warns of files that are the same byte for byte: each record of them counts twice.
  fileprivate var copies: [String] {
    var first: [String: String] = [:]
    return reports.filter { $0.records > 0 }.compactMap { report in
      guard let other = first[report.checksum] else {
        first[report.checksum] = report.path
        return nil
      }
      return "\(report.path): is a copy of \(other), and all that it has counts twice; "
        + "take one out with: haskap remove '\(report.path)'"
    }
  }

  /// Tells what the index holds now.
  fileprivate mutating func measure(_ reader: IndexReader) throws {
    let type = CivicType.organization.rawValue
    documents = reader.documentCount
    organizations = try reader.makeSearcher().count(
      .term(field: CivicSchema.type, Array(type.utf8)))
    bytes = reader.byteCount
    words = CivicSchema.textFields.reduce(0) { $0 + reader.wordCount(of: $1.name) }
  }
}
