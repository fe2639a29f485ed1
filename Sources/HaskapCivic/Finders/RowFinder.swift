/// Finds lists without headings whose cells tell what each column holds:
///
///     市民音楽祭      音楽連盟      11月23日      文化課
///     市民美術展      美術協会      10月1日       文化課
///
/// Without numbers or bullets there must be three rows, or two of four cells.
enum RowFinder {
  /// The list that begins at a line as a table, and the index of the line behind it; nil where none does.
  static func list(_ lines: [TableGrid.Line], from start: Int) -> (table: ReportTable, end: Int)? {
    // Only slashes make cells of a line that has few.
    guard lines[start].filled.count >= 3 || lines[start].text.contains("／"),
      isRow(cells(lines[start]))
    else { return nil }
    // Lines of text that the first of them did not make a list of are not asked again.
    let isText = lines[start].cells.count == 1
    if isText, start > 0, isRow(cells(lines[start - 1])) { return nil }
    let own = Array(lines[start...].lazy.map(cells).prefix(while: isRow))
    let areMarked = own.allSatisfy { PrintedLine.isMarked($0.text) }
    let tellMuch = own.allSatisfy { $0.filled.count > 3 }
    guard own.count >= (areMarked || tellMuch ? 2 : 3) else { return nil }
    let (rows, labels) = unlabeled(own.map { .init(line: $0.number, cells: $0.cells) })
    guard let headings = headings(rows, labels), let name = headings.firstIndex(of: nameHeading)
    else {
      return nil
    }
    var table = ReportTable(headings: headings, titles: [])
    table.rows = rows.map { row in
      var row = row
      row.cells = row.cells.map(unbracketed)
      let text = Trimming.marks(row.cells[safe: name])
      if row.cells.indices.contains(name) {
        row.cells[name] = PrintedLine.ordinal(text)?.rest ?? text
      }
      return row
    }
    return (table, start + own.count)
  }

  /// `延参加者`, `312名` in two cells are one, and the first is empty.
  private static func cells(_ line: TableGrid.Line) -> TableGrid.Line {
    var line = counted(slashed(line))
    for (cell, next) in zip(line.filled, line.filled.dropFirst())
    where line.cells[cell].utf8.count <= 24
      && HeadingWords.meaning(of: line.cells[cell])?.kind == .participants
      && PeopleCell.isCount(line.cells[next])
    {
      line.cells[next] = line.cells[cell] + " " + line.cells[next]
      line.cells[cell] = ""
    }
    line.filled = line.filled.filter { !line.cells[$0].isEmpty }
    return line
  }

  /// With `社協前 約250名参加` at the end as two cells.
  private static func counted(_ line: TableGrid.Line) -> TableGrid.Line {
    guard let end = line.filled.last, line.filled.count > 2, line.cells[end].utf8.count <= 120,
      let gap = line.cells[end].lastIndex(where: \.isWhitespace)
    else { return line }
    let place = Trimming.spaces(line.cells[end][..<gap])
    let count = String(line.cells[end][gap...].dropFirst())
    guard ItemFinder.isPeople(count), !place.contains(where: \.isNumber),
      HeadingWords.meaning(of: place)?.kind != .participants
    else { return line }
    var line = line
    // Each has a column where the other lines have both.
    let start = line.cells[end - 1].isEmpty ? end - 1 : end
    let blank = start == end && end + 1 < line.cells.count ? 1 : 0
    line.cells.replaceSubrange(start...end + blank, with: [place, count])
    line.filled = line.cells.indices.filter { !line.cells[$0].isEmpty }
    return line
  }

  /// `・朝市／農協／6月4日／農政課` in cells; another line as it is.
  private static func slashed(_ line: TableGrid.Line) -> TableGrid.Line {
    guard line.cells.count == 1, line.text.utf8.count <= 600, line.text.contains("／") else {
      return line
    }
    let text = line.text.drop { "*- ".contains($0) }
    let cells = text.split(separator: "／").map { Trimming.marks($0) }
    guard cells.count > 3, !line.text.contains(where: { ":：".contains($0) }),
      cells.allSatisfy(\.hasWholeBrackets)
    else { return line }
    return .init(
      number: line.number, cells: cells, filled: cells.indices.filter { !cells[$0].isEmpty })
  }

  /// Three cells, one of them a date or 通年, or what was granted or how many came.
  private static func isRow(_ line: TableGrid.Line) -> Bool {
    line.filled.count >= 3
      && line.filled.contains {
        let cell = line.cells[$0]
        return isAmount(cell) || ColumnContents.isDate(cell) || DayText.isVague(cell)
      }
  }

  /// `120,000円`, `約40人`.
  private static func isAmount(_ cell: String) -> Bool {
    guard let last = cell.last, "円人名".contains(last), cell.utf8.count <= 48 else { return false }
    return isMoney(cell) || PeopleCell.isCount(Folding.folded(cell.withoutSpaces))
  }

  static func isMoney(_ cell: String) -> Bool {
    cell.last == "円" && cell.first?.isNumber == true
  }

  /// `（里山の会）` is 里山の会.
  static func unbracketed(_ cell: String) -> String {
    Brackets.trailing(cell).flatMap { $0.before.isEmpty ? $0.inside : nil } ?? cell
  }
}
