/// Tells how well cells stand under the headings of a table.
struct RowFitting {
  let columns: CollaborationColumns
  /// By column whether a cell looks like what it holds: a row is tried in many places, and to read a cell
  /// of dates takes long.
  private var known: [[String: Bool]]

  init(_ columns: CollaborationColumns) {
    self.columns = columns
    known = columns.columns.map { _ in [:] }
  }

  /// How many cells look like what their columns hold.
  mutating func count(_ cells: [String]) -> Int {
    var count = 0
    for (index, cell) in cells.prefix(columns.columns.count).enumerated() {
      let fits = known[index][cell] ?? Self.fits(cell, columns.columns[index])
      known[index][cell] = fits
      if fits { count += 1 }
    }
    return count
  }

  private static func fits(_ cell: String, _ column: CollaborationColumns.Column) -> Bool {
    switch column {
    case .number: CollaborationRow.number(cell) != nil || cell.isEmpty
    case .name: !cell.isEmpty && CollaborationRow.number(cell) == nil
    case .implementation: CollaborationColumns.isImplementation(cell) || cell.isEmpty
    case .purpose, .effect: cell.hasSuffix("。") || cell.count >= 30
    case .organizations, .hosts:
      !cell.isEmpty && !cell.hasSuffix("。") && CollaborationRow.number(cell) == nil
    case .dates: !cell.isEmpty && OccurrenceCell(cell, fiscalYear: nil).isDated
    case .department: DepartmentCell.isDepartment(cell)
    default: false
    }
  }
}
