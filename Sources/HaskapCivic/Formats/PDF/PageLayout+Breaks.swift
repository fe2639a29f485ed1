/// Rows over two pages.
extension PageLayout {
  mutating func leaveOpen(_ row: PageRow, letter: Double) {
    let lowest = row.cells.values.compactMap { $0.last?.first?.middle }.max() ?? 0
    openStrips = Set(row.cells.filter { PageText.isStrip($0.value) }.keys)
    open = row.cells.compactMapValues(\.last).filter {
      lowest - ($0.value.first?.middle ?? 0) < letter * 2.5
    }
  }

  /// Whether a page's first row goes on from the page before: it has no number, or only cells that were not at
  /// their ends.
  func goesOn(_ row: PageRow) -> Bool {
    if row.alone == 0, let line = open[0], let next = row.cells[0]?.first {
      return next.first?.goesOnBelow(line) == true && next.first?.isNumber == false
    }
    guard text != nil else { return false }
    if row.cells[0] != nil {
      return row.cells.count > 1 && row.cells.keys.allSatisfy { cuts(row, $0) }
    }
    return !hasHeadless || row.cells.keys.allSatisfy { open[$0] != nil }
  }

  /// Whether the last line of the page before was full.
  func cuts(_ row: PageRow, _ column: Int) -> Bool {
    guard let text, let line = open[column], let next = row.cells[column]?.first else {
      return false
    }
    return text.goesOn(line, in: next, column: column, isStrip: openStrips.contains(column))
  }
}
