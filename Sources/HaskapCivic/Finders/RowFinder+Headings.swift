/// What the columns of lists without headings hold, told by labels in their cells and by how these look.
extension RowFinder {
  static let nameHeading = "事業名"

  /// Without the labels of bodies that all cells of a column have, and those: `協力：清流の会`.
  static func unlabeled(
    _ rows: [ReportTable.Row]
  ) -> (rows: [ReportTable.Row], labels: [Int: String]) {
    var (rows, labels) = (rows, [Int: String]())
    for column in 0..<(rows.map(\.cells.count).max() ?? 0) {
      let pairs = rows.map { SheetLabel.labeled($0.cells[safe: column]) }
      guard let first = pairs[0], first.kind.namesOrganizations,
        pairs.allSatisfy({ $0?.kind == first.kind })
      else { continue }
      labels[column] = first.label
      for (row, pair) in zip(rows.indices, pairs) {
        rows[row].cells[column] = pair?.values[0] ?? ""
      }
    }
    return (rows, labels)
  }

  /// Nil where the cells tell too little: a date, a name and something beside them.
  ///
  /// - Parameter labels: of columns whose cells say that they are of bodies.
  static func headings(_ rows: [ReportTable.Row], _ labels: [Int: String]) -> [String]? {
    let width = rows.map(\.cells.count).max() ?? 0
    var headings: [String] = []
    for column in 0..<width {
      headings.append(
        labels[column]
          ?? heading(rows, column: column, behind: headings, mayBeBodies: labels.isEmpty))
    }
    if !headings.contains(nameHeading), let body = headings.firstIndex(of: "団体名") {
      headings[body] = nameHeading
    }
    if !headings.contains("団体名"), labels.isEmpty, let body = bodyColumn(rows, headings) {
      headings[body] = "団体名"
    }
    let name = headings.firstIndex(of: nameHeading) ?? 0
    let isTold =
      !labels.isEmpty || headings.contains { ["団体名", "担当課", "参加者数"].contains($0) }
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
      cells.contains { BodyEnding.endsAlone($0) || $0.hasSuffix("の会") }
      && !cells.contains(where: BodyEnding.isGathering)
      && !cells.contains {
        BodyEnding.ends($0) && (BodyEnding.isPlace($0) || DepartmentCell.isSection($0))
      }
    return areBodies ? open[0] : nil
  }

  private static func heading(
    _ rows: [ReportTable.Row], column: Int, behind headings: [String], mayBeBodies: Bool
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
    if mayBeBodies, areMostly(OrganizationList.isIndependent) { return "団体名" }
    if !headings.contains(nameHeading), !cells.isEmpty { return nameHeading }
    // 老人憩の家 among 市民会館 and 運動公園 is a place as well.
    if areMostly({ BodyEnding.isPlace($0) && !$0.hasSuffix("学校") && !$0.hasSuffix("大学") }) {
      return "会場"
    }
    let isBody = { BodyEnding.endsAlone($0) || $0.hasSuffix("学校") || $0.hasSuffix("大学") }
    if mayBeBodies, areMostly(BodyEnding.ends), cells.contains(where: isBody) { return "団体名" }
    return ""
  }

  private static func isOffice(_ cell: String) -> Bool {
    cell.split { "、・／/".contains($0) }.contains { DepartmentCell.isSection(String($0)) }
  }

  /// `①`, `(3)`, `5番`, `第2回`, `ア`, `8月例会`.
  private static func isOrdinal(_ cell: String) -> Bool {
    if PrintedLine.isLetter(cell) { return true }
    if cell.hasSuffix("月例会") || cell.hasSuffix("月定例会") { return cell.first?.isNumber == true }
    return cell.count <= 5 && cell.contains(where: \.isNumber)
      && cell.allSatisfy { $0.isNumber || "()（）.．番第回No№".contains($0) }
  }
}
