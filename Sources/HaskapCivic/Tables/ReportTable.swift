/// A table as printed: its headings, and rows of cells below them.
struct ReportTable {
  struct Row {
    /// The first line of the report that it comes from.
    var line: Int
    var cells: [String]
    /// The words of a row of its own above: `【教育分野】`.
    var group: String?
    /// How the city took part, as a line above or the sheet says.
    var form: String?
    /// The fiscal year that the title or a row above says.
    var fiscalYear: Int?
    /// The year of days, where a title says one that is no fiscal year.
    var calendarYear: Int?
    /// The columns whose blank cells say what those of the row above do.
    var inherited: [Int] = []
    /// Texts that belong to the row and stand in none of its columns: notes, sums, broken cells.
    var notes: [String] = []
  }

  /// The column in which rows of one cell group others, where one stands above the first row.
  var groupColumn: Int?
  /// The line of the headings.
  var line = 1
  var headings: [String]
  /// The title's lines and those of the headings as printed, which belong to the first row.
  var titles: [String]
  var rows: [Row] = []
  /// Whether it is a sheet of labels and values, where no other value than one so labeled is a name.
  var isSheet = false
  /// Whether its rows are the lines of a list, where nothing holds for the line below as well.
  var isList = false
  /// Whether its rows are lines of the report, each cell as printed.
  var isPlain = false

  /// Whether a heading says which column holds the name.
  var tellsName: Bool { headings.contains { HeadingWords.meaning(of: $0)?.kind == .name } }

  /// One below the other what was printed side by side: the same headings twice or more.
  func unfolded() -> Self {
    guard tellsName, let (width, starts) = sides else { return self }
    var table = self
    table.headings = Array(headings.prefix(starts[0] + width).dropFirst(starts[0]))
    table.rows = starts.flatMap { start in
      rows.compactMap { row in
        var part = row
        part.cells = Array(row.cells.dropFirst(start).prefix(width))
        if start > 0 { part.notes = [] }
        return part.cells.allSatisfy(\.isEmpty) ? nil : part
      }
    }
    return table
  }

  /// The columns of each side, and where the sides begin; blank columns may part them.
  private var sides: (width: Int, starts: [Int])? {
    if let width = (2..<max(2, headings.count)).first(where: repeats) {
      return (width, Array(stride(from: 0, to: headings.count, by: width)))
    }
    let gaps = headings.indices.filter { column in
      headings[column].isEmpty && rows.allSatisfy { $0.cells[safe: column].isEmpty }
    }
    let parts = Array(headings.indices).split { gaps.contains($0) }
    let words = parts.map { $0.map { headings[$0] } }
    guard words.count > 1, words[0].count > 1, words.allSatisfy({ $0 == words[0] }) else {
      return nil
    }
    return (words[0].count, parts.compactMap(\.first))
  }

  private func repeats(_ width: Int) -> Bool {
    headings.count.isMultiple(of: width)
      && headings.indices.allSatisfy {
        headings[$0] == headings[$0 % width] && !headings[$0].isEmpty
      }
  }

  /// Puts a column before the others: every row has this cell.
  mutating func addColumn(_ heading: String, _ cell: String) {
    headings.insert(heading, at: 0)
    for row in rows.indices { rows[row].cells.insert(cell, at: 0) }
  }
}
