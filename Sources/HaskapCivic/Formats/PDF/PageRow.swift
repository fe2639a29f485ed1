/// A row of a page's table: the lines of its cells by column.
struct PageRow {
  private(set) var cells: [Int: [[PageWord]]] = [:]

  var top: Double { cells.values.compactMap { $0.first?.first?.middle }.min() ?? 0 }

  /// The only column that holds something.
  var alone: Int? { cells.count == 1 ? cells.keys.first : nil }

  mutating func remove(_ column: Int) { cells[column] = nil }

  /// Adds lines to a cell: at the end of its last one where they go on there.
  mutating func append(_ lines: [[PageWord]], to column: Int, letter: Double) {
    var own = cells[column] ?? []
    for line in lines {
      if let above = own.last?.last, let next = line.first, next.left >= above.right - letter,
        abs(above.middle - next.middle) < max(1.5, letter * 0.3)
      {
        own[own.count - 1] += line
      } else {
        own.append(line)
      }
    }
    cells[column] = own
  }
}
