/// Lines of text between the rows of a table.
extension TableFinder {
  mutating func takeBetween(_ line: TableGrid.Line, of table: Int, at index: Int) {
    let next = lines[(index + 1)...].first { !$0.isBlank }
    let isTitle = { line.year != nil && PrintedLine.canBeTitle(line.text) }
    if line.cells.count == 1, isTitle() || nextIsHeading(next, table) {
      // A title of a table that follows, of this one's next year, or of what comes behind.
      if isTitleOfGroup(line.text, before: next) {
        year.read(line)
        group = PrintedLine.name(line.text)
        return
      }
      isOpen = false
      takeLoose(line)
    } else if line.cells.count > 1, line.filled[0] > 0, !tables[table].rows.isEmpty,
      line.filled[0] != tables[table].groupColumn, !isNote(line, below: tables[table])
    {
      addRow(line, to: table)
    } else if PrintedLine.isNote(line.text) || PageNumber.matches(line.text) {
      note(line.text, table)
    } else if PrintedLine.isGroup(line.text, isRow: line.cells.count > 1) {
      year.read(line)
      group = PrintedLine.name(line.text)
      if tables[table].rows.isEmpty, line.cells.count > 1 {
        tables[table].groupColumn = line.filled[0]
      }
      if next?.filled.count ?? 0 < 2 { note(line.text, table) }
    } else if next?.isRow == true, !tables[table].rows.isEmpty {
      note(line.text, table)
    } else {
      isOpen = false
      takeLoose(line)
    }
  }

  /// `（注）人数は概数` and `担当：市民協働課` below the first heading are no cells of a row.
  private func isNote(_ line: TableGrid.Line, below table: ReportTable) -> Bool {
    let first = table.headings.firstIndex { !$0.isEmpty } ?? 0
    guard line.filled[0] <= first else { return false }
    let kind = SheetLabel.labeled(line.text)?.kind
    return PrintedLine.isNote(line.text) || kind == .department || kind == .contact
  }

  private func nextIsHeading(_ next: TableGrid.Line?, _ table: Int) -> Bool {
    guard let next, next.filled.count > 1, !tables[table].rows.isEmpty else { return false }
    return next.isHeading
  }

  /// A year alone above rows of the same table.
  private func isTitleOfGroup(_ text: String, before next: TableGrid.Line?) -> Bool {
    guard let next, next.filled.count > 1 else { return false }
    return !next.isHeading
  }

  private mutating func note(_ text: String, _ table: Int) {
    guard let row = tables[table].rows.indices.last else {
      tables[table].titles.append(text)
      return
    }
    tables[table].rows[row].notes.append(text)
  }
}
