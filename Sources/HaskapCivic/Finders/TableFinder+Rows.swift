/// Headings and the rows below them.
extension TableFinder {
  mutating func takeRow(_ line: TableGrid.Line, at index: Int) {
    if let office = Self.office(line), nextIsHeading(at: index) {
      officeAbove = office
      isOpen = false
      return loose.append(line)
    }
    if isOpen, let table = tables.indices.last {
      let isHeading =
        line.isHeading
        && !TableHeading.isRow(line.cells, below: tables[table].headings)
      if isHeading || isSubheading(line, of: table) {
        return takeHeadings(line, of: table)
      }
      if Self.isGroup(line, below: tables[table].headings) {
        group = PrintedLine.name(line.cells[1])
        return
      }
      if isTitle(line, at: index) {
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

  /// `課名`, `市民課` in two cells, which holds for the table below, and no other.
  private static func office(_ line: TableGrid.Line) -> String? {
    guard line.filled.count == 2, line.text.utf8.count <= 40,
      HeadingWords.meaning(of: line.text)?.kind == .department
    else { return nil }
    let cell = line.cells[line.filled[1]]
    return PrintedLine.office(cell, isAmongOffices: true) ?? (isBody(cell) ? cell : nil)
  }

  /// 消防本部 has no word of an office.
  private static func isBody(_ cell: String) -> Bool {
    (3...12).contains(cell.count) && ["部", "局", "本部"].contains(where: cell.hasSuffix)
  }

  private func nextIsHeading(at index: Int) -> Bool {
    lines[(index + 1)...].first { !$0.isBlank }?.isHeading ?? false
  }

  /// `Ⅰ　子育て・教育` among rows that are numbered otherwise.
  private static func isGroup(_ line: TableGrid.Line, below headings: [String]) -> Bool {
    let number = line.text.filter { !"()（）.．、".contains($0) }
    return line.filled == [0, 1] && headings.count > 3 && number.count == 1
      && number.allSatisfy { ("Ⅰ"..."Ⅻ").contains($0) }
      && HeadingWords.meaning(of: headings[0])?.kind == .code
  }

  /// `令和5年度 後援行事一覧` beside who made it, above the headings of the next table; a line or two may stand
  /// between.
  private func isTitle(_ line: TableGrid.Line, at index: Int) -> Bool {
    // 1 and 6月4日 begin most rows of few cells.
    guard line.filled.count <= Self.mostTitleCells, (12...180).contains(line.text.utf8.count) else {
      return false
    }
    let words = Brackets.trailing(line.text)?.before.trimmed ?? line.text
    guard PrintedLine.isTitle(line.text) || Self.titleEndings.contains(where: words.hasSuffix)
    else {
      return false
    }
    let below = lines[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(3)
      .drop { $0.filled.count <= Self.mostTitleCells && !$0.isHeading }
    return below.first?.isHeading ?? false
  }

  /// A title, the office that made the list, and a day.
  private static let mostTitleCells = 3

  private static let titleEndings = [
    "一覧", "一覧表", "調査票", "調書", "実績表", "報告書", "報告", "集計表", "名簿", "状況表",
  ]

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
      && (line.isBelowSpan && TableHeading.isParted(tables[table].headings, into: line.cells)
        || TableHeading.continues(tables[table].headings, with: line.cells))
  }

  private mutating func open(_ line: TableGrid.Line) {
    let titles = takeTitles()
    let headings = line.cells.map(Self.withoutUnit)
    tables.append(
      ReportTable(
        line: line.number, headings: headings, titles: titles + [line.joined], isPlain: true))
    group =
      titles.lazy.compactMap { PrintedLine.office($0) }.last ?? officeAbove
      ?? titles.last.flatMap { PrintedLine.office($0, isAmongOffices: true) }
    officeAbove = nil
    isOpen = true
  }

  /// `（単位：円）実施年月日` is 実施年月日: the unit stands above the headings, and not in one.
  private static func withoutUnit(_ heading: String) -> String {
    guard "(（".contains(heading.first ?? " "), heading.dropFirst().hasPrefix("単位"),
      let end = heading.firstIndex(where: { ")）".contains($0) })
    else { return heading }
    let rest = Trimming.spaces(heading[end...].dropFirst())
    return rest.isEmpty ? heading : rest
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
