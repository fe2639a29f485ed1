import HaskapText

/// Reads the city's yearly reports of projects done together with organizations (協働事業実施状況).
enum CollaborationReader {
  /// How many lines of a text look like such a report.
  @Sendable static func score(_ text: ReportText) -> Int {
    let table = CollaborationTable(text.lines)
    let rows = table.pages.reduce(0) { $0 + $1.rows.count }
    let others = table.unread.count { $0.cells.count > 1 }
    guard table.hasOwnSigns, Double(rows) >= Reading.minShare * Double(rows + others) else {
      return 0
    }
    return rows == 0 ? 0 : rows + 10 * table.counts.count
  }

  @Sendable static func read(_ text: ReportText) -> Reading {
    let table = CollaborationTable(text.lines)
    var reading = Reading(layout: .collaboration)
    let year = CollaborationYear(table)
    let builder = CollaborationRecords(
      document: text.document, year: year, vocabulary: Vocabulary(text.lines))
    reading.records = builder.records(table)
    CollaborationRecords.number(&reading.records)
    reading.lines = table.lineCount
    let checks = CollaborationChecks(file: text.file, table: table, year: year)
    let cells = CollaborationCells(table, reading.records)
    reading.unreadLines = table.unread.count
    reading.linesPartlyRead = Set(cells.faults.map(\.line))
    reading.warnings = checks.warnings(reading.records, cells)
    return reading
  }
}

/// The fiscal year of a report: printed in its title, or the one that most of its dates lie in.
struct CollaborationYear {
  let fiscalYear: Int?
  let isInferred: Bool

  init(_ table: CollaborationTable) {
    isInferred = table.fiscalYear == nil
    fiscalYear =
      table.fiscalYear ?? Self.mostFrequent(Self.dated(table))
      ?? Self.mostFrequent(Self.named(table))
  }

  private static func dated(_ table: CollaborationTable) -> [Int] {
    rows(table).flatMap { OccurrenceCell($0[.dates], fiscalYear: nil).occurrences }
      .compactMap { $0.start?.fiscalYear }
  }

  private static func named(_ table: CollaborationTable) -> [Int] {
    rows(table).compactMap { TitleYear.fiscalYear(Folding.folded($0[.name])) }
  }

  private static func rows(_ table: CollaborationTable) -> [CollaborationRow] {
    table.pages.flatMap { page in page.rows.map { CollaborationRow($0, columns: page.columns) } }
  }

  private static func mostFrequent(_ years: [Int]) -> Int? {
    Dictionary(grouping: years) { $0 }.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?
      .key
  }
}
