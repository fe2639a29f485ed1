/// The lines of a report as rows of cells.
struct TableGrid {
  struct Line {
    /// Counted from 1.
    var number: Int
    /// Between tabs, without tags and outer spaces; one cell for a line of text.
    var cells: [String]
    /// The indices of the cells that hold something.
    var filled: [Int]

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
    guard lines.contains(where: { isMonth($0) }) else { return lines }
    var (result, month) = ([Line](), String?.none)
    for (index, line) in lines.enumerated() {
      if isMonth(line), let next = lines[(index + 1)...].first(where: { !$0.isBlank }), isDay(next)
      {
        month = line.text
      } else if let own = month, isDay(line) {
        var line = line
        line.cells[line.filled[0]] = own + line.text
        result.append(line)
      } else {
        if !line.isBlank { month = nil }
        result.append(line)
      }
    }
    return result
  }

  private static func isMonth(_ line: Line) -> Bool {
    guard line.filled.count == 1, line.text.utf8.count <= 9, line.text.hasSuffix("月") else {
      return false
    }
    return Int(Folding.folded(line.text.dropLast())).map { (1...12).contains($0) } ?? false
  }

  /// True of a row that begins with `9日` or `9日（日）`.
  private static func isDay(_ line: Line) -> Bool {
    guard line.filled.count > 1, line.text.first?.isNumber == true, line.text.utf8.count <= 24
    else { return false }
    let text = Folding.folded(line.text.withoutSpaces)
    let day = text.prefix(while: \.isDigit)
    let rest = text[day.endIndex...]
    return day.count <= 2 && (rest == "日" || rest.hasPrefix("日(") && rest.hasSuffix(")"))
  }

  private static func line(_ text: String, number: Int) -> Line {
    let cells = text[...].cells.map {
      Trimming.spaces(CellText.untagged($0, separator: DelimitedText.cellBreak))
    }
    return Line(
      number: number, cells: cells, filled: cells.indices.filter { !cells[$0].isEmpty })
  }
}
