/// The cells of one row under their columns.
struct CollaborationRow {
  let line: Int
  private let cells: [String]
  private let columns: CollaborationColumns

  init(_ row: CollaborationTable.Row, columns: CollaborationColumns) {
    line = row.line
    self.columns = columns
    cells = Self.aligned(row.cells, columns)
  }

  subscript(_ column: CollaborationColumns.Column) -> String {
    guard let index = columns.index(of: column), index < cells.count else { return "" }
    return cells[index]
  }

  /// Cells of columns that no field takes, with their headings, and cells beyond the last column.
  var others: [String] {
    cells.enumerated().compactMap { index, cell in
      if cell.isEmpty { return nil }
      guard index < columns.columns.count else { return cell }
      guard case .other(let heading) = columns.columns[index] else { return nil }
      return heading.isEmpty ? cell : "\(heading)：\(cell)"
    }
  }

  /// True of a row with a number, or with a cell that only such rows have; not of a heading that no
  /// reader knows.
  var isLikely: Bool {
    if number != nil { return true }
    let name = self[.name]
    if name.isEmpty || columns.index(of: .number) == nil { return !name.isEmpty }
    return !DepartmentCell.split(name).departments.isEmpty
      || DepartmentCell.isDepartment(self[.department])
      || CollaborationColumns.isImplementation(self[.implementation])
      || OccurrenceCell(self[.dates], fiscalYear: nil).isDated
  }

  /// True where the row has more cells than the table has columns, as after a tab inside a cell.
  var hasCellsBeyond: Bool { cells.count > columns.columns.count }

  var number: Int? { Self.number(self[.number]) }

  /// The number of `12`, `１２`, `No.12`; nil for other text.
  static func number(_ cell: String) -> Int? {
    let text = Folding.folded(cell).filter { !" .()".contains($0) }
    return Int(text.hasPrefix("No") ? String(text.dropFirst(2)) : text)
  }

  /// True where the extraction kept the line ends of this row; nil where nothing tells.
  var isWrapped: Bool? {
    if Self.hasInnerSpace(self[.implementation]) { return true }
    let bracket = Brackets.trailing(self[.name])
    if let bracket, Self.hasInnerSpace(bracket.inside) { return true }
    let prose = [self[.purpose], self[.effect]].map { Wrapping.chunks(Substring($0)) }
    guard let longest = prose.joined().map(\.count).max(), longest > 8 else { return nil }
    if longest > 24 { return false }
    return prose.contains { $0.count >= 3 } ? true : nil
  }

  /// A space that no word boundary explains: not before brackets.
  private static func hasInnerSpace(_ text: String) -> Bool {
    let chunks = Wrapping.chunks(Substring(text))
    return zip(chunks, chunks.dropFirst()).contains { left, right in
      !"(（".contains(right.first ?? " ") && !"、・，".contains(left.last ?? " ")
        && !DepartmentCell.isDepartment(String(left))
    }
  }

  /// Puts shifted cells below their headings, by the cells that can be recognized.
  private static func aligned(_ cells: [String], _ columns: CollaborationColumns) -> [String] {
    var cells = cells
    while cells.count > columns.columns.count, cells.last?.isEmpty == true { cells.removeLast() }
    let length = cells.reduce(0) { $0 + $1.utf8.count }
    guard max(cells.count, columns.columns.count) <= maxAligned, length <= longestAligned else {
      return withoutSurplus(cells, columns.columns.count)
    }
    var fitting = RowFitting(columns)
    cells = shortened(cells, &fitting)
    while cells.count < columns.columns.count {
      let shifts = (0...cells.count).map { index in
        var shifted = cells
        shifted.insert("", at: index)
        return shifted
      }
      let fits = shifts.map { fitting.count($0) }
      cells = fits.max().flatMap(fits.lastIndex).map { shifts[$0] } ?? cells
    }
    return cells
  }

  /// Aligning tries each place for each cell; a wider row only loses its empty cells.
  private static let maxAligned = 40
  /// In bytes: each cell is read again at each place.
  private static let longestAligned = 8000

  /// The row without its last empty cells, as far as it is too long.
  private static func withoutSurplus(_ cells: [String], _ count: Int) -> [String] {
    var surplus = max(0, cells.count - count)
    var kept: [String] = []
    for cell in cells.reversed() {
      if surplus > 0, cell.isEmpty { surplus -= 1 } else { kept.append(cell) }
    }
    return kept.reversed() + Array(repeating: "", count: max(0, count - kept.count))
  }

  /// Takes out the empty cells that make a row too long, so that the others stand under their
  /// headings.
  private static func shortened(_ cells: [String], _ fitting: inout RowFitting) -> [String] {
    guard cells.count > fitting.columns.columns.count else { return cells }
    let shorter = cells.indices.filter { cells[$0].isEmpty }.map { index in
      cells.enumerated().filter { $0.offset != index }.map(\.element)
    }
    let best = shorter.max { fitting.count($0) < fitting.count($1) }
    return best.map { shortened($0, &fitting) } ?? cells
  }
}
