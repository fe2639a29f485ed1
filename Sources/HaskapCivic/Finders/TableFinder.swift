import HaskapText

/// Finds the tables among the lines of a report.
///
/// A table begins with its headings, which pages may repeat, and goes on to the next ones. Lines
/// between its rows are groups, notes, or the rest of a broken cell; lines before it are its title.
struct TableFinder {
  private(set) var tables: [ReportTable] = []
  /// Lines that belong to no table, paragraphs parted by blank lines.
  private(set) var paragraphs: [Paragraph] = []

  struct Paragraph {
    var line: Int
    var fiscalYear: Int?
    var texts: [String]
  }

  private let lines: [TableGrid.Line]
  private var year: Int?
  /// Whether only a line such as `開催日：令和5年6月4日` tells the year.
  private var isYearLabeled = false
  private var group: String? {
    didSet {
      if let group, group != oldValue, PrintedLine.office(group) != nil { namesOffices = true }
    }
  }
  /// Whether groups are the names of offices.
  private(set) var namesOffices = false
  /// Lines of text that the next headings may have for a title.
  private var pending: [TableGrid.Line] = []
  private var isOpen = false
  private var hasLists = false
  /// Whether a title says that what is numbered below it are bodies.
  private var listsBodies = false

  init(_ grid: TableGrid) {
    lines = grid.lines
    var index = 0
    // Labels that make no sheet make none from their second line on either: none is read twice.
    var labelsEnd = 0
    while index < lines.count {
      if lines[index].isBlank {
        take(lines[index], at: index)
        index += 1
      } else if index >= labelsEnd, let (sheets, end) = SheetFinder.sheets(lines, from: index) {
        labelsEnd = end
        guard !sheets.isEmpty else { continue }
        add(sheets)
        index = end
      } else if let (list, end) = ListFinder.list(
        lines, from: index, isOpen: isOpen, hasLists: hasLists)
      {
        add([list])
        hasLists = true
        index = end
      } else {
        take(lines[index], at: index)
        index += 1
      }
    }
    flush()
    tables = SheetTables.withBodies(tables)
  }

  private mutating func add(_ sheets: [ReportTable]) {
    let called = takeName(for: sheets)
    // Of a body that names no project the sheet tells what it did.
    let isBody =
      called.map { Self.isBody($0) || listsBodies && BodyEnding.ends($0) } ?? false
      && !Self.tellsBodies(sheets)
    let name = isBody ? nil : called
    let body = isBody ? called : takeBody(for: sheets)
    let titles = takeTitles()
    let office = titles.lazy.compactMap { PrintedLine.office($0) }.last
    let above = titles.last.flatMap { PrintedLine.office($0) }
    for (place, sheet) in sheets.enumerated() {
      var table = sheet
      if place == 0, let name {
        for pair in SheetTables.pairs(ofName: name).reversed() {
          table.addColumn(pair.label, pair.values[0])
        }
      }
      if place == 0, let body { table.addColumn("団体名", body) }
      if place == 0 { table.titles = titles }
      for row in table.rows.indices {
        table.rows[row].fiscalYear = table.rows[row].fiscalYear ?? year
        if table.isList || office == above { table.rows[row].group = office }
      }
      tables.append(table)
    }
    isOpen = false
  }

  /// The line right above a sheet without a label for its name: `1 海岸清掃`, `【海岸清掃】`.
  private mutating func takeName(for sheets: [ReportTable]) -> String? {
    guard sheets.first?.rows.count == 1, sheets.first?.tellsName == false else { return nil }
    // A sentence may stand between the name and the sheet.
    let above = pending.suffix(Self.maxTitles).reversed().drop { $0.joined.hasSuffix("。") }
    guard let line = above.first(where: { !$0.isBlank }) else { return nil }
    let isNear = above.first?.isBlank == false
    return PrintedLine.nameOfSheet(line.joined, isNear: isNear)
  }

  /// The numbered line right above a sheet that names a project and no body: `1 花の会`, `●花の会`.
  private func takeBody(for sheets: [ReportTable]) -> String? {
    guard sheets.count == 1, sheets[0].rows.count == 1, sheets[0].tellsName,
      !Self.tellsBodies(sheets), let above = pending.last, !above.isBlank,
      let rest = PrintedLine.ordinal(above.joined)?.rest ?? Self.item(above.joined),
      BodyEnding.endsAlone(rest) || listsBodies && rest.count <= 30
    else { return nil }
    return rest
  }

  /// `●花の会` is 花の会.
  private static func item(_ text: String) -> String? {
    PrintedLine.startsItem(text) ? PrintedLine.name(text) : nil
  }

  private static func tellsBodies(_ sheets: [ReportTable]) -> Bool {
    sheets.contains { sheet in
      sheet.headings.contains { HeadingWords.meaning(of: $0)?.kind.namesOrganizations ?? false }
    }
  }

  /// True of 東町自主防災会 and 東町町内会, not of 東町交流会.
  private static func isBody(_ name: String) -> Bool {
    OrganizationList.isIndependent(name) || name.hasSuffix("防災会")
  }

  /// `ボランティア団体の活動報告` is a title of bodies, `市民団体との協働事業一覧` one of projects.
  private static func tellsOfBodies(_ title: String) -> Bool {
    title.count <= 40 && ["団体", "グループ", "サークル"].contains(where: title.contains)
      && !["団体と", "団体等と", "団体による", "団体等による"].contains(where: title.contains)
      && ["一覧", "報告", "実績", "紹介", "状況", "概要"].contains(where: title.contains)
  }

