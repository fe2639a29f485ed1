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

  /// Reads those files that are not known, or have changed.
  mutating func read(
    _ files: [CivicIndexBuilder.File], _ progress: (CivicIndexBuilder.Step) throws -> Void
  ) rethrows {
    let known = Dictionary(earlier.reports.map { ($0.report.path, $0) }) { $1 }
    for file in files {
      try progress(.reading(file.path))
      do {
        try read(file, known[file.path])
      } catch {
        summary.failed.append(
          .init(path: file.path, reason: "\(error)", isKept: known[file.path] != nil))
        if let kept = known[file.path] { append(kept) }
      }
    }
  }

  private mutating func read(
    _ file: CivicIndexBuilder.File, _ known: EarlierReports.Known?
  ) throws {
    let bytes = try file.read()
    let checksum = CivicIndexBuilder.Report.checksum(of: bytes)
    if let known, known.report.checksum == checksum {
      append(known)
      return summary.unchanged.append(file.path)
    }
    let text = try ReportText(file: file.path, bytes: bytes)
    let reading = ReportReader.read(text)
    let report = CivicIndexBuilder.Report(
      path: file.path, checksum: checksum, kind: text.kind.name, layout: reading.layout,
      records: reading.records.count, lines: reading.lines, unreadLines: reading.unreadLines,
      warnings: reading.warnings.map(\.description))
    append((report, reading.records))
    if known == nil {
      summary.added.append(file.path)
    } else {
      summary.changed.append(file.path)
    }
  }

  private mutating func append(_ report: EarlierReports.Known) {
    reports.append(report)
    summary.dropped.removeAll { $0 == report.report.path }
  }
}
