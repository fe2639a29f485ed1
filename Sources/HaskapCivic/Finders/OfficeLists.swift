/// Finds lists of projects with who did them, below the name of an office and without days:
///
///     環境課
///     ・河川清掃（清流の会）
///     ・花いっぱい（緑の会）
enum OfficeLists {
  /// - Parameter mayBeOne: whether the report has a list already, of which this may be another with one item.
  static func list(
    _ lines: [TableGrid.Line], from start: Int, mayBeOne: Bool
  ) -> (table: ReportTable, end: Int)? {
    guard let above = lines[..<start].last(where: { !$0.isBlank }), above.filled.count == 1,
      PrintedLine.office(above.text) != nil
    else { return nil }
    let items = lines[start...].prefix { item($0) != nil }
    guard items.count > 1 || mayBeOne && !items.isEmpty else { return nil }
    var table = ReportTable(headings: ["事業名", "団体名"], titles: [], isList: true)
    table.rows = items.compactMap { line in
      item(line).map { .init(line: line.number, cells: [$0.name, $0.body], notes: [line.joined]) }
    }
    return (table, items.endIndex)
  }

  private static func item(_ line: TableGrid.Line) -> (name: String, body: String)? {
    guard line.filled.count == 1, line.text.utf8.count <= 300 else { return nil }
    let text = Trimming.marks(line.text.drop { PrintedLine.bullets.contains($0) })
    let rest = PrintedLine.ordinal(text)?.rest ?? text
    guard let (name, body) = Brackets.trailing(rest), !name.isBlank, !FormWords.begin(body),
      BodyEnding.ends(body) || OrganizationList.isIndependent(body),
      !DepartmentCell.isSection(body), !BodyEnding.isPlace(body)
    else { return nil }
    return (Trimming.spaces(name), body)
  }
}
