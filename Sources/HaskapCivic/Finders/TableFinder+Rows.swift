/// Headings and the rows below them.
extension TableFinder {
  mutating func takeRow(_ line: TableGrid.Line, at index: Int) {
    if isOpen, let table = tables.indices.last {
      let isHeading =
        line.isHeading
        && !TableHeading.isRow(line.cells, below: tables[table].headings)
      if isHeading || isSubheading(line, of: table) {
        return takeHeadings(line, of: table)
      }
      if isTitle(line, above: index + 1) {
        isOpen = false
        year.read(line.joined)
        return loose.append(line)
      }
      return addRow(line, to: table)
    }
    if line.isHeading || isUnknownHeading(at: index) { return open(line) }
    let text = line.joined
    let mayBeLabeled = line.filled.count == 2 && TitleYear.year(in: text) == nil
    if PrintedLine.isTitle(text) || mayBeLabeled { year.read(text) }
    loose.append(line)
  }

  /// `令和5年度 後援行事一覧` beside who made it, right above the headings of the next table.
  private func isTitle(_ line: TableGrid.Line, above next: Int) -> Bool {
    guard line.filled.count == 2, PrintedLine.isTitle(line.text) else { return false }
    return lines[next...].first { !$0.isBlank }?.isHeading ?? false
  }

  private mutating func takeHeadings(_ line: TableGrid.Line, of table: Int) {
    let isSame = line.cells.filter { !$0.isEmpty } == tables[table].headings.filter { !$0.isEmpty }
    if isSame { return }
    if tables[table].rows.isEmpty {
      tables[table].headings = TableHeading.joined(tables[table].headings, line.cells)
      tables[table].titles.append(line.joined)
    } else {
      open(line)
    }
  }

  private func isSubheading(_ line: TableGrid.Line, of table: Int) -> Bool {
    tables[table].rows.isEmpty
      && TableHeading.continues(tables[table].headings, with: line.cells)
  }

  private mutating func open(_ line: TableGrid.Line) {
    let titles = takeTitles()
    let headings = line.cells
    tables.append(
      ReportTable(
        line: line.number, headings: headings, titles: titles + [line.joined], isPlain: true))
    group =
      titles.lazy.compactMap { PrintedLine.office($0) }.last
      ?? titles.last.flatMap { PrintedLine.office($0, isAmongOffices: true) }
    isOpen = true
  }

  mutating func addRow(_ line: TableGrid.Line, to table: Int) {
    tables[table].rows.append(
      ReportTable.Row(
        line: line.number, cells: line.cells, group: group,
        fiscalYear: year.isCalendar ? nil : year.value,
        calendarYear: year.isCalendar ? year.value : nil))
  }

  /// Headings of no known word: short cells above three rows at least that are as wide.
  private func isUnknownHeading(at index: Int) -> Bool {
    let cells = lines[index].cells
    guard cells.count >= 3, cells.allSatisfy({ !$0.isEmpty && $0.count <= 12 }),
      !cells.contains(where: { $0.contains(where: \.isDigit) }), Set(cells).count == cells.count
    else { return false }
    let isHalfKnown = cells.count { HeadingWords.meaning(of: $0) != nil } >= 2
    let below = lines[(index + 1)...].prefix(isHalfKnown ? 2 : 3)
    return below.count == (isHalfKnown ? 2 : 3)
      && below.allSatisfy { $0.filled.count > 1 && $0.cells.count <= cells.count }
      && below.contains { $0.cells.contains { $0.contains(where: \.isDigit) } }
  }
}
