/// Makes tables of the labels and values of sheets: one for each project.
enum SheetTables {
  /// A label that comes again begins the next sheet.
  static func tables(_ rows: [SheetLines.Row]) -> [ReportTable] {
    var sheets: [[(line: Int, pair: SheetLabel.Pair)]] = [[]]
    let areNamed = rows.contains { $0.pairs.contains { $0.kind == .name } }
    var labels: Set<String> = []
    for row in rows {
      for pair in row.pairs {
        let label = SheetLabel.withoutMarks(pair.label)
        if !labels.insert(label).inserted {
          let name = areNamed ? nil : takeName(from: &sheets[sheets.count - 1])
          sheets.append(name.map { pairs(ofName: $0).map { (row.line, $0) } } ?? [])
          labels = [label]
        }
        sheets[sheets.count - 1].append((row.line, pair))
      }
    }
    return sheets.map(table)
  }

  /// What a line above a sheet tells: `清掃【団体名：清流の会】` names a body as well, `清掃（後援）` how the city
  /// took part.
  static func pairs(ofName text: String) -> [SheetLabel.Pair] {
    let own = ItemFinder.labels(behind: text)
    let labeled = own?.parts.compactMap(SheetLabel.labeled) ?? []
    if let own, labeled.count == own.parts.count {
      return [("事業名", .name, [Trimming.spaces(own.name)])] + labeled
    }
    guard let (name, form) = Brackets.trailing(text), !name.isBlank, FormWords.begin(form) else {
      return [("事業名", .name, [text])]
    }
    return [("事業名", .name, [Trimming.spaces(name)]), ("形態", .classification, [form])]
  }

  /// The last line of a value in lines, where no label is of names: the next sheet's name, right above it. A
  /// sentence is none.
  private static func takeName(from sheet: inout [(line: Int, pair: SheetLabel.Pair)]) -> String? {
    guard let last = sheet.indices.last, let value = sheet[last].pair.values.first,
      let cut = value.lastIndex(of: CellText.lineBreak), !value.hasSuffix("。")
    else { return nil }
    sheet[last].pair.values[0] = String(value[..<cut])
    return String(value[value.index(after: cut)...])
  }

  private static func isSingle(_ pair: SheetLabel.Pair) -> Bool {
    pair.values.count { !$0.isEmpty } < 2
  }

  private static func joined(_ values: [String]) -> String {
    values.filter { !$0.isEmpty }.joined(separator: String(CellText.lineBreak))
  }

  private static func table(_ sheet: [(line: Int, pair: SheetLabel.Pair)]) -> ReportTable {
    var table = ReportTable(
      headings: sheet.map { SheetLabel.withoutMarks($0.pair.label) }, titles: [], isSheet: true)
    // 延べ, 240 and 人 in three cells are one value beside one name.
    let isOne =
      sheet.allSatisfy { isSingle($0.pair) }
      || sheet.first { $0.pair.kind == .name }.map { isSingle($0.pair) } ?? false
    let values = sheet.map { isOne ? [joined($0.pair.values)] : $0.pair.values }
    for column in 0..<(values.map(\.count).max() ?? 0) {
      let cells = values.map { $0[safe: column] }
      if cells.allSatisfy(\.isEmpty) { continue }
      // A year beside the name is no project of its own.
      let own = cells.filter { !$0.isEmpty }
      if column > 0, own.count == 1, cells.count > 2, own[0].hasSuffix("年度") { continue }
      table.rows.append(ReportTable.Row(line: sheet[0].line, cells: cells))
    }
    return table
  }

  // MARK: Bodies behind names

