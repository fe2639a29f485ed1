/// Finds lists without headings whose cells tell what each column holds:
///
///     市民音楽祭      音楽連盟      11月23日      文化課
///     市民美術展      美術協会      10月1日       文化課
///
/// Without numbers or bullets there must be three rows, or two of four cells.
enum RowFinder {
  /// The list that begins at a line as a table, and the index of the line behind it; nil where none does.
  static func list(_ lines: [TableGrid.Line], from start: Int) -> (table: ReportTable, end: Int)? {
    guard isRow(cells(lines[start])) else { return nil }
    // Lines of text that the first of them did not make a list of are not asked again.
    let isText = lines[start].cells.count == 1
    if isText, start > 0, isRow(cells(lines[start - 1])) { return nil }
    let own = Array(lines[start...].lazy.map(cells).prefix(while: isRow))
    let areMarked = own.allSatisfy { PrintedLine.isMarked($0.text) }
    let tellMuch = own.allSatisfy { $0.filled.count > 3 }
    guard own.count >= (areMarked || tellMuch ? 2 : 3) else { return nil }
    let rows = own.map { ReportTable.Row(line: $0.number, cells: $0.cells) }
    guard let headings = headings(rows), let name = headings.firstIndex(of: nameHeading) else {
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
    var line = slashed(line)
    for (cell, next) in zip(line.filled, line.filled.dropFirst())
    where line.cells[cell].utf8.count <= 24 && PeopleCell.isCount(line.cells[next])
      && HeadingWords.meaning(of: line.cells[cell])?.kind == .participants
    {
      line.cells[next] = line.cells[cell] + " " + line.cells[next]
      line.cells[cell] = ""
    }
    line.filled = line.filled.filter { !line.cells[$0].isEmpty }
    return line
  }

  /// `・朝市／農協／6月4日／農政課` in cells; another line as it is.
  private static func slashed(_ line: TableGrid.Line) -> TableGrid.Line {
    guard line.cells.count == 1, line.text.utf8.count <= 600, line.text.contains("／") else {
      return line
    }
    let text = line.text.drop { "*- ".contains($0) }
    let cells = text.split(separator: "／").map { Trimming.marks($0) }
    guard cells.count > 3, !line.text.contains(where: { ":：".contains($0) }) else { return line }
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

  private static func isMoney(_ cell: String) -> Bool {
    cell.last == "円" && cell.first?.isNumber == true
  }

  private static let nameHeading = "事業名"

  /// Nil where the cells tell too little: a date, a name and something beside them.
  private static func headings(_ rows: [ReportTable.Row]) -> [String]? {
    let width = rows.map(\.cells.count).max() ?? 0
    var headings: [String] = []
    for column in 0..<width { headings.append(heading(rows, column: column, behind: headings)) }
    if !headings.contains(nameHeading), let body = headings.firstIndex(of: "団体名") {
      headings[body] = nameHeading
    }
    if !headings.contains("団体名"), let body = bodyColumn(rows, headings) { headings[body] = "団体名" }
    let name = headings.firstIndex(of: nameHeading) ?? 0
    let isTold =
      headings.contains { ["団体名", "担当課", "参加者数"].contains($0) }
      || rows.count { TableColumns.body(behind: $0.cells[safe: name]) != nil } * 2 > rows.count
    let days = headings.count { $0 == "実施日" || $0 == "日" }
    let isGranted = headings.contains("団体名") && headings.contains("金額")
    return isTold && (days == 1 || days == 0 && isGranted) ? headings : nil
  }

  /// The only column left, where one cell at least ends as a body does and none as a place.
  private static func bodyColumn(_ rows: [ReportTable.Row], _ headings: [String]) -> Int? {
    let open = headings.indices.filter { headings[$0].isEmpty }
    guard open.count == 1 else { return nil }
    let cells = rows.map { unbracketed($0.cells[safe: open[0]]) }.filter { !$0.isEmpty }
    let areBodies =
      cells.contains(where: BodyEnding.endsAlone)
      && !cells.contains { BodyEnding.ends($0) && !BodyEnding.endsAlone($0) }
    return areBodies ? open[0] : nil
  }

  private static func heading(
    _ rows: [ReportTable.Row], column: Int, behind headings: [String]
  ) -> String {
    let contents = ColumnContents(rows, column: column)
    let cells = rows.map { unbracketed($0.cells[safe: column]) }.filter { !$0.isEmpty }
    func areMostly(_ holds: (String) -> Bool) -> Bool {
      cells.count(where: holds) * 2 > cells.count
    }
    if contents.areIntegers && column == 0 || cells.allSatisfy(isOrdinal) { return "番号" }
    if cells.allSatisfy({ $0.hasSuffix("年度") && TitleYear.year(in: $0) != nil }) { return "年度" }
    // `4月` and `12日（水）` stand apart.
    if contents.areMonths, cells.allSatisfy({ $0.hasSuffix("月") }) { return "月" }
    if headings.last == "月", contents.areDays { return "日" }
    if contents.areDates || areMostly(DayText.matches) && cells.contains(where: DayText.isVague) {
      return "実施日"
    }
    // 図書館 and 公民館 alone are where something took place.
    if contents.areAllDepartments, !contents.areBodies, cells.contains(where: isOffice) {
      return "担当課"
    }
    if contents.arePeople { return "参加者数" }
    if !cells.isEmpty, cells.allSatisfy(isMoney) { return "金額" }
    // 発表会 and 講演会 end as bodies do.
    if areMostly(OrganizationList.isIndependent) { return "団体名" }
    if !headings.contains(nameHeading), !cells.isEmpty { return nameHeading }
    // 老人憩の家 among 市民会館 and 運動公園 is a place as well.
    if areMostly({ BodyEnding.isPlace($0) && !$0.hasSuffix("学校") && !$0.hasSuffix("大学") }) {
      return "会場"
    }
    let isBody = { BodyEnding.endsAlone($0) || $0.hasSuffix("学校") || $0.hasSuffix("大学") }
    if areMostly(BodyEnding.ends), cells.contains(where: isBody) { return "団体名" }
    return ""
  }

  private static func isOffice(_ cell: String) -> Bool {
    cell.split { "、・／/".contains($0) }.contains { DepartmentCell.isSection(String($0)) }
  }

  /// `①`, `(3)`, `5番`, `第2回`.
  private static func isOrdinal(_ cell: String) -> Bool {
    cell.count <= 5 && cell.contains(where: \.isNumber)
      && cell.allSatisfy { $0.isNumber || "()（）.．番第回No№".contains($0) }
  }

  /// `（里山の会）` is 里山の会.
  private static func unbracketed(_ cell: String) -> String {
    Brackets.trailing(cell).flatMap { $0.before.isEmpty ? $0.inside : nil } ?? cell
  }
}
