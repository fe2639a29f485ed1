import HaskapText

/// The fiscal year of a table's rows where no title, row or cell says it.
struct TableYear {
  /// The one that most dates of the table lie in.
  let inferred: Int?
  /// The latest that the headings print (`R5年度の成果`), else the one of the lines below the table.
  let printed: Int?

  init(_ rows: [ReportTable.Row], columns: TableColumns, below: Int?, memory: CellMemory) {
    let isTold = rows.allSatisfy { $0.fiscalYear != nil } || !columns.columns(.fiscalYear).isEmpty
    inferred = isTold ? nil : Self.usual(rows, columns, memory)
    printed = isTold || inferred != nil ? nil : Self.latestYear(of: columns.headings) ?? below
  }

  private static func latestYear(of headings: [String]) -> Int? {
    headings.filter { !HeadingWords.isPlanned($0) }.compactMap(TitleYear.year(ofHeading:)).max()
  }

  private static func usual(
    _ rows: [ReportTable.Row], _ columns: TableColumns, _ memory: CellMemory
  ) -> Int? {
    let dates = columns.columns(.date) + columns.columns(.start)
    let years = rows.prefix(500).flatMap { row in
      dates.compactMap { column -> Int? in
        memory.year(ofDate: row.cells[safe: column], era: columns.era(of: column))
      }
    }
    return Dictionary(grouping: years) { $0 }
      .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
  }
}

extension TableFinder {
  /// The only fiscal year that lines below the tables print, where nothing above them says one:
  /// `※令和5年度分`.
  var yearBelow: Int? {
    guard tables.allSatisfy({ $0.rows.allSatisfy { $0.fiscalYear == nil } }) else { return nil }
    let texts = tables.flatMap(\.rows).flatMap(\.notes) + paragraphs.flatMap(\.texts)
    let years = Set(texts.filter { $0.contains("年度") }.compactMap(TitleYear.year(in:)))
    return years.count == 1 ? years.first : nil
  }
}
