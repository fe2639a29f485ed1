import HaskapText

/// Reads any report of tables with headings: a record for each row, and paragraphs for the rest.
enum TableReader {
  static func read(_ text: ReportText) -> Reading {
    let finder = TableFinder(TableGrid(text.lines))
    let hasRows = finder.tables.contains { !$0.rows.isEmpty }
    var reading = Reading(layout: hasRows ? .table : .paragraphs)
    reading.lines = text.lines.count { !$0.isBlank }
    if !hasRows {
      reading.warnings = [ParagraphReader.warning(finder.paragraphs.count, of: text)]
    }
    // 令和5年度_協働事業.csv
    let yearBelow =
      finder.yearBelow ?? (text.document.contains("年") ? TitleYear.year(in: text.document) : nil)
    var kept: Set<Int> = []
    for table in finder.tables { read(table, of: finder, yearBelow, text, into: &reading, &kept) }
    inferYears(of: &reading)
    for paragraph in finder.paragraphs {
      reading.records.append(ParagraphReader.record(paragraph, of: text))
    }
    reading.sortRecords()
    Leftovers.keep(text, in: &reading, besides: kept)
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

  private static func read(
    _ printed: ReportTable, of finder: TableFinder, _ yearBelow: Int?, _ text: ReportText,
    into reading: inout Reading, _ kept: inout Set<Int>
  ) {
    let table = printed.unfolded().unlabeled().unstacked().unbracketed()
    let columns = TableColumns(table, haveOfficeGroups: finder.namesOffices)
    let found = TableRows(table, columns: columns)
    let rows = found.rows
    reading.sums += found.sums
    reading.continuations += found.continuations
    if printed.isPlain { reading.notes += found.notes }
    if let row = found.firstUncopied {
      reading.warnings.append(
        .init(
          file: text.file, line: row.line,
          message: "結合されたセルが長いため、この行からは写さず、はじめの行だけに残しました"))
    }
    if printed.isPlain, table.headings == printed.headings {
      // What `〃` stands for takes its place.
      let dittos = printed.rows.lazy.filter { $0.cells.contains(where: CellText.isDitto) }
      kept.formUnion(rows.map(\.line))
      kept.subtract(dittos.map(\.line))
    }
    let year = TableYear(rows, columns: columns, below: yearBelow)
    let first = reading.records.count
    var memory = CellMemory(rows, columns: columns)
    for row in rows {
      let record = TableRecord(
        row, columns: columns, year: year, document: text.document, memory: &memory)
      reading.rows += 1
      if record.record.name.isEmpty {
        reading.rowsUnread += 1
        reading.unreadLines += 1
        reading.warnings.append(
          .init(file: text.file, line: row.line, message: "名称のない行です: \(TableRows.text(row))"))
        reading.records.append(ParagraphReader.record(row, of: text))
        continue
      }
      if record.isPartlyRead { reading.rowsPartlyRead += 1 }
      reading.warnings += record.faults.map {
        .init(file: text.file, line: row.line, message: $0)
      }
      reading.records.append(record.record)
    }
    if first < reading.records.count {
      reading.records[first].rest = table.titles + reading.records[first].rest
    } else if !table.titles.isEmpty {
      reading.records.append(ParagraphReader.record(table.titles, line: table.line, of: text))
    }
  }
}
