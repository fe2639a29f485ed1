internal import FoundationEssentials
public import HaskapCivic
internal import HaskapDocuments

/// Builds the index of made reports as `haskap index` does, and compares what it knows with their key.
public struct ScoreBenchmark {
  private let files: [CivicIndexBuilder.File]
  private let key: String
  private let folder: String
  private let maxDifferences: Int

  /// - Parameters:
  ///   - key: the path of the key that `ReportCorpus` wrote beside the reports.
  ///   - folder: where the index is built.
  ///   - maxDifferences: how many of each kind the result tells.
  public init(
    files: [CivicIndexBuilder.File], key: String, folder: String, maxDifferences: Int = 3
  ) {
    (self.files, self.key, self.folder) = (files, key, folder)
    self.maxDifferences = maxDifferences
  }

  /// - Throws: `InputError` where reports and key do not belong together; errors of the index.
  public func run(
    progress: (CivicIndexBuilder.Step) throws -> Void = { _ in }
  ) throws -> CorpusScore {
    let key = try CorpusKey(path: key)
    try key.check(files)
    let path = "\(folder)/score"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try CivicIndexBuilder(path: path).build(
      files, of: SourcePaths(files.map(\.path)), progress: progress)
    let known = try KnownRecords(CivicIndex(path: path))
    var marking = Marking(known, maxDifferences: maxDifferences)
    for report in key.rows.keys.sorted() { marking.mark(report, key.rows[report] ?? []) }
    return marking.score(reports: files.count)
  }
}
