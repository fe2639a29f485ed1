internal import FoundationEssentials
internal import Haskap
internal import HaskapDocuments

/// What the index that is there knows of its reports.
struct EarlierReports {
  /// A report and its records.
  typealias Known = (report: CivicIndexBuilder.Report, records: [Record])

  private(set) var reports: [Known] = []
  /// What users gave.
  private(set) var kept = ReportPayload.Kept()
  private(set) var warnings: [String] = []

  var paths: [String] { reports.map(\.report.path) }
  var sources: SourcePaths { kept.sources ?? SourcePaths() }

  /// Nothing of an index that cannot be used. What users gave is read from the manifest alone, so that it
  /// outlasts damage to any other file; where a damaged manifest has taken it along, that is said: whoever
  /// gave it can give it again.
  init(forReplacing path: String) throws {
    do {
      guard let payload = try IndexReader.payload(path: path) else { return }
      keep(payload)
    } catch let error as FormatError {
      warnings.append(
        "\(error) Aliases and a thesaurus that were given to that index are lost with it; give "
          + "them again by --aliases and --thesaurus.")
      return
    }
    if let index = try? CivicIndex(path: path) { try? load(index) }
  }

  /// - Throws: `CivicUpdateError` where there is none of this version; errors of the index.
  init(forChanging path: String) throws {
    guard try IndexReader.payload(path: path) != nil else { throw CivicUpdateError.noIndex(path) }
    let reader = try IndexReader(path: path)
    guard CivicIndex.isCivic(reader) else { throw CivicUpdateError.otherDocuments(path) }
    keep(reader.payload)
    let index = CivicIndex(reader)
    guard (try? index.payload())?.version == ReportPayload.currentVersion else {
      throw CivicUpdateError.otherVersion(path)
    }
    try load(index)
  }

  private mutating func keep(_ payload: [UInt8]) {
    kept = (try? JSONDecoder().decode(ReportPayload.Kept.self, from: Data(payload))) ?? kept
  }

  private mutating func load(_ index: CivicIndex) throws {
    let payload = try index.payload()
    guard payload.version == ReportPayload.currentVersion else { return }
    var rest = try index.records()[...]
    for report in payload.reports {
      reports.append((report, Array(rest.prefix(report.records))))
      rest = rest.dropFirst(report.records)
    }
  }
}
