/// Reads the state of the mayor's pledges (市長公約の取組状況).
///
/// Five policies hold five pledges each, a pledge two measures; every measure is a record with the
/// work done, the departments and a rating of ten stars.
enum PledgesReader {
  /// How much of the text is such a table, from 0 to 1.
  static func confidence(lines: [Substring]) -> Double {
    let rows = TaggedRows.rows(lines).map(\.text).filter { $0.contains("\t") }
    guard rows.contains(where: { $0.contains("★") || $0.contains("☆") }) else { return 0 }
    let known = rows.count { line in
      if isHeading(line) { return true }
      let row = PledgesRow(line)
      return !row.ratings.isEmpty || row.policy != nil || row.pledge != nil || row.percent != nil
    }
    return Double(known) / Double(rows.count)
  }

  static func read(
    document: String, lines: [Substring]
  ) -> (records: [Record], warnings: [(line: Int, message: String)]) {
    let rows = TaggedRows.rows(lines)
    var reading = PledgesReading(document: document, header: PledgesHeader(rows: rows))
    for row in rows { reading.take(row.text, at: row.line) }
    return reading.finished()
  }

  /// The titles of the columns, which every page repeats, each page in its own order.
  static func isHeading(_ line: Substring) -> Bool {
    let labels = ["基本政策", "公約内容", "施策内容", "取組事業内容", "担当部署", "進捗状況", "施策区分", "令和"]
    let cells = line.split(separator: "\t")
      .map { TaggedText.lines($0).map(\.text).joined().filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty }
    return line.contains("\t") && !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.count < 50 && labels.contains { cell.hasPrefix($0) }
          && (cell.hasPrefix("令和") ? cell.contains("年度末") : true)
      }
  }
}