  private mutating func take(_ line: TableGrid.Line, at index: Int) {
    if line.isBlank {
      if !isOpen { pending.append(line) }
    } else if line.filled.count > 1 {
      takeRow(line, at: index)
    } else if isOpen, let table = tables.indices.last {
      takeBetween(line, of: table, at: index)
    } else {
      readYear(line.text)
      listsBodies = listsBodies || Self.tellsOfBodies(line.text)
      pending.append(line)
    }
  }

  private mutating func readYear(_ text: String) {
    if let printed = TitleYear.year(in: text) ?? TitleYear.year(ofSheet: text) {
      // `令和6年4月1日現在` tells when a list was made, where its title tells the year.
      let tellsMaking =
        !text.contains("年度") && TitleYear.tellsMaking(text) || PrintedLine.tellsOfDay(text)
      if year == nil || !tellsMaking { (year, isYearLabeled) = (printed, false) }
    } else if year == nil || isYearLabeled, let labeled = TitleYear.year(ofLabeled: text) {
      (year, isYearLabeled) = (labeled, true)
    }
  }

  // MARK: Rows

  private mutating func takeRow(_ line: TableGrid.Line, at index: Int) {
    if isOpen, let table = tables.indices.last {
      let isHeading =
        TableHeading.matches(line.cells)
        && !TableHeading.isRow(line.cells, below: tables[table].headings)
      if isHeading || isSubheading(line, of: table) {
        return takeHeadings(line, of: table)
      }
      return addRow(line, to: table)
    }
    if TableHeading.matches(line.cells) || isUnknownHeading(at: index) { return open(line) }
    let text = line.joined
    let mayBeLabeled = line.filled.count == 2 && TitleYear.year(in: text) == nil
    if PrintedLine.isTitle(text) || mayBeLabeled { readYear(text) }
    pending.append(line)
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

  private mutating func addRow(_ line: TableGrid.Line, to table: Int) {
    tables[table].rows.append(
      ReportTable.Row(line: line.number, cells: line.cells, group: group, fiscalYear: year))
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

  // MARK: Lines between rows

  private mutating func takeBetween(_ line: TableGrid.Line, of table: Int, at index: Int) {
    let next = lines[(index + 1)...].first { !$0.isBlank }
    if line.cells.count == 1, PrintedLine.isTitle(line.text) || nextIsHeading(next, table) {
      // A title of a table that follows, of this one's next year, or of what comes behind.
      if isTitleOfGroup(line.text, before: next) {
        readYear(line.text)
        group = PrintedLine.name(line.text)
        return
      }
      isOpen = false
      readYear(line.text)
      pending.append(line)
    } else if line.cells.count > 1, line.filled[0] > 0, !tables[table].rows.isEmpty,
      !isNote(line, below: tables[table])
    {
      addRow(line, to: table)
    } else if PrintedLine.isNote(line.text) || PageNumber.matches(line.text) {
      note(line.text, table)
    } else if PrintedLine.isGroup(line.text, isRow: line.cells.count > 1) {
      readYear(line.text)
      group = PrintedLine.name(line.text)
      if next?.filled.count ?? 0 < 2 { note(line.text, table) }
    } else if next?.isRow == true, !tables[table].rows.isEmpty {
      note(line.text, table)
    } else {
      isOpen = false
      readYear(line.text)
      pending.append(line)
    }
  }

  /// `（注）人数は概数` below the first heading is no cell of a row.
  private func isNote(_ line: TableGrid.Line, below table: ReportTable) -> Bool {
    let first = table.headings.firstIndex { !$0.isEmpty } ?? 0
    return line.filled[0] <= first && PrintedLine.isNote(line.text)
  }

  private func nextIsHeading(_ next: TableGrid.Line?, _ table: Int) -> Bool {
    guard let next, next.filled.count > 1, !tables[table].rows.isEmpty else { return false }
    return TableHeading.matches(next.cells)
  }

  /// A year alone above rows of the same table.
  private func isTitleOfGroup(_ text: String, before next: TableGrid.Line?) -> Bool {
    guard let next, next.filled.count > 1 else { return false }
    return !TableHeading.matches(next.cells)
  }

  private mutating func note(_ text: String, _ table: Int) {
    guard let row = tables[table].rows.indices.last else {
      tables[table].titles.append(text)
      return
    }
    tables[table].rows[row].notes.append(text)
  }

  // MARK: Lines before and behind tables

  /// The lines right above the headings; what stands further up is paragraphs.
  private mutating func takeTitles() -> [String] {
    let blank = pending.lastIndex(where: \.isBlank)
    var start = max(0, pending.count - Self.maxTitles)
    if let blank, blank + 1 < pending.count { start = max(start, blank + 1) }
    let titles = pending[start...].filter { !$0.isBlank }.map(\.joined)
    pending.removeSubrange(start...)
    flush()
    return titles
  }

  private static let maxTitles = 3

  private mutating func flush() {
    var current: Paragraph?
    var year: Int?
    for line in pending {
      if line.isBlank || PrintedLine.startsItem(line.joined) {
        current.map { paragraphs.append($0) }
        current = nil
        if line.isBlank { continue }
      }
      year = TitleYear.year(in: line.joined) ?? year
      if current == nil {
        current = Paragraph(line: line.number, fiscalYear: nil, texts: [])
      }
      current?.texts.append(line.joined)
      current?.fiscalYear = year ?? self.year
    }
    current.map { paragraphs.append($0) }
    pending = []
  }
}
