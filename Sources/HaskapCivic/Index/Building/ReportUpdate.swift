internal import Haskap
internal import HaskapDocuments

/// The reports that an index shall hold, out of files and of the index that was there.
struct ReportUpdate {
  /// A report, and its records where they were read now; nil for those that the index has.
  typealias Entry = (report: CivicIndexBuilder.Report, records: [RecordBlock]?)

  let earlier: EarlierReports
  private var entries: [ExactString: Entry] = [:]
  private var summary = CivicIndexBuilder.Summary()
  var sources: SourcePaths

  init(_ earlier: EarlierReports) {
    self.earlier = earlier
    sources = earlier.sources
    summary.warnings = earlier.warnings
  }

  var result: CivicIndexBuilder.Summary {
    var summary = summary
    summary.dropped = earlier.paths.filter { entries[ExactString($0)] == nil }.sorted()
    return summary
  }

  /// In the order of their paths, whatever the order in which they came.
  var reports: [Entry] { entries.sorted { $0.key < $1.key }.map(\.value) }

  /// Keeps what the index has, but for some files.
  mutating func keepAll(but others: [String]) {
    let others = Set(others.map(ExactString.init))
    for report in earlier.reports where !others.contains(ExactString(report.path)) {
      append((report, nil))
      summary.unchanged.append(report.path)
    }
  }

  /// Reads those files that are not known, or have changed, as many at a time as there are
  /// processors.
  ///
  /// - Throws: `StorageError` where records cannot be set aside; what `progress` throws.
  mutating func read(
    _ files: [CivicIndexBuilder.File], _ progress: (CivicIndexBuilder.Step) throws -> Void
  ) throws {
    let file = earlier.file
    let known = Dictionary(earlier.reports.map { (ExactString($0.path), $0) }) { $1 }
    try OrderedWork.run(files.count) { place in
      (
        place,
        Result {
          try Self.read(
            files[place], unless: known[ExactString(files[place].path)]?.checksum, file)
        }
      )
    } take: { place, result in
      let path = files[place].path
      try progress(.reading(path))
      if case .failure(let error as StorageError) = result { throw error }
      take(result, of: path, known[ExactString(path)])
    }
  }

  /// Nil of a file that has this checksum.
  private static func read(
    _ file: CivicIndexBuilder.File, unless known: String?, _ spill: SpillFile
  ) throws -> Entry? {
    let bytes = try file.read()
    let checksum = CivicIndexBuilder.Report.checksum(of: bytes)
    if checksum == known { return nil }
    let text = try ReportText(file: file.path, bytes: bytes)
    let reading = ReportReader.read(text)
    let cities = Dictionary(reading.records.map { ($0.municipality ?? "", 1) }, uniquingKeysWith: +)
    let report = CivicIndexBuilder.Report(
      path: file.path, checksum: checksum, kind: text.kind.name, layout: reading.layout,
      records: reading.records.count, lines: reading.lines, unreadLines: reading.unreadLines,
      warnings: reading.warnings.map(\.description), cities: cities)
    let placed = reading.records.enumerated().map {
      CityRecords.Placed(record: $1, report: file.path, place: $0)
    }
    return (report, try RecordBlock.all(placed, in: spill))
  }

  private mutating func take(
    _ result: Result<Entry?, any Error>, of path: String, _ known: CivicIndexBuilder.Report?
  ) {
    switch (result, known) {
    case (.success(let read?), nil):
      append(read)
      summary.added.append(path)
    case (.success(let read?), _?):
      append(read)
      summary.changed.append(path)
    case (.success(nil), _):
      if let known { append((known, nil)) }
      summary.unchanged.append(path)
    case (.failure(let error), _):
      // Of a folder that is away, all that the index has of it.
      let kept = earlier.reports.filter { SourcePaths.covers(path, $0.path) }
      summary.failed.append(.init(path: path, reason: "\(error)", isKept: !kept.isEmpty))
      for report in kept where entries[ExactString(report.path)] == nil { append((report, nil)) }
    }
  }

  private mutating func append(_ entry: Entry) {
    entries[ExactString(entry.report.path)] = entry
  }
}

extension ReportUpdate {
  /// All records, those that the index has included, in the order of their reports.
  ///
  /// - Throws: `FormatError` when the index is damaged; `StorageError`.
  func blocks() throws -> [RecordBlock] {
    let reports = reports
    let known = reports.contains { $0.records == nil } ? try earlier.allRecords() : [:]
    return reports.flatMap { report, records in
      records ?? known[ExactString(report.path)] ?? []
    }
  }

  /// Those that were read now.
  ///
  /// - Throws: `StorageError`.
  func newRecords() throws -> [CityRecords.Placed] {
    try reports.flatMap { $0.records ?? [] }.flatMap { try $0.records(in: earlier.file) }
  }
}
