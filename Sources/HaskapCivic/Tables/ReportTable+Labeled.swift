extension ReportTable {
  /// With a column for each label of cells whose lines are labels with values:
  ///
  ///     団体名：魚食塾
  ///     事業名：食育教室
  func unlabeled() -> Self {
    var table = self
    for column in headings.indices.reversed() {
      // The first rows decide.
      let first = rows.prefix(50).map { Self.labeled($0.cells[safe: column]).count }
      guard first.count(where: { $0 > 1 }) * 2 > first.count else { continue }
      let cells = rows.map { $0.cells[safe: column] }
      let labeled = cells.map(Self.labeled)
      let labels = labeled.flatMap { $0.map(\.label) }.uniqued
      guard labels.count <= Self.mostLabels else { continue }
      table.headings.replaceSubrange(column...column, with: labels)
      for (row, pairs) in labeled.enumerated() where rows[row].cells.indices.contains(column) {
        let values = labels.map { label in pairs.first { $0.label == label }?.value ?? "" }
        // What has no labels stays in the first column.
        let own = pairs.isEmpty ? [cells[row]] + values.dropFirst() : values
        table.rows[row].cells.replaceSubrange(column...column, with: own)
      }
    }
    return table
  }

  /// Each is a column of every row.
  private static let mostLabels = 50

  /// The labels and values of a cell; none where a line is of another shape.
  private static func labeled(_ cell: String) -> [(label: String, value: String)] {
    guard cell.contains(":") || cell.contains("：") else { return [] }
    let pairs = cell.split(separator: CellText.lineBreak).map { line in
      line.split(maxSplits: 1) { ":：".contains($0) }.map { Trimming.spaces($0) }
    }
    let areLabeled = pairs.allSatisfy { $0.count == 2 && HeadingWords.meaning(of: $0[0]) != nil }
    return areLabeled ? pairs.map { ($0[0], $0[1]) } : []
  }
}
