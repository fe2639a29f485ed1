import HaskapText

/// Reads any report of tables with headings: a record for each row, and paragraphs for the rest.
enum TableReader {
  static func read(_ text: ReportText) -> Reading {
    let grid = TableGrid(text.lines) { text.source(ofLine: $0)?.isBelowSpan ?? false }
    let finder = TableFinder(grid)
    let hasRows = finder.tables.contains { !$0.rows.isEmpty }
    var reading = Reading(layout: hasRows ? .table : .paragraphs)
    reading.lines = text.lines.count { !$0.isBlank }
    if !hasRows {
      reading.warnings = [ParagraphReader.warning(finder.paragraphs.count, of: text)]
    }
    // 令和5年度_協働事業.csv
    let yearBelow =
      finder.yearBelow ?? (text.document.contains("年") ? TitleYear.year(in: text.document) : nil)
    let report = TableReading.Report(
      text: text, yearBelow: yearBelow, namesOffices: finder.namesOffices)
    let sections = FormSections(grid.lines) { text.source(ofLine: $0)?.sheet }
    let kept = TableReading.add(sections.labeled(finder.tables), of: report, to: &reading)
    inferYears(of: &reading)
    let paragraphs = finder.paragraphs
    reading.records += SharedWork.map(paragraphs.count) {
      ParagraphReader.record(paragraphs[$0], of: text)
    }
    if hasRows { UnreadLines.tell(of: finder.paragraphs, in: &reading, file: text.file) }
    reading.sortRecords()
    Leftovers.keep(
      text, in: &reading, besides: kept,
      isHead: { RecordHeads.contain($0, above: $1, in: grid.printed) },
      cells: { grid.printed[$0].cells.map(\.withSingleSpaces).filter { !$0.isEmpty } })
    return reading
  }

  /// What has neither a year nor a day of its own is of the year that all other records are of.
  private static func inferYears(of reading: inout Reading) {
    let years = Set(reading.records.compactMap(\.fiscalYear))
    guard years.count == 1, let year = years.first else { return }
    for index in reading.records.indices
    where reading.records[index].fiscalYear == nil && reading.records[index].layout == .table {
      reading.records[index].fiscalYear = year
      reading.records[index].notes.append(
        .init(
          kind: .inferred, field: "fiscalYear", reason: "年度の記載がないため、ほかの記録から\(year)年度としました"))
    }
  }
}
