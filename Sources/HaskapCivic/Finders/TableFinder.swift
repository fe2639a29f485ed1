/// Finds the tables among the lines of a report.
///
/// A table begins with its headings, which pages may repeat, and goes on to the next ones. Lines
/// between its rows are groups, notes, or the rest of a broken cell; lines before it are its title.
struct TableFinder {
  var tables: [ReportTable] = []
  let lines: [TableGrid.Line]
  /// What belongs to no table, or is the title of the next.
  var loose = LooseLines()
  var year = RunningYear()
  var group: String? {
    didSet {
      if let group, group != oldValue, PrintedLine.office(group) != nil { namesOffices = true }
    }
  }
  /// The office that a line of two cells above the headings names.
  var officeAbove: String?
  /// Whether groups are the names of offices.
  private(set) var namesOffices = false
  /// Whether the last table goes on.
  var isOpen = false
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
    loose.endParagraphs(year.value)
    loose.forgetGuesses(in: tables)
    tables = SheetTables.withApplicants(SheetTables.withBodies(tables))
  }

  var paragraphs: [LooseLines.Paragraph] { loose.paragraphs }

  private mutating func add(_ sheets: [ReportTable]) {
    let caption = SheetCaption(of: sheets, below: loose, listsBodies: listsBodies)
    let titles = takeTitles()
    let office = titles.lazy.compactMap { PrintedLine.office($0) }.last
    let above = titles.last.flatMap { PrintedLine.office($0) }
    for (place, sheet) in sheets.enumerated() {
      var table = sheet
      if place == 0 {
        caption.add(to: &table)
        table.titles = titles
      }
      for row in table.rows.indices {
        table.rows[row].fiscalYear = table.rows[row].fiscalYear ?? year.value
        if table.isList || office == above { table.rows[row].group = office }
      }
      tables.append(table)
    }
    isOpen = false
  }

  private mutating func take(_ line: TableGrid.Line, at index: Int) {
    if line.isBlank {
      if !isOpen { loose.append(line) }
    } else if line.filled.count > 1 {
      takeRow(line, at: index)
    } else if isOpen, let table = tables.indices.last {
      takeBetween(line, of: table, at: index)
    } else {
      listsBodies = listsBodies || SheetCaption.tellsOfBodies(line.text)
      takeLoose(line)
    }
  }

  mutating func takeLoose(_ line: TableGrid.Line) {
    year.read(line)
    loose.append(line)
  }

  /// The lines right above the headings; what stands further up is paragraphs.
  mutating func takeTitles() -> [String] { loose.takeTitles(year.value) }
}
