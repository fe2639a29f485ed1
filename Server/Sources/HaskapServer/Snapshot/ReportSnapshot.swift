import Haskap
import HaskapCivic

/// One commit of an index of reports, open, with what its pages share.
final class ReportSnapshot: Sendable {
  let reader: IndexReader
  let index: CivicIndex
  let fingerprint: String
  /// By id, the place in `CivicIndex.records()`.
  let places: [String: Int]
  let names: NamedIDs
  let years: YearsAnswer
  let reports: [CivicIndexBuilder.Report]
  /// Each with what it was made of.
  let cards = RecentValues<CardKey, (entry: CivicEntry, card: Card)>(room: 2 << 20) { key, value in
    value.card.title.utf8.count + value.card.details.utf8.count + key.id.utf8.count + 512
  }
  private let printed = PrintedRows()
  private let paths: HiddenPaths

  /// - Throws: errors of the index.
  init(_ reader: IndexReader) throws {
    self.reader = reader
    index = CivicIndex(reader)
    fingerprint = "\(reader.generation)-\(Fingerprint.of(reader.payload))"
    try index.prepareEntities()
    names = try NamedIDs(index)
    years = try index.years()
    reports = try index.reports()
    paths = HiddenPaths(reports.map(\.path))
    places = Dictionary(
      try index.records().enumerated().compactMap { place, record in
        record.id.map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The lines of the report that a record comes from; nil where it is not at hand, or has changed.
  func printedLines(of record: Record) -> [String]? { printed.lines(of: record) }

  /// A text of an answer without the folders of this machine.
  func shown(_ text: String) -> String { paths.hidden(in: text) }
}
