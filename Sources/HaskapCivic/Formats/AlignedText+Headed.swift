/// Tables with a cell on each line, as they come out where a page is copied:
///
///     事業名
///     団体名
///     実施日
///     海岸清掃
///     海を守る会
///     令和5年7月8日
extension AlignedText {
  /// Headings one below the other, then the cells of each row, known by its days and figures; nil without
  /// two rows. Blank lines may part the rows.
  static func headed(_ lines: [String]) -> [SourceLine]? {
    if let whole = headedLines(lines) { return whole }
    let filled = lines.indices.filter { !lines[$0].isBlank }
    guard filled.count < lines.count, let found = headedLines(filled.map { lines[$0] }) else {
      return nil
    }
    let blank = lines.indices.filter { lines[$0].isBlank }
      .map { SourceLine(text: "", number: $0 + 1) }
    let own = found.map { SourceLine(text: $0.text, number: filled[$0.number - 1] + 1) }
    return (own + blank).stableSorted { $0.number < $1.number }
  }

  private static func headedLines(_ lines: [String]) -> [SourceLine]? {
    let texts = lines.map(\.trimmed)
    var result: [SourceLine] = []
    var (index, isFound) = (0, false)
    while index < texts.count {
      let own = texts[index...].prefix(mostHeadings).prefix(while: isHeading)
      let width = max(own.count, 1)
      let rows = own.count > 2 ? rows(texts[own.endIndex...], below: Array(own)) : 0
      if rows > 1 {
        isFound = true
        for start in stride(from: index, through: index + rows * width, by: width) {
          let cells = texts[start..<start + width].joined(separator: "\t")
          result.append(SourceLine(text: cells, number: start + 1))
        }
        index += (rows + 1) * width
      } else {
        for line in index..<index + width {
          result.append(SourceLine(text: lines[line], number: line + 1))
        }
        index += width
      }
    }
    return isFound ? result : nil
  }

  private static let mostHeadings = 15

  private static func isHeading(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60 && !text.contains(where: \.isDigit)
      && HeadingWords.meaning(of: text) != nil
  }

  /// How many rows follow whose cells are what the headings say.
  private static func rows(_ texts: ArraySlice<String>, below headings: [String]) -> Int {
    let kinds = headings.map { HeadingWords.meaning(of: $0)?.kind ?? .other }
    guard kinds.contains(where: { [.date, .start, .participants, .money].contains($0) }) else {
      return 0
    }
    var rows = 0
    var rest = texts
    while rest.count >= headings.count, zip(rest, kinds).allSatisfy(holds) {
      rest = rest.dropFirst(headings.count)
      rows += 1
    }
    return rows
  }

  private static func holds(_ cell: String, _ kind: HeadingKind) -> Bool {
    switch kind {
    case .date, .start, .end, .decided: DayText.matches(cell) || VagueDate.isKnown(cell)
    case .participants, .money: cell.contains(where: \.isNumber)
    default: !cell.isEmpty
    }
  }
}
