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
    self.lines = lines.enumerated().map { Self.line($0.element, number: $0.offset + 1) }
  }

  private static func line(_ text: String, number: Int) -> Line {
    let cells = text[...].cells.map {
      Trimming.spaces(CellText.untagged($0, separator: DelimitedText.cellBreak))
    }
    return Line(
      number: number, cells: cells, filled: cells.indices.filter { !cells[$0].isEmpty })
  }
}
