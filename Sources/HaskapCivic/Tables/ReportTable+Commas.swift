extension ReportTable {
  /// With figures whole that a comma inside of them has parted, in rows with a cell too many: `1` and `204人`.
  func withWholeFigures() -> Self {
    guard rows.contains(where: { $0.cells.count == headings.count + 1 }) else { return self }
    var table = self
    for row in rows.indices where rows[row].cells.count == headings.count + 1 {
      let cells = rows[row].cells
      let places = cells.indices.dropLast().filter { Self.areFigure(cells[$0], cells[$0 + 1]) }
      guard places.count == 1 else { continue }
      table.rows[row].cells[places[0]] += "," + cells[places[0] + 1]
      table.rows[row].cells.remove(at: places[0] + 1)
    }
    return table
  }

  private static func areFigure(_ left: String, _ right: String) -> Bool {
    let digits = right.prefix(while: \.isDigit)
    return (1...3).contains(left.count) && left.allSatisfy(\.isDigit) && digits.count == 3
      && right.dropFirst(3).count <= 2
  }
}
