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
    // Markdown has a rule below it.
    let own = SheetLabel.isCaption(lines[start]) ? lines[(start + 1)...].prefix(2) : lines[start...]
    guard let start = own.indices.first(where: { !lines[$0].isBlank }),
      let first = SheetLabel.pairs(lines[start]) ?? SheetLabel.bare(lines, at: start),
      first[0].values != [""] || !isSection(lines[(start + 1)...])
    else { return nil }
    var rows = [(line: lines[start].number, pairs: first)]
    var index = start + 1
    var end = index
    var standsAlone = first[0].values == [""]
    var labelsIndent = lines[start].indent
    while index < lines.count {
      if lines[index].isBlank || SheetLabel.isCaption(lines[index]) {
        index += 1
        continue
      }
      guard
        let next = SheetLabel.pairs(lines[index]) ?? SheetLabel.pairOfClass(lines[index])
          ?? SheetLabel.bare(lines, at: index) ?? SheetLabel.pairOfHeading(lines, at: index)
          ?? pairOfOther(lines, at: index, behind: rows.count)
      else {
        // A value that goes on below its label's line, or stands there.
        let isBelow = lines[index].cells.count > 1 && lines[index].filled.first ?? 0 > 0
        let isNext = index == end || standsAlone && rows.last?.pairs.last?.values == [""]
        let isIndented =
          lines[index].indent >= labelsIndent + 4 && !isItem(lines[index].text)
          && !PrintedLine.isNote(lines[index].text)
        guard isBelow || standsAlone || isIndented, lines[index].filled.count == 1, isNext,
          !lines[index].text.hasPrefix("#")
        else { break }
        append(lines[index].text, to: &rows)
        index += 1
        end = index
        continue
      }
      rows.append((lines[index].number, next))
      labelsIndent = lines[index].indent
      standsAlone = next[0].values == [""]
      index += 1
      end = index
    }
    let kinds = Set(rows.flatMap { $0.pairs.map(\.kind) })
    // When, how many, which office, with whom, for how much: two of them tell of a project.
    let told: Set<HeadingKind> = [.date, .participants, .department, .money]
    let isTold =
      kinds.intersection(told).count + (kinds.contains(where: \.namesOrganizations) ? 1 : 0) > 1
    let above = lines[..<start]
    let tellsEvent = isTold && (isBelowItem(above) || rows.count > 2 && isBelowName(above))
    guard
      rows.count >= 3 || tellsEvent || rows.count == 2 && rows.flatMap(\.pairs).count > 3
        || SheetLabel.tellsAll(lines[start], first)
        || SheetLabel.inline(lines[start].text) != nil
    else { return nil }
    // Of two labels the name is one, and comes again.
    let isRepeated = rows.count { $0.pairs.contains { $0.kind == .name } } > 1
    guard
      tellsEvent
        || (kinds.count >= 3 || isRepeated && kinds.contains(where: \.namesOrganizations))
          && (kinds.contains(.name) || kinds.contains(where: \.namesOrganizations)),
      !isMinutes(rows.flatMap(\.pairs))
    else { return ([], end) }
    return (tables(rows), end)
  }

  /// `210人` is a value.
  private static func isItem(_ text: String) -> Bool {
    PrintedLine.ordinal(text) != nil || PrintedLine.isMarked(text) && text.first?.isNumber != true
  }

  /// `１ 事業実績` above `（１） 植樹祭` and its labels is the heading of a section.
  private static func isSection(_ below: ArraySlice<TableGrid.Line>) -> Bool {
    let next = Array(below.lazy.filter { !$0.isBlank }.prefix(2))
    return next.count == 2 && PrintedLine.startsItem(next[0].joined)
      && SheetLabel.pairs(next[0]) == nil && SheetLabel.pairs(next[1]) != nil
  }

  /// Behind two labels at least, and with one in the next line, or soon behind others of its kind.
  private static func pairOfOther(
    _ lines: [TableGrid.Line], at index: Int, behind rows: Int
  ) -> [SheetLabel.Pair]? {
    guard rows > 1 else { return nil }
    let next = lines[(index + 1)...].prefix(3).first {
      SheetLabel.pairOfOther($0) == nil || SheetLabel.pairs($0) != nil
    }
    guard let next, SheetLabel.pairs(next) != nil else { return nil }
    return SheetLabel.pairOfOther(lines[index])
  }

  /// Right below `■交流サロン`, or below `### 交流サロン`, which names what the sheet tells of.
  private static func isBelowItem(_ above: ArraySlice<TableGrid.Line>) -> Bool {
    guard let last = above.last else { return false }
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

  private static func append(_ text: String, to rows: inout [(line: Int, pairs: [SheetLabel.Pair])])
  {
    guard let row = rows.indices.last, let pair = rows[row].pairs.indices.last,
      let value = rows[row].pairs[pair].values.indices.last
    else { return }
    // In place: a copy of the value for each of its lines would take a time of their square.
    if !rows[row].pairs[pair].values[value].isEmpty {
      rows[row].pairs[pair].values[value].append(CellText.lineBreak)
    }
    rows[row].pairs[pair].values[value] += text
  }

  // MARK: Tables

  /// A label that comes again begins the next sheet.
  private static func tables(_ rows: [(line: Int, pairs: [SheetLabel.Pair])]) -> [ReportTable] {
    var sheets: [[(line: Int, pair: SheetLabel.Pair)]] = [[]]
    let areNamed = rows.contains { $0.pairs.contains { $0.kind == .name } }
    var labels: Set<String> = []
    for row in rows {
      for pair in row.pairs {
        let label = SheetLabel.withoutMarks(pair.label)
        if !labels.insert(label).inserted {
          let name = areNamed ? nil : takeName(from: &sheets[sheets.count - 1])
          sheets.append(name.map { [(row.line, ("事業名", .name, [$0]))] } ?? [])
          labels = [label]
        }
        sheets[sheets.count - 1].append((row.line, pair))
      }
    }
    return sheets.map(table)
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
}
