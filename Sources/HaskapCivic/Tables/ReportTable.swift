/// A table as printed: its headings, and rows of cells below them.
struct ReportTable {
  struct Row {
    /// The first line of the report that it comes from.
    var line: Int
    var cells: [String]
    /// The words of a row of its own above: `【教育分野】`.
    var group: String?
    /// The fiscal year that the title or a row above says.
    var fiscalYear: Int?
    /// Texts that belong to the row and stand in none of its columns: notes, sums, broken cells.
    var notes: [String] = []
  }

  /// The line of the headings.
  var line = 1
  var headings: [String]
  /// The title's lines and those of the headings as printed, which belong to the first row.
  var titles: [String]
  var rows: [Row] = []

  /// Whether a heading says which column holds the name.
  var tellsName: Bool { headings.contains { HeadingWords.meaning(of: $0)?.kind == .name } }

  /// Puts a column of names before the others: every row has this one.
  mutating func addName(_ name: String) {
    headings.insert("事業名", at: 0)
    for row in rows.indices { rows[row].cells.insert(name, at: 0) }
  }
}
