import HaskapText

/// Finds projects that are told in sentences below their names:
///
///     ○ 河川清掃（環境課）
///       5月28日、町内会連合会の協力により実施。参加者2,310人。
enum ProseFinder {
  /// The projects from a line on as a table, and the index of the line behind them; nil where there are not two.
  static func list(_ lines: [TableGrid.Line], from start: Int) -> (table: ReportTable, end: Int)? {
    var table = ReportTable(
      headings: ["番号", "事業名（担当課）", "団体名", "実施日", "参加者数", "事業内容"], titles: [], isList: true)
    var (index, end) = (start, start)
    while let (row, next) = item(lines, at: index) {
      table.rows.append(row)
      end = next
      index = lines[next...].firstIndex { !$0.isBlank } ?? next
    }
    return table.rows.count > 1 ? (table, end) : nil
  }

  /// The lines of sentences below a name at most.
  private static let mostLines = 8

  private static func item(
    _ lines: [TableGrid.Line], at index: Int
  ) -> (row: ReportTable.Row, end: Int)? {
    guard index < lines.count, isName(lines[index]) else { return nil }
    let below = lines[(index + 1)...].prefix(mostLines).prefix {
      $0.cells.count == 1 && !$0.isBlank && !isName($0) && !PrintedLine.startsItem($0.text)
        && $0.text.utf8.count <= 1_000
    }
    let (title, told) = parted(lines[index].joined)
    let text = told + below.map { withoutArrow($0.text) }.joined()
    guard text.contains("。"), !below.contains(where: isLabeled) else {
      return nil
    }
    let (date, people) = (DateFinder.first(in: text), people(in: text))
    guard !people.isEmpty || !date.isEmpty else { return nil }
    let ordinal = PrintedLine.ordinal(title)
    let whole = ordinal?.rest ?? Trimming.marks(title)
    // What stands in brackets is an office, or the body.
    let (name, body) = TableColumns.body(behind: whole).map { ($0.name, [$0.body]) } ?? (whole, [])
    let bodies = (body + bodies(in: text)).uniqued.joined(separator: "、")
    let cells = [
      ordinal.map { String($0.number) } ?? "", name, bodies, date,
      people, text,
    ]
    let year = TitleYear.fiscalYear(Folding.folded(text))
    return (.init(line: lines[index].number, cells: cells, fiscalYear: year), below.endIndex)
  }

  /// `→ 6月4日に開催した。`
  private static func withoutArrow(_ text: String) -> Substring {
    text.drop { "→⇒➡".contains($0) || $0.isWhitespace }
  }

  /// （開催日　6月4日） tells more of what the sentences do.
  private static func isLabeled(_ line: TableGrid.Line) -> Bool {
    !"（(".contains(line.text.first ?? " ") && SheetLabel.pairs(line) != nil
  }

  private static func isName(_ line: TableGrid.Line) -> Bool {
    guard
      PrintedLine.startsItem(line.text) || line.text.hasPrefix("・")
        || PrintedLine.letter(line.text) != nil
    else { return false }
    // An office in brackets may stand apart.
    let isAlone = line.cells.count == 1 || line.filled.count == 2 && line.joined.last == "）"
    let (title, _) = parted(line.joined)
    return isAlone && title.utf8.count <= 160 && !title.contains("。")
  }

  /// `朝市：6月4日に農協と開催した。`: a name, and what is told of it behind a colon.
  private static func parted(_ text: String) -> (title: String, told: String) {
    guard text.hasSuffix("。"), text.utf8.count <= 1_200, text.has(.colons),
      let colon = text.firstIndex(where: { ":：".contains($0) })
    else { return (text, "") }
    return (Trimming.spaces(text[..<colon]), Trimming.spaces(text[colon...].dropFirst()))
  }

  // MARK: What sentences tell

  /// How many came: a sum before others.
  private static func people(in text: String) -> String {
    let counts = Count.scan(text).filter { $0.isPeople && !$0.isPart && !$0.isStaff }
    let count = counts.first(where: \.isSum) ?? counts.first
    return count.map { ($0.approximate ? "約" : "") + "\($0.number)人" } ?? ""
  }

  /// Whom the sentences say it was done with.
  private static func bodies(in text: String) -> [String] {
    let clauses = text.split { "。、，".contains($0) }.map(String.init)
    return clauses.flatMap { clause -> [String] in
      let ends = acts.compactMap { clause.ranges(of: $0).first?.lowerBound }
      guard let end = ends.min() else { return [] }
      let words = Trimming.spaces(clause[..<end])
      guard (3...40).contains(words.count), !words.contains("を") else {
        return []
      }
      let parts = words.split(separator: "と").map(String.init)
      let areTwo = parts.count == 2 && parts.contains(where: BodyEnding.ends)
      return (areTwo ? parts : [words]).filter { !DepartmentCell.isSection($0) }
    }.uniqued
  }

  private static let acts = [
    "の協力", "が主催", "の主催", "に委託", "へ委託", "と共催", "との共催", "と連携", "との連携", "と協働", "との協働", "が運営", "の運営",
    "が企画", "が実施", "と協力", "が連携", "が協働", "が協力",
  ]
}
