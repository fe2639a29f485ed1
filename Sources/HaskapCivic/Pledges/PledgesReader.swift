/// Reads the state of the mayor's pledges (市長公約の取組状況).
///
/// Five policies hold five pledges each, a pledge two measures; every measure is a record with the
/// work done, the departments and a rating of ten stars.
enum PledgesReader {
  /// How much of the text is such a table, from 0 to 1.
  static func confidence(lines: [Substring]) -> Double {
    let rows = TaggedRows.rows(lines).map(\.text).filter { $0.hasTab }
    let rated = rows.filter(hasStars)
    // Other reports rate by five stars, or mark what matters by one.
    let whole = rated.count { PledgesRow($0).ratings.contains(where: \.isWhole) }
    guard whole > 0, whole * 2 >= rated.count else { return 0 }
    let known = rows.count { hasStars($0) || isHeading($0) || isTitle($0) }
    return Double(known) / Double(rows.count)
  }

  private static func hasStars(_ line: Substring) -> Bool {
    line.unicodeScalars.contains(where: StarRating.isMark)
  }

  private static func isTitle(_ line: Substring) -> Bool {
    guard line.isShort else { return false }
    let row = PledgesRow(line)
    return row.policy != nil || row.pledge != nil || row.percent != nil
  }

  static func read(
    document: String, lines: [Substring]
  ) -> (records: [Record], warnings: [LineWarning]) {
    let rows = TaggedRows.rows(lines)
    var reading = PledgesReading(document: document, header: PledgesHeader(rows: rows))
    for row in rows { reading.take(row.text, at: row.line) }
    return reading.finished()
  }

  /// The titles of the columns, which every page repeats, each page in its own order.
  static func isHeading(_ line: Substring) -> Bool {
    let labels = ["基本政策", "公約内容", "施策内容", "取組事業内容", "担当部署", "進捗状況", "施策区分", "令和"]
    guard line.isShort else { return false }
    if !line.hasTab { return labels[1...4].contains { line.trimmed.hasPrefix($0) } }
    let cells = line.cells
      .map { TaggedText.lines($0).map(\.text).joined().withoutSpaces }
      .filter { !$0.isEmpty }
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.count < 50 && labels.contains { cell.hasPrefix($0) }
          && (cell.hasPrefix("令和") ? cell.contains("年度末") : true)
      }
  }
}
