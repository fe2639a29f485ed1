/// The cells of a collaboration report that told nothing, with what they hold, and rows that lack some.
struct CollaborationCells {
  private(set) var faults: [(line: Int, message: String)] = []

  init(_ table: CollaborationTable, _ records: [Record]) {
    let rows = table.pages.flatMap { page in page.rows.map { (row: $0, columns: page.columns) } }
    for (printed, record) in zip(rows, records) {
      check(printed.row, CollaborationRow(printed.row, columns: printed.columns), record)
      // The last cell of a row may be left blank.
      if printed.row.cells.count + 1 < printed.columns.columns.count {
        faults.append((record.line, "セルが列より少なく、ずれているおそれがあります"))
      }
    }
  }

  private mutating func check(
    _ printed: CollaborationTable.Row, _ row: CollaborationRow, _ record: Record
  ) {
    if record.name.isEmpty {
      faults.append((record.line, "名称のない行です: \(printed.text)"))
    }
    let often = row[.implementation]
    if record.implementation?.kind == .other, !CollaborationColumns.isImplementation(often) {
      noteUnread("実施区分", often, record.line)
    }
    let dates = row[.dates]
    let isRead = record.occurrences.contains { occurrence in
      occurrence.start != nil || occurrence.end != nil || occurrence.cancelled == true
        || occurrence.participants != nil
    }
    if !record.occurrences.isEmpty, !isRead, !dates.isEmpty, !VagueDate.isKnown(dates) {
      noteUnread("実施年月日、参加人数", dates, record.line)
    }
  }

  private mutating func noteUnread(_ heading: String, _ cell: String, _ line: Int) {
    faults.append((line, "\(heading)「\(cell)」を読み取れませんでした"))
  }
}
