internal import HaskapText

/// A line of a table without its first cell: a row of its own, or what goes on with the row above.
struct HeadlessLine {
  private let cells: [String]
  private let above: (cells: [String], lines: [String])
  private let firstKind: HeadingKind?
  private let widths: [Int]
  private let filled: [Int]

  /// - Parameters:
  ///   - above: the cells of the row above, and the last lines of them.
  ///   - firstKind: what the first column holds.
  ///   - widths: those of the widest cells.
  init(
    _ cells: [String], below above: (cells: [String], lines: [String]), _ firstKind: HeadingKind?,
    _ widths: [Int]
  ) {
    (self.cells, self.above, self.firstKind, self.widths) = (cells, above, firstKind, widths)
    filled = cells.indices.filter { !cells[$0].isEmpty }
  }

  /// A merged cell stands for the first: the line tells a day and a figure, or one of them and all else. A name or a
  /// number is seldom merged, and the row above has to end where it was meant to.
  var isRow: Bool {
    guard cells.count > 3, filled.count > 2, tellsDay || tellsFigure else { return false }
    let tellsAll = filled.count == cells.count - 1
    guard firstKind == .code || firstKind == .name else {
      return tellsDay && tellsFigure || tellsAll
    }
    return (tellsAll || firstKind == .name && tellsDay && tellsFigure) && filled.allSatisfy(isApart)
  }

  /// Whether it tells as much, and the row above may go on all the same.
  var mayBeRow: Bool {
    filled.count > 2 && (tellsDay || tellsFigure)
      || firstKind == .code && filled.contains(1) && filled.count > 1 && filled.allSatisfy(isApart)
  }

  private var tellsDay: Bool { filled.contains { DayText.matches(cells[$0]) } }
  private var tellsFigure: Bool { filled.contains { Self.isFigure(cells[$0]) } }

  /// A cell below one that is as whole as it is: both are days or figures, both say the same, or the one above is too
  /// short to have been broken.
  private func isApart(_ column: Int) -> Bool {
    let (cell, upper) = (cells[column], above.cells[safe: column])
    if upper.isEmpty { return false }
    if cell == upper { return true }
    if DayText.matches(cell) {
      return DayText.matches(upper) && !"～〜~、".contains(upper.last ?? " ")
    }
    if Self.isFigure(cell) { return Self.isFigure(upper) }
    let width = DisplayWidth.of(above.lines[safe: column])
    return widths.indices.contains(column) && width + 4 <= widths[column]
      || DepartmentCell.isDepartment(cell) && DepartmentCell.isDepartment(upper)
  }

  private static func isFigure(_ cell: String) -> Bool {
    cell.contains(where: \.isDigit)
      && (["円", "人", "名"].contains(where: cell.hasSuffix)
        || cell.allSatisfy { $0.isDigit || $0 == "," })
  }
}
