/// Reads the progress report of a council of social welfare (社会福祉協議会 事業経過報告).
///
/// One row is one project, with what was planned, what was done, and the figures of this year and of
/// last. A row without a name goes on with the project above: as its sub-item `②`, or, where a page
/// was too short, with the rest of its cells.
enum CouncilReader {
  /// How much of the text is such a table, from 0 to 1.
  static func confidence(lines: [Substring]) -> Double {
    let rows = lines.filter { $0.hasTab }
    guard !rows.isEmpty else { return 0 }
    let areHeadings = rows.map(CouncilHeader.isHeading)
    let headings = areHeadings.count { $0 }
    let projects = rows.count { line in
      line.cells.prefix(3).contains { $0.isShort && CouncilCells.project($0) != nil }
    }
    guard headings > 0 || projects > 0 else { return 0 }
    let known = headings + zip(rows, areHeadings).count { !$1 && speaksForLayout($0) }
    return Double(known) / Double(rows.count)
  }

  private static func speaksForLayout(_ line: Substring) -> Bool {
    let cells = line.cells.map { $0.isShort ? $0 : $0.prefix(1) }
    if cells.prefix(5).contains(where: CouncilCells.isGoal) { return true }
    if cells.prefix(3).contains(where: { CouncilCells.project($0)?.number != nil }) { return true }
    return cells.prefix(2).allSatisfy(\.isEmpty)
      && cells.contains { CouncilCells.circled($0.trimmed.first) != nil }
  }

  static func read(
    document: String, lines: [Substring]
  ) -> (records: [Record], warnings: [LineWarning]) {
    var reading = CouncilReading(document: document, header: CouncilHeader(lines: lines))
    for (offset, line) in lines.enumerated() {
      let next = lines[(offset + 1)...].first { !$0.isBlank }
      reading.take(line, at: offset + 1, before: next)
    }
    return reading.finished()
  }
}
