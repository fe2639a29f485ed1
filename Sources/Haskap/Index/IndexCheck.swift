/// Reads an index whole and tells everything that is wrong with it.
///
///     let report = IndexCheck.run(path: "Index")
///     for problem in report.problems { print(problem) }
public enum IndexCheck {
  /// What was looked at, and what was found.
  public struct Report: Sendable {
    public var generation: UInt64 = 0
    public var segments = 0
    public var documents = 0
    public var files = 0
    public var bytes = 0
    /// `FormatError`, `StorageError` and `AnalyzerMismatch`, each naming its file or folder.
    public var problems: [any Error] = []

    public var isSound: Bool { problems.isEmpty }
  }

  /// Checks every byte of every file against its checksum; then that terms, documents and positions
  /// are in order, that frequencies, lengths and bounds are what they sum up, that words are cut
  /// inside their texts, and that all columns and stored documents can be read. Of every field the
  /// first contradiction is reported. The index is not changed, and may be written meanwhile.
  public static func run(path: String) -> Report { run(IndexDirectory(path: path)) }

  static func run(_ directory: IndexDirectory) -> Report {
    var report = Report()
    do {
      try check(Manifest(directory), directory, &report)
    } catch {
      report.problems.append(error)
    }
    return report
  }

  private static func check(
    _ manifest: Manifest, _ directory: IndexDirectory, _ report: inout Report
  ) throws {
    report.generation = manifest.generation
    report.segments = manifest.segments.count
    report.documents = manifest.segments.reduce(0) { $0 + $1.liveCount }
    for segment in manifest.segments {
      let before = report.problems.count
      for (kind, file) in segment.files.entries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        check(file, kind, segment.number, directory, &report)
      }
      // What is damaged already is not read any further.
      guard report.problems.count == before else { continue }
      do {
        let segment = try Segment(directory, segment, schema: manifest.schema)
        checkInverted(segment, manifest.schema, &report)
        try check(segment, manifest.schema)
      } catch {
        report.problems.append(error)
      }
    }
    try manifest.schema.checkAnalyzers(against: manifest.fingerprints, path: directory.path)
  }

  private static func check(
    _ record: FileRecord, _ kind: FileKind, _ segment: UInt64, _ directory: IndexDirectory,
    _ report: inout Report
  ) {
    report.files += 1
    report.bytes += record.length
    do {
      try MappedFile(
        directory, name: record.name, kind: kind, segment: segment, record: record
      ).verifyAll()
    } catch {
      report.problems.append(error)
    }
  }

  private static func check(_ segment: Segment, _ schema: Schema) throws {
    for document in 0..<segment.documentCount {
      _ = try segment.documents.document(document, fields: schema.fields)
    }
    for column in schema.fields.indices.compactMap({ segment.columns[$0] }) {
      let view = try column.view()
      for document in 0..<segment.documentCount {
        for index in try view.range(of: document) { _ = try view.value(at: index) }
      }
      try column.keywords?.checkOrder()
    }
  }

  private static func checkInverted(
    _ segment: Segment, _ schema: Schema, _ report: inout Report
  ) {
    var grams = 0
    for (number, field) in segment.inverted.fields.enumerated() {
      do {
        let lengths = try InvertedCheck.run(segment.inverted, field: number)
        guard Schema.isGramsName(field.name) else { continue }
        defer { grams += 1 }
        try segment.boundaries?.field(grams).check(lengths)
      } catch {
        report.problems.append(error)
      }
    }
  }
}