  /// With the bodies that stand in brackets behind the names of sheets, where no label tells of any:
  ///
  ///     1 清掃（清流の会）
  ///       実施日：6月4日
  ///     2 植樹（森林組合、みどり少年団）
  ///       実施日：11月3日
  static func withBodies(_ tables: [ReportTable]) -> [ReportTable] {
    let places = tables.indices.filter { isNamedAlone(tables[$0]) }
    let inside = places.compactMap { bracketed(tables[$0])?.inside }
    guard places.count > 1, inside.count * 2 > places.count,
      inside.contains(where: BodyEnding.endsAlone)
    else { return tables }
    var tables = tables
    for place in places {
      guard let (before, inside) = bracketed(tables[place]),
        let column = nameColumn(tables[place])
      else { continue }
      tables[place].rows[0].cells[column] = Trimming.spaces(before)
      tables[place].addColumn("団体名", inside)
    }
    return tables
  }

  /// With the body that a letter is from as that of the project which the sheet below tells of:
  ///
  ///     団体名　湖畔を歩く会
  ///     代表者　江口　順
  ///
  ///     １　事業名　湖畔ウォーク
  ///     ２　実施日　令和5年5月27日
  static func withApplicants(_ tables: [ReportTable]) -> [ReportTable] {
    guard tables.count > 1, isApplicant(tables[0]) else { return tables }
    var (result, next) = ([ReportTable](), 0)
    while next < tables.count {
      let isLetter =
        next + 1 < tables.count && isApplicant(tables[next]) && isProject(tables[next + 1])
      result.append(isLetter ? joined(tables[next], tables[next + 1]) : tables[next])
      next += isLetter ? 2 : 1
    }
    return result
  }

  private static func joined(_ letter: ReportTable, _ project: ReportTable) -> ReportTable {
    var table = project
    let facts = letter.headings.indices.map { column in
      let cells = letter.rows.map { $0.cells[safe: column] }.filter { !$0.isEmpty }
      return (letter.headings[column], cells.joined(separator: " "))
    }.filter { !$1.isEmpty }
    for (heading, cell) in facts.reversed() where kind(heading)?.namesOrganizations ?? false {
      table.addColumn(heading, cell)
    }
    let others = facts.filter { !(kind($0.0)?.namesOrganizations ?? false) }
    table.titles = letter.titles + others.map { "\($0)：\($1)" } + table.titles
    return table
  }

  private static func kind(_ heading: String) -> HeadingKind? {
    HeadingWords.meaning(of: heading)?.kind
  }

  /// True of a sheet that tells of a body alone: neither what it did nor when, and not with whom.
  private static func isApplicant(_ table: ReportTable) -> Bool {
    let kinds = table.headings.compactMap(kind)
    let told: Set<HeadingKind> = [
      .name, .date, .start, .participants, .department, .purpose, .effect,
    ]
    // 代表　海野　進 has two values.
    let isOne = table.rows.dropFirst().allSatisfy { row in
      row.cells.indices.allSatisfy { column in
        row.cells[column].isEmpty || kind(table.headings[safe: column]) == .person
      }
    }
    return table.isSheet && isOne && kinds.count(where: \.namesOrganizations) == 1
      && told.isDisjoint(with: kinds)
  }

  private static func isProject(_ table: ReportTable) -> Bool {
    table.isSheet && table.rows.count == 1 && nameColumn(table) != nil
  }

  private static func isNamedAlone(_ table: ReportTable) -> Bool {
    table.isSheet && table.rows.count == 1 && nameColumn(table) != nil
      && !table.headings.contains { HeadingWords.meaning(of: $0)?.kind.namesOrganizations ?? false }
  }

  private static func nameColumn(_ table: ReportTable) -> Int? {
    table.headings.firstIndex { HeadingWords.meaning(of: $0)?.kind == .name }
  }

  /// A name, and what stands in brackets behind it: neither an office nor a place, nor how the city took part.
  private static func bracketed(_ table: ReportTable) -> (name: String, inside: String)? {
    let name = nameColumn(table).map { table.rows[0].cells[safe: $0] } ?? ""
    guard let (before, inside) = Brackets.trailing(name), !before.isBlank, inside.count > 2,
      !inside.contains(where: \.isDigit), !FormWords.begin(inside),
      !OrganizationList.items(inside).allSatisfy({
        DepartmentCell.isSection($0) || BodyEnding.isPlace($0)
      })
    else { return nil }
    return (before, inside)
  }
}
