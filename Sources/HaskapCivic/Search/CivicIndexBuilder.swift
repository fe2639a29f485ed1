internal import FoundationEssentials
internal import Haskap
public import HaskapDocuments

/// Builds the index of a set of reports. Files that have not changed since the index was built are
/// not read again: their records come out of the index.
public struct CivicIndexBuilder {
  /// A report by its path and its content.
  public struct File: Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What building did.
  public struct Summary: Sendable, Encodable {
    public var documents = 0
    public var records = 0
    public var organizations = 0
    public var words = 0
    /// The size of the index.
    public var bytes = 0
    /// By path, against the index that was there.
    public var added: [String] = []
    public var changed: [String] = []
    public var unchanged: [String] = []
    public var dropped: [String] = []
    public var reports: [Report] = []
    /// The file of aliases in use, be it given now or when the index was built before.
    public var aliases: String?
    public var warnings: [String] = []
  }

  /// What was understood of one file.
  public struct Report: Sendable, Codable, Equatable {
    public var path: String
    /// The checksum of its content.
    public var checksum: String
    public var layout: Record.Layout
    public var records: Int
    /// Lines with text, and those of them that no record holds.
    public var lines: Int
    public var unreadLines: Int
    public var warnings: [String]
  }

  private let path: String
  private let aliases: AliasFile?
  private let thesaurus: ThesaurusFile?
  private typealias Known = [String: (report: Report, records: [Record])]

  /// - Parameters:
  ///   - path: the folder of the index. What is there, if anything, stays until the new index is
  ///     complete.
  ///   - aliases: nil for those that the index there was built with.
  ///   - thesaurus: likewise.
  public init(path: String, aliases: AliasFile? = nil, thesaurus: ThesaurusFile? = nil) {
    self.path = path
    (self.aliases, self.thesaurus) = (aliases, thesaurus)
  }

  /// - Parameter progress: called with the number of documents done so far.
  /// What users gave is read from the manifest alone, so that it outlasts damage to any other file.
  ///
  /// - Throws: `ReportError` for a file that is no text; `OrganizationAliasError`; errors of the index. The earlier index is
  ///   untouched then.
  public func build(
    _ files: [File], progress: (Int) throws -> Void = { _ in }
  ) throws -> Summary {
    var summary = Summary()
    let kept = try kept(&summary)
    let aliases = aliases ?? kept?.aliases
    let thesaurus = thesaurus ?? kept?.thesaurus
    let known = (try? CivicIndex(path: path)).map(Self.earlier) ?? [:]
    let read = try files.map { try Self.read($0, known, &summary) }
    let records = read.flatMap(\.records)
    let documents = CivicDocuments(
      records: records, aliases: try aliases?.all ?? OrganizationAliases.tomakomai)
    _ = try thesaurus?.thesaurus
    let words = try HarvestedWords.words(in: documents.names)
    let writer = try IndexWriter(replacing: path, schema: CivicSchema.schema(words: words))
    try documents.write { document in
      try writer.add(document)
      summary.documents += 1
      try progress(summary.documents)
    }
    summary.reports = read.map(\.report)
    summary.warnings += summary.reports.flatMap(\.warnings)
    summary.records = records.count
    summary.organizations = documents.organizationCount
    summary.dropped = known.keys.filter { path in !files.contains { $0.path == path } }.sorted()
    summary.aliases = aliases?.path
    let payload = Payload(
      reports: summary.reports, aliases: aliases, thesaurus: thesaurus)
    try writer.commit(payload: [UInt8](JSONEncoder().encode(payload)))
    let reader = try IndexReader(path: path)
    summary.bytes = reader.byteCount
    summary.words = CivicSchema.textFields.reduce(0) { $0 + reader.wordCount(of: $1.name) }
    return summary
  }

  /// The user's files that the index there was built with. Where a damaged manifest has taken them
  /// along, that is said: whoever gave them can give them again.
  private func kept(_ summary: inout Summary) throws -> Kept? {
    do {
      guard let payload = try IndexReader.payload(path: path) else { return nil }
      return try? JSONDecoder().decode(Kept.self, from: Data(payload))
    } catch let error as FormatError {
      summary.warnings.append(
        "\(error) Aliases and a thesaurus that were given to that index are lost with it; give "
          + "them again by --aliases and --thesaurus.")
      return nil
    }
  }

  private static func read(
    _ file: File, _ known: Known, _ summary: inout Summary
  ) throws -> (report: Report, records: [Record]) {
    let checksum = String(Checksum64.of(file.bytes), radix: 16)
    if let known = known[file.path], known.report.checksum == checksum {
      summary.unchanged.append(file.path)
      return known
    }
    if known[file.path] == nil {
      summary.added.append(file.path)
    } else {
      summary.changed.append(file.path)
    }
    let reading = ReportReader.read(try ReportText(file: file.path, bytes: file.bytes))
    let report = Report(
      path: file.path, checksum: checksum, layout: reading.layout,
      records: reading.records.count, lines: reading.lines, unreadLines: reading.unreadLines,
      warnings: reading.warnings.map(\.description))
    return (report, reading.records)
  }
}

extension CivicIndexBuilder {
  /// What an index keeps of the reports it was built from.
  struct Payload: Codable {
    /// Goes up when the readers make other records of the same text.
    static let currentVersion = 7
    var version = currentVersion
    var reports: [Report]
    var aliases: AliasFile?
    var thesaurus: ThesaurusFile?
  }

  /// What is read of a payload whatever version it has.
  private struct Kept: Decodable {
    var aliases: AliasFile?
    var thesaurus: ThesaurusFile?
  }

  /// The reports and records of the index that is there; nothing when there is none, or one that
  /// cannot be used.
  private static func earlier(
    _ index: CivicIndex
  ) -> Known {
    guard let payload = try? index.payload(),
      payload.version == Payload.currentVersion, var rest = try? index.records()[...]
    else { return [:] }
    var known: Known = [:]
    for report in payload.reports {
      known[report.path] = (report, Array(rest.prefix(report.records)))
      rest = rest.dropFirst(report.records)
    }
    return known
  }
}

extension CivicIndex {
  func payload() throws -> CivicIndexBuilder.Payload {
    try JSONDecoder().decode(CivicIndexBuilder.Payload.self, from: Data(reader.payload))
  }
}
