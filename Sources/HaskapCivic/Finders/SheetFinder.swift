/// Finds sheets of labels and values: one project each, or one a column. A sheet whose labels name
/// nothing is called by the line above it, as `TableFinder` sees.
///
///     事業名    河川清掃
///     団体名    清流の会
///     実施日    令和5年6月4日
enum SheetFinder {
  /// The sheets that begin at a line, and the index of the line behind them; no sheet where the labels
  /// up to there make none, and nil where there are too few.
  static func sheets(
    _ lines: [TableGrid.Line], from start: Int
  ) -> (tables: [ReportTable], end: Int)? {
    guard let sheet = SheetLines(lines, from: start) else { return nil }
    let (rows, pairs) = (sheet.rows, sheet.rows.flatMap(\.pairs))
    let above = lines[..<sheet.start]
    let first = lines[sheet.start]
    let isBelowItem = isBelowItem(above, first)
    let tellsEvent =
      tellsEvent(pairs) && (isBelowItem || rows.count > 2 && isBelowName(above))
      || (tellsEvent(pairs) || isBelowItem && tellsWho(pairs))
        && SheetSeries.contains(lines, from: sheet.start, to: sheet.end)
    guard
      rows.count >= 3 || tellsEvent || rows.count == 2 && pairs.count > 3
        || SheetLabel.tellsAll(first, rows[0].pairs)
        || SheetLabel.inline(first.text)?.count ?? 0 > 2
    else { return nil }
    let isOfProjects = (tellsEvent || tellsProjects(rows)) && !isMinutes(pairs)
    return (isOfProjects ? SheetTables.tables(rows) : [], sheet.end)
  }

  /// When, how many, which office, with whom, for how much: two of them tell of a project.
  private static func tellsEvent(_ pairs: [SheetLabel.Pair]) -> Bool {
    let kinds = Set(pairs.map(\.kind))
    let told = kinds.intersection([.date, .participants, .department, .money])
    return told.count + (kinds.contains(where: \.namesOrganizations) ? 1 : 0) > 1
  }

  /// With whom, and what was done.
  private static func tellsWho(_ pairs: [SheetLabel.Pair]) -> Bool {
    pairs.contains { $0.kind.namesOrganizations }
      && pairs.contains { [.purpose, .effect].contains($0.kind) }
  }

  /// Three things, a name or a body among them; of two labels the name is one, and comes again.
  private static func tellsProjects(_ rows: [SheetLines.Row]) -> Bool {
    let kinds = Set(rows.flatMap { $0.pairs.map(\.kind) })
    let hasBodies = kinds.contains(where: \.namesOrganizations)
    let isRepeated = rows.count { $0.pairs.contains { $0.kind == .name } } > 1
    return (kinds.count >= 3 || isRepeated && hasBodies) && (kinds.contains(.name) || hasBodies)
  }

  /// Right below `■交流サロン`, or below `### 交流サロン`, which names what the sheet tells of; set in below `- 交流サロン`.
  private static func isBelowItem(
    _ above: ArraySlice<TableGrid.Line>, _ first: TableGrid.Line
  ) -> Bool {
    guard let last = above.last else { return false }
    if last.filled.count == 1, last.indent < first.indent,
      ItemFinder.isBullet(last.text.first ?? " ")
    {
      return true
    }
    if last.isBlank { return above.dropLast().last?.text.hasPrefix("#") ?? false }
    return last.filled.count == 1 && (PrintedLine.startsItem(last.text) || last.text.hasPrefix("#"))
      || last.joined.utf8.count <= 160 && PrintedLine.ordinal(last.joined) != nil
  }

  /// Right below a few words that stand behind a blank line and are no title: `縄文の上映会（女性史の会）`.
  private static func isBelowName(_ above: ArraySlice<TableGrid.Line>) -> Bool {
    guard let last = above.last, last.filled.count == 1, (2...40).contains(last.text.count),
      above.dropLast().last?.isBlank ?? true
    else { return false }
    return !last.text.contains { "。：:".contains($0) } && !PrintedLine.isTitle(last.text)
      && !PrintedLine.isNote(last.text)
  }

  /// What a meeting talks of is no project: 日時, 出席者, 議題.
  private static func isMinutes(_ pairs: [SheetLabel.Pair]) -> Bool {
    let words = ["議題", "議事", "議案", "案件", "審議事項", "協議事項", "報告事項", "付議案件", "次第"]
    let isAgenda = pairs.map { pair in words.contains(SheetLabel.withoutMarks(pair.label)) }
    guard isAgenda.contains(true) else { return false }
    return zip(pairs, isAgenda).allSatisfy { $1 || $0.kind != .name && !$0.kind.namesOrganizations }
  }
}
