import Haskap
import HaskapCivic

/// One commit of an index, open, with what its pages share.
final class Snapshot: Sendable {
  let index: CivicIndex
  /// Changes with the content of the index.
  let fingerprint: String
  /// By id, the place in `CivicIndex.records()`.
  let places: [String: Int]
  let names: NamedIDs
  let years: YearsAnswer
  let reports: [CivicIndexBuilder.Report]
  private let printed = PrintedRows()

  /// Opens the last commit and prepares what questions would have to wait for.
  ///
  /// - Throws: errors of the index; `NotReports`.
  init(path: String) throws {
    let reader = try IndexReader(path: path)
    guard CivicIndex.isCivic(reader) else { throw NotReports(path: path) }
    index = CivicIndex(reader)
    fingerprint = "\(reader.generation)-\(Fingerprint.of(reader.payload))"
    try index.prepareEntities()
    names = try NamedIDs(index)
    years = try index.years()
    reports = try index.reports()
    places = Dictionary(
      try index.records().enumerated().compactMap { place, record in
        record.id.map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The lines of the report that a record comes from; nil where it is not at hand, or has changed.
  func printedLines(of record: Record) -> [String]? { printed.lines(of: record) }
}

/// An index of other documents than reports.
struct NotReports: Error, CustomStringConvertible {
  var path: String
  var description: String {
    "the index '\(path)' holds other documents than reports; name an index of reports by --index"
  }
}
