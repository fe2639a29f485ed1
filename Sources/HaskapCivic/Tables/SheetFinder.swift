/// Finds sheets of labels and values: one project each, or one a column. A sheet whose labels name
/// nothing is called by the line above it, as `TableFinder` sees.
///
///     事業名    河川清掃
///     団体名    清流の会
///     実施日    令和5年6月4日
enum SheetFinder {
  /// The sheets that begin at a line, and the index of the line behind them; nil where none does.
  static func sheets(
    _ lines: [TableGrid.Line], from start: Int
  ) -> (tables: [ReportTable], end: Int)? {
    guard let first = pairs(lines[start]) else { return nil }
    var rows = [(line: lines[start].number, pairs: first)]
    var index = start + 1
    var end = index
    var standsAlone = loneLabel(lines[start]) != nil
    while index < lines.count {
      if lines[index].isBlank {
        index += 1
        continue
      }
      guard let next = pairs(lines[index]) else {
        // A value that goes on below its label's line, or stands there.
        let isBelow = lines[index].cells.count > 1 && lines[index].filled.first ?? 0 > 0
        guard isBelow || standsAlone, lines[index].filled.count == 1, index == end else { break }
        append(lines[index].text, to: &rows)
        index += 1
        end = index
        continue
      }
      rows.append((lines[index].number, next))
      standsAlone = loneLabel(lines[index]) != nil
      index += 1
      end = index
    }
    let kinds = Set(rows.flatMap { $0.pairs.map(\.kind) })
    guard rows.count >= 3 || inline(lines[start].text) != nil, kinds.count >= 3,
      kinds.contains(.name) || kinds.contains(where: \.namesOrganizations)
    else { return nil }
    return (tables(rows), end)
  }

  private typealias Pair = (label: String, kind: HeadingKind, values: [String])

  private static func append(_ text: String, to rows: inout [(line: Int, pairs: [Pair])]) {
    guard let row = rows.indices.last, let pair = rows[row].pairs.indices.last,
      let value = rows[row].pairs[pair].values.indices.last
    else { return }
    let above = rows[row].pairs[pair].values[value]
    rows[row].pairs[pair].values[value] =
      above.isEmpty ? text : above + String(DelimitedText.cellBreak) + text
  }

  /// The labels of a line with their values; nil for a line of another shape.
  private static func pairs(_ line: TableGrid.Line) -> [Pair]? {
    if let alone = loneLabel(line) ?? (line.cells.count == 1 ? inline(line.text) : nil) {
      return alone
    }
    let cells = line.cells.count == 1 ? parted(line.text) : line.cells
    guard cells.count >= 2, let kind = label(cells[0]) else { return nil }
    let filled = cells.dropFirst().filter { !$0.isEmpty }
    if filled.isEmpty { return [(cells[0], kind, [""])] }
    let isAlternating =
      cells.count % 2 == 0 && cells.count > 2
      && stride(from: 2, to: cells.count, by: 2).allSatisfy { label(cells[$0]) != nil }
    if isAlternating {
      return stride(from: 0, to: cells.count, by: 2).map {
        (cells[$0], label(cells[$0]) ?? .other, [cells[$0 + 1]])
      }
    }
    guard !filled.contains(where: { HeadingWords.meaning(of: $0) != nil }) else { return nil }
    return [(cells[0], kind, Array(cells.dropFirst()))]
  }

  /// `１．事業名` and `【事業名】`, whose value stands below.
  private static func loneLabel(_ line: TableGrid.Line) -> [Pair]? {
    guard line.cells.count == 1, line.text.utf8.count <= 64, withoutMarks(line.text) != line.text,
      let kind = label(line.text)
    else { return nil }
    return [(line.text, kind, [""])]
  }

  /// `事業名：食堂／団体：食堂の会／担当：福祉課`: all on one line.
  private static func inline(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 2_000, text.contains("／") || text.contains("/") || text.contains("｜")
    else {
      return nil
    }
    let parts = text.split { "／/｜".contains($0) }.map {
      $0.split(maxSplits: 1) { ":：".contains($0) }.map(Trimming.spaces)
    }
    let known = parts.count { $0.count == 2 && label($0[0]) != nil }
    guard known >= 3, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    return parts.map { ($0[0], label($0[0]) ?? .other, [$0[1]]) }
  }

  private static func label(_ cell: String) -> HeadingKind? {
    guard cell.utf8.count <= 64, cell.count <= 16 else { return nil }
    let text = withoutMarks(cell)
    // 120人 is a number of people, no label.
    guard text.count > 1 || text.count == cell.count else { return nil }
    return HeadingWords.meaning(of: text)?.kind
  }

  /// `・実施日：` is 実施日.
  private static func withoutMarks(_ label: String) -> String {
    // 参 is a number to Unicode, as it is three in deeds.
    let text = label.drop {
      $0.isNumber && !$0.isLetter || "().（）．・■●○◆◇□-*＊－【 \u{3000}".contains($0)
    }
    return Trimming.spaces(text.filter { !":：】".contains($0) })
  }

  /// `事業名　　　河川清掃`, `事業名：河川清掃`: at the first colon, or wide gap, or gap. A label may be spaced
  /// out: 事　業　名　　河川清掃.
  private static func parted(_ text: String) -> [String] {
    guard text.utf8.count <= 2_000 else { return [text] }
    let characters = Array(text)
    let white = characters.map(\.isWhitespace)
    let isColon = { (index: Int) in ":：".contains(characters[index]) }
    let isWide = { (index: Int) in white[index] && index + 1 < white.count && white[index + 1] }
    return parted(characters, at: isColon) ?? parted(characters, at: isWide)
      ?? parted(characters, at: { white[$0] }) ?? [text]
  }

  private static func parted(_ characters: [Character], at isGap: (Int) -> Bool) -> [String]? {
    for index in characters.indices.dropFirst().prefix(20) where isGap(index) {
      let label = String(characters[..<index])
      guard self.label(label) != nil else { continue }
      let value = Trimming.spaces(String(characters[(index + 1)...]))
      if !value.isEmpty { return [label, value] }
    }
    return nil
  }

  // MARK: Tables

  /// A label that comes again begins the next sheet.
  private static func tables(_ rows: [(line: Int, pairs: [Pair])]) -> [ReportTable] {
    var sheets: [[(line: Int, pair: Pair)]] = [[]]
    for row in rows {
      for pair in row.pairs {
        let isNext = sheets[sheets.count - 1].contains { $0.pair.label == pair.label }
        if isNext { sheets.append([]) }
        sheets[sheets.count - 1].append((row.line, pair))
      }
    }
    return sheets.map(table)
  }

  private static func table(_ sheet: [(line: Int, pair: Pair)]) -> ReportTable {
    var table = ReportTable(headings: sheet.map { withoutMarks($0.pair.label) }, titles: [])
    let width = sheet.map { $0.pair.values.count }.max() ?? 0
    for column in 0..<width {
      let cells = sheet.map { $0.pair.values[safe: column] }
      if cells.allSatisfy(\.isEmpty) { continue }
      table.rows.append(ReportTable.Row(line: sheet[0].line, cells: cells))
    }
    return table
  }
}
