internal import CLibrary

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

    fileprivate static func + (left: Report, right: Report) -> Report {
      var sum = left
      sum.generation &+= right.generation
      sum.segments += right.segments
      sum.documents &+= right.documents
      sum.files += right.files
      sum.bytes &+= right.bytes
      sum.problems += right.problems
      return sum
    }
  }

  /// Checks every byte of every file against its checksum; then that terms, documents and positions
  /// are in order, that frequencies, lengths and bounds are what they sum up, that words are cut
  /// inside their texts, that columns and postings have the same keywords, and that all columns and
  /// stored documents can be read. Of every field the first contradiction is reported. The index is
  /// not changed, and may be written meanwhile.
  public static func run(path: String) -> Report { run(IndexDirectory(path: path)) }

  /// The same of several indexes that are asked as one. Files are named with their folders.
  public static func run(paths: [String]) -> Report {
    if paths.count == 1 { return run(path: paths[0]) }
    let reports = paths.map { run(IndexDirectory(path: $0, namesFolder: true)) }
    return reports.reduce(Report()) { $0 + $1 }
  }

  /// That segments are sound, as `run` finds out: what is merged is not sealed anew with its damage.
  static func require(
    _ segments: [SegmentRecord], _ schema: Schema, in directory: IndexDirectory
  ) throws {
    var report = Report()
    for segment in segments { check(open(segment, schema, directory), schema, &report) }
    if let problem = report.problems.first { throw problem }
  }

  static func run(_ directory: IndexDirectory) -> Report {
    var report = Report()
    do {
      let (manifest, segments) = try open(directory)
      report.generation = manifest.generation
      report.segments = segments.count
      report.documents = segments.reduce(0) { $0 &+ $1.record.liveCount }
      for segment in segments { check(segment, manifest.schema, &report) }
      try manifest.schema.checkAnalyzers(against: manifest.fingerprints, path: directory.path)
    } catch {
      report.problems.append(error)
    }
    return report
  }

  /// The files of a segment, and the segment that they make up, or why they do not.
  private struct Opened {
    let record: SegmentRecord
    let files: [Result<MappedFile, any Error>]
    let segment: Result<Segment, any Error>

    /// Whether a file is not there: damage, or another commit has removed it.
    var isIncomplete: Bool {
      files.contains { if case .failure(let error) = $0 { error.isMissingFile } else { false } }
        || { if case .failure(let error) = segment { error.isMissingFile } else { false } }()
    }
  }

  /// Maps the files of the newest commit, all before any is read: what is mapped stays, whatever is
  /// committed meanwhile. Where one is gone and the manifest is another by then, it begins anew.
  private static func open(_ directory: IndexDirectory) throws -> (Manifest, [Opened]) {
    var manifest = try Manifest(directory)
    while true {
      let segments = manifest.segments.map { open($0, manifest.schema, directory) }
      guard segments.contains(where: \.isIncomplete) else { return (manifest, segments) }
      let newer = try Manifest(directory)
      guard newer != manifest else { return (manifest, segments) }
      manifest = newer
    }
  }

  private static func open(
    _ record: SegmentRecord, _ schema: Schema, _ directory: IndexDirectory
  ) -> Opened {
    let entries = record.files.entries.sorted { $0.key.rawValue < $1.key.rawValue }
    let files = entries.map { kind, file in
      Result {
        try MappedFile(
          directory, name: file.name, kind: kind, segment: record.number, record: file)
      }
    }
    let segment = Result { try Segment(directory, record, schema: schema) }
    return Opened(record: record, files: files, segment: segment)
  }

  private static func check(_ opened: Opened, _ schema: Schema, _ report: inout Report) {
    let before = report.problems.count
    for file in opened.files { check(file, &report) }
    // What is damaged already is not read any further.
    guard report.problems.count == before else { return }
    do {
      let segment = try opened.segment.get()
      let rest = checkInverted(segment, schema, &report)
      guard report.problems.count == before else { return }
      try rest.get()
    } catch {
      report.problems.append(error)
    }
  }

  private static func check(_ file: Result<MappedFile, any Error>, _ report: inout Report) {
    report.files += 1
    do {
      let file = try file.get()
      report.bytes += file.record.length
      try file.verifyAll()
    } catch {
      report.problems.append(error)
    }
  }

  private static func check(_ segment: Segment, _ schema: Schema) throws {
    try segment.documents.blocks.check()
    for document in 0..<segment.documentCount {
      _ = try segment.documents.document(document, fields: schema.fields)
    }
    for (number, field) in schema.fields.enumerated() {
      guard let column = segment.columns[number] else { continue }
      let view = try column.view()
      for document in 0..<segment.documentCount {
        for index in try view.range(of: document) { _ = try view.value(at: index) }
      }
      try column.keywords?.checkOrder()
      try KeywordCheck.run(segment, field.name, column)
    }
  }

  /// Checks the indexed fields, and the rest of the segment beside them.
  ///
  /// - Returns: what is wrong with the rest, which tells something only where the fields are sound.
  private static func checkInverted(
    _ segment: Segment, _ schema: Schema, _ report: inout Report
  ) -> Result<Void, any Error> {
    let inverted = segment.inverted
    let count = inverted.fields.count
    var (number, grams) = (0, 0)
    var rest = Result<Void, any Error>.success(())
    do {
      try OrderedWork.run(count + 1) { field in
        Result { () throws -> [UInt32] in
          if field < count { return try InvertedCheck.run(inverted, field: field) }
          try PairsCheck.run(inverted)
          try check(segment, schema)
          return []
        }
      } take: { result in
        defer { number += 1 }
        guard number < count else {
          rest = result.map { _ in }
          return
        }
        do {
          let lengths = try result.get()
          guard Schema.isGramsName(inverted.fields[number].name) else { return }
          defer { grams += 1 }
          try segment.boundaries?.field(grams).check(lengths)
        } catch {
          report.problems.append(error)
        }
      }
    } catch {
      report.problems.append(error)
    }
    return rest
  }
}

extension Error {
  fileprivate var isMissingFile: Bool { (self as? StorageError)?.code == ENOENT }
}
