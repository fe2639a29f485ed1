/// The lines of a report as rows of cells.
struct TableGrid {
  struct Line {
    /// Counted from 1.
    var number: Int
    /// Between tabs, without tags and outer spaces; one cell for a line of text.
    var cells: [String]
    /// The indices of the cells that hold something.
    var filled: [Int]
    /// The columns of white space before it.
    var indent = 0

    var isRow: Bool { filled.count > 1 || cells.count > 1 }
    var isBlank: Bool { filled.isEmpty }
    /// All that the cells hold.
    var joined: String { filled.map { cells[$0] }.joined(separator: " ") }
    /// Of a line with one cell.
    var text: String { filled.first.map { cells[$0] } ?? "" }
  }

  let lines: [Line]

  init(_ lines: [String]) {
    self.lines = Self.dated(
      lines.enumerated().map { Self.line($0.element, number: $0.offset + 1) })
  }

  /// With the month of a line of its own before the days of the rows below it:
  ///
  ///     4月
  ///       9日    清掃
  private static func dated(_ lines: [Line]) -> [Line] {
    guard lines.contains(where: { Self.month(of: $0) != nil }) else { return lines }
    var (result, month) = ([Line](), String?.none)
    for (index, line) in lines.enumerated() {
      if let own = Self.month(of: line), daysFollow(lines[(index + 1)...]) {
        month = own
      } else if let own = month, isDay(line) {
        var line = line
        line.cells[line.filled[0]] = own + line.text
        result.append(line)
      } else {
        if line.filled.count == 1 { month = nil }
        result.append(line)
      }
    }
    return result
  }

  /// `4月`, `## 4月`, `【4月】`.
  private static func month(of line: Line) -> String? {
    guard line.filled.count == 1, line.text.utf8.count <= 20 else { return nil }
    let text = line.text.filter { !"#■●○◆【】 ".contains($0) }
    guard text.count <= 3, text.hasSuffix("月"), let number = Int(Folding.folded(text.dropLast())),
      (1...12).contains(number)
    else { return nil }
    return text
  }

  /// The days of the month stand in the next line, or below headings there.
  private static func daysFollow(_ lines: ArraySlice<Line>) -> Bool {
    let next = lines.lazy.filter { !$0.isBlank }.prefix(2)
    guard let first = next.first else { return false }
    return isDay(first)
      || TableHeading.matches(first.cells) && next.dropFirst().contains(where: isDay)
  }

  /// True of a row that begins with `9日`, `9日（日）` or `9日～11日`.
  private static func isDay(_ line: Line) -> Bool {
    guard line.filled.count > 1, line.text.first?.isNumber == true, line.text.utf8.count <= 40
    else { return false }
    let text = Folding.folded(line.text.withoutSpaces)
    let day = text.prefix(while: \.isDigit)
    let rest = text[day.endIndex...]
    return day.count <= 2 && rest.first == "日"
      && rest.allSatisfy { $0.isDigit || "日月火水木金土祝休・()~-、".contains($0) }
  }

  private static func line(_ text: String, number: Int) -> Line {
    let cells = text[...].cells.map {
      Trimming.spaces(CellText.untagged($0, separator: CellText.lineBreak))
    }
    let white = text.unicodeScalars.prefix(while: \.isSpace)
    // A rule parts as a blank line does.
    let isRule = cells.count == 1 && AlignedText.isRule(cells[0])
    return Line(
      number: number, cells: cells,
      filled: isRule ? [] : cells.indices.filter { !cells[$0].isEmpty },
      indent: white.reduce(0) { $0 + ($1.isASCII ? 1 : 2) })
  }
}
