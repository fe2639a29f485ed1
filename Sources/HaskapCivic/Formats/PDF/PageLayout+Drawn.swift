/// Pages that are drawn cell by cell.
extension PageLayout {
  /// Each table from its headings on.
  func segments(_ rows: [[PageRun]]) -> [[[PageRun]]] {
    rows.reduce(into: []) { segments, row in
      if segments.isEmpty || DrawnTable.isHeading(row) { segments.append([]) }
      segments[segments.count - 1].append(row)
    }
  }

  mutating func lines(
    ofDrawn rows: [[PageRun]], edge: Double, _ letter: Double, isTop: Bool
  ) -> [Line] {
    let earlier = DrawnTable(columns: columns, letter: letter)
    let cut = open.first { rows.first?.first?.first?.goesOnBelow($0.value) == true }?.key
    let isHeaded = rows.first.map(DrawnTable.isHeading) ?? false
    let own = DrawnTable(rows, letter: letter)
    let goesOn = !isHeaded && (earlier.fits(rows, own) || cut != nil && columns.count > 1)
    let minCells = isHeaded || goesOn ? 2 : 3
    var start = rows.firstIndex { DrawnTable.cells(in: $0) >= minCells } ?? rows.count
    if goesOn, cut != nil { start = 0 }
    while goesOn, start > 0, start < rows.count, !earlier.isText(rows[start - 1]) { start -= 1 }
    guard start < rows.count,
      let table = goesOn
        ? earlier.better(of: own, for: rows) : DrawnTable(Array(rows[start...]), letter: letter)
    else {
      open = [:]
      return paragraphs(rows, edge: edge)
    }
    columns = table.columns
    let isText = rows.map(table.isText)
    let cells = rows.indices.filter { $0 >= start && !isText[$0] }.map { index in
      table.row(rows[index], cut: index == 0 && goesOn ? cut : nil)
    }
    let texts = rows.indices.filter { $0 >= start && isText[$0] }
      .flatMap { rows[$0].flatMap(\.lines) }
    return paragraphs(Array(rows[..<start]), edge: edge)
      + self.table(cells, texts: texts, letter, isTop: isTop)
  }

  private func paragraphs(_ rows: [[PageRun]], edge: Double) -> [Line] {
    paragraphs(Self.printedLines(rows.joined().flatMap { $0.lines.joined() }), edge: edge)
  }
}
