internal import Haskap
internal import HaskapDocuments

/// The reports that an index shall hold, out of files and of the index that was there.
struct ReportUpdate {
  let earlier: EarlierReports
  private(set) var reports: [EarlierReports.Known] = []
  private(set) var summary = CivicIndexBuilder.Summary()
  var sources: SourcePaths

  init(_ earlier: EarlierReports) {
    self.earlier = earlier
    sources = earlier.sources
    summary.warnings = earlier.warnings
    summary.dropped = earlier.paths.sorted()
  }

  /// Keeps what the index has, but for some files.
  mutating func keepAll(but others: [String]) {
    let others = Set(others)
    for known in earlier.reports where !others.contains(known.report.path) {
      append(known)
      summary.unchanged.append(known.report.path)
    }
  }

  /// Reads those files that are not known, or have changed, as many at a time as there are
  /// processors.
  mutating func read(
    _ files: [CivicIndexBuilder.File], _ progress: (CivicIndexBuilder.Step) throws -> Void
  ) throws {
    let known = Dictionary(earlier.reports.map { ($0.report.path, $0) }) { $1 }
    let checksums = known.mapValues(\.report.checksum)
    try OrderedWork.run(
      files.count, workers: (0..<CivicIndexBuilder.workers).map { _ in Reader() }
    ) { _, place in
      (place, Result { try Self.read(files[place], unless: checksums[files[place].path]) })
    } take: { place, result in
      let path = files[place].path
      try progress(.reading(path))
      take(result, of: path, known[path])
    }
  }

  /// Reading keeps nothing from one file to the next.
  private final class Reader {}

  /// Nil of a file that has this checksum.
  private static func read(
    _ file: CivicIndexBuilder.File, unless known: String?
  ) throws -> EarlierReports.Known? {
    let bytes = try file.read()
    let checksum = CivicIndexBuilder.Report.checksum(of: bytes)
    if checksum == known { return nil }
    let text = try ReportText(file: file.path, bytes: bytes)
    let reading = ReportReader.read(text)
    let report = CivicIndexBuilder.Report(
      path: file.path, checksum: checksum, kind: text.kind.name, layout: reading.layout,
      records: reading.records.count, lines: reading.lines, unreadLines: reading.unreadLines,
      warnings: reading.warnings.map(\.description))
    return (report, reading.records)
  }

  private mutating func take(
    _ result: Result<EarlierReports.Known?, any Error>, of path: String,
    _ known: EarlierReports.Known?
  ) {
    switch (result, known) {
    case (.success(let read?), nil):
      append(read)
      summary.added.append(path)
    case (.success(let read?), _?):
      append(read)
      summary.changed.append(path)
    case (.success(nil), _):
      if let known { append(known) }
      summary.unchanged.append(path)
    case (.failure(let error), _):
      summary.failed.append(.init(path: path, reason: "\(error)", isKept: known != nil))
      if let known { append(known) }
    }
  }

  private mutating func append(_ report: EarlierReports.Known) {
    reports.append(report)
    summary.dropped.removeAll { $0 == report.report.path }
  }
}
