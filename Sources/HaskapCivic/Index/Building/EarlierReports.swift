internal import Haskap
internal import HaskapDocuments

/// What the index that is there knows of its reports.
struct EarlierReports {
  /// Nil where nothing of it can be used.
  private(set) var index: CivicIndex?
  private(set) var reports: [CivicIndexBuilder.Report] = []
  /// Where the records wait to be written.
  let file: SpillFile
  /// By report, where all have been read.
  private var records: [ExactString: [RecordBlock]]?
  /// What users gave.
  private(set) var kept = ReportPayload.Kept()
  private(set) var warnings: [String] = []

  var paths: [String] { reports.map(\.path) }
  var sources: SourcePaths { kept.sources ?? SourcePaths() }

  /// None.
  ///
  /// - Throws: `StorageError`.
  init() throws { file = try SpillFile() }

  /// Nothing of an index that cannot be used. What users gave is read from the manifest alone, so that it
  /// outlasts damage to any other file; where a damaged manifest has taken it along, that is said: whoever
  /// gave it can give it again.
  ///
  /// - Throws: errors of the index.
  init(forReplacing path: String) throws {
    try self.init()
    do {
      guard let payload = try IndexReader.payload(path: path) else {
        if CivicIndex.lacksManifest(path: path) {
          warnings.append(
            "The folder '\(path)' held files of an index but no manifest. Aliases and a thesaurus that "
              + "were given to it are lost; give them again by --aliases and --thesaurus.")
        }
        return
      }
      keep(payload)
    } catch let error as FormatError {
      warnings.append(
        "\(error) Aliases and a thesaurus that were given to that index are lost with it; give "
          + "them again by --aliases and --thesaurus.")
      return
    }
    guard let index = try? CivicIndex(path: path), let payload = try? index.payload(),
      payload.version == ReportPayload.currentVersion,
      let records = try? index.recordBlocks(in: file)
    else { return }
    (self.index, reports, self.records) = (index, payload.reports, records)
  }

  /// - Throws: `CivicUpdateError` where there is none of this version; errors of the index.
  init(forChanging path: String) throws {
    try self.init()
    guard try IndexReader.payload(path: path) != nil else { throw CivicUpdateError.noIndex(path) }
    let reader = try IndexReader(path: path)
    guard CivicIndex.isCivic(reader) else { throw CivicUpdateError.otherDocuments(path) }
    keep(reader.payload)
    let index = CivicIndex(reader)
    guard let payload = try? index.payload(), payload.version == ReportPayload.currentVersion else {
      throw CivicUpdateError.otherVersion(path)
    }
    (self.index, reports) = (index, payload.reports)
  }

  /// The records of each report, by its path.
  ///
  /// - Throws: `FormatError` when the index is damaged; `StorageError`.
  func allRecords() throws -> [ExactString: [RecordBlock]] {
    try records ?? index?.recordBlocks(in: file) ?? [:]
  }

  private mutating func keep(_ payload: [UInt8]) {
    kept = ReportPayload.kept(in: payload) ?? kept
  }
}
