/// The rows of a collaboration report, page by page, under the headings they stand below.
struct CollaborationTable {
  struct Row {
    /// Counted from 1.
    var line: Int
    var cells: [String]

    var text: String { cells.filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// Rows below one heading of columns.
  struct Page {
    var section: String?
    var list: String?
    var columns: CollaborationColumns
    /// Told by the rows' cells alone, below no heading of another table.
    var isGuessed: Bool
    var rows: [Row] = []

    var sectionName: String? {
      guard let list else { return section }
      return [section ?? "④ 後援", list].joined(separator: " ")
    }

    /// Most cells of 実施区分 say how often; `新規` stands in tables of many kinds.
    fileprivate func tellsImplementation(in column: Int) -> Bool {
      let cells = rows.map { $0.cells[safe: column] }.filter { !$0.isEmpty }
      let telling = cells.count {
        CollaborationColumns.isImplementation($0) && !$0.hasPrefix("新規")
      }
      return telling > 0 && telling * 2 >= cells.count
    }
  }

  private(set) var pages: [Page] = []
  private(set) var fiscalYear: Int?
  /// The counts that headings print, by section as records name it.
  private(set) var counts: [(section: String, count: Int, line: Int)] = []
  /// Lines that are neither heading nor row.
  private(set) var unread: [Row] = []
  private(set) var lineCount = 0

  /// True where something speaks for this layout that other tables do not have: sections of forms, lists of
  /// names lent whose columns are all known, cells of 実施区分, or rows told by their cells alone.
  var hasOwnSigns: Bool {
    pages.contains { page in
      page.section != nil || page.list != nil && page.columns.areAllKnown || page.isGuessed
        || page.columns.index(of: .implementation).map { page.tellsImplementation(in: $0) } ?? false
    }
  }

  private var section: String?
  private var list: String?
  private var columns: CollaborationColumns?
  /// Whether headings that are not this layout's were seen.
  private var hasOtherHeadings = false
  private var isOpen = false
  /// The line of the last row, where the next line may continue it.
  private var lastRowLine = -1

  init(_ lines: [String]) {
    for (index, line) in lines.enumerated() where !line.isBlank {
      lineCount += 1
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: String, number: Int) {
    let cells = line[...].cells.map {
      Trimming.spaces(CellText.untagged($0, separator: CellText.lineBreak))
    }
    let filled = cells.filter { !$0.isEmpty }
    // A line may hold nothing but tags.
    guard let first = filled.first else { return }
    if filled.count <= 1, let heading = CollaborationHeading(first) {
      read(heading, line: number)
    } else if let columns = CollaborationColumns(heading: cells) {
      self.columns = columns
      isOpen = false
    } else if filled.count > 1 || cells.count > 2 {
      readRow(Row(line: number, cells: cells))
    } else if PageNumber.matches(first) {
      return
    } else if number == lastRowLine + 1, appendToLastRow(first) {
      lastRowLine = number
    } else {
      unread.append(Row(line: number, cells: filled))
    }
  }

  private mutating func read(_ heading: CollaborationHeading, line: Int) {
    isOpen = false
    switch heading {
    case .title(let year):
      fiscalYear = fiscalYear ?? year
    case .section(let name, let count):
      if section != name { (list, columns) = (nil, nil) }
      section = name
      note(count, line)
    case .list(let name, let count):
      list = name
      note(count, line)
    }
  }

  /// Headings are repeated on each page; their count matters once.
  private mutating func note(_ count: Int?, _ line: Int) {
    let name = [section ?? (list == nil ? nil : "④ 後援"), list].compactMap { $0 }.joined(
      separator: " ")
    guard let count, !counts.contains(where: { $0.section == name }) else { return }
    counts.append((name, count, line))
  }

  private mutating func readRow(_ row: Row) {
    guard let columns = columns ?? CollaborationColumns.guess(row.cells) else {
      unread.append(row)
      if !hasOtherHeadings { hasOtherHeadings = TableHeading.matches(row.cells) }
      return
    }
    if !continueLastRow(row, columns) {
      let row = withoutDittos(row, columns)
      guard CollaborationRow(row, columns: columns).isLikely else {
        unread.append(row)
        if CollaborationColumns.looksLikeHeading(row.cells) {
          (self.columns, isOpen) = (nil, false)
        }
        return
      }
      open(columns)
      pages[pages.count - 1].rows.append(row)
    }
    lastRowLine = row.line
  }

  private mutating func open(_ columns: CollaborationColumns) {
    if !isOpen {
      pages.append(
        Page(
          section: section, list: list, columns: columns,
          isGuessed: self.columns == nil && !hasOtherHeadings))
      isOpen = true
    }
  }

  /// A row that a page's end cut in two goes on below the repeated heading without a number.
  private func isContinuation(_ row: Row, _ columns: CollaborationColumns) -> Bool {
    guard let number = columns.index(of: .number), let name = columns.index(of: .name),
      row.cells.count > max(number, name), row.cells[number].isEmpty
    else { return false }
    let starts = columns.index(of: .implementation) ?? columns.index(of: .hosts)
    return row.cells[name].isEmpty
      || starts.map { row.cells.count <= $0 || row.cells[$0].isEmpty } ?? false
  }

  /// `〃` stands for what the row above has in its column.
  private func withoutDittos(_ row: Row, _ columns: CollaborationColumns) -> Row {
    guard let page = pages.last, page.columns == columns, let above = page.rows.last else {
      return row
    }
    var row = row
    for (index, cell) in row.cells.enumerated() where CellText.isDitto(cell) {
      row.cells[index] = above.cells.indices.contains(index) ? above.cells[index] : ""
    }
    return row
  }

  private mutating func continueLastRow(_ row: Row, _ columns: CollaborationColumns) -> Bool {
    guard isContinuation(row, columns), let page = pages.indices.last,
      let last = pages[page].rows.indices.last, pages[page].columns == columns,
      pages[page].rows[last].cells.count >= row.cells.count
    else { return false }
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty && !CellText.isDitto(cell) {
      pages[page].rows[last].cells[index] += " " + cell
    }
    return true
  }

  private mutating func appendToLastRow(_ text: String) -> Bool {
    guard let page = pages.indices.last, let row = pages[page].rows.indices.last,
      let cell = pages[page].rows[row].cells.indices.last
    else { return false }
    pages[page].rows[row].cells[cell] += " " + text
    return true
  }
}
