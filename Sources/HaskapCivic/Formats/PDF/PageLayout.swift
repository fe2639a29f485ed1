/// Finds the lines of a page, and the columns and rows of its tables.
///
/// Columns are told by the white between words; rows by the order in which the page draws its cells,
/// else by numbers and by white.
struct PageLayout {
  struct Line: Equatable {
    /// The cells of a row separated by tabs.
    var text: String
    var isRow = false
    /// A row that goes on from the page before.
    var continues = false
    /// The columns in which the end of that page stands between two letters of a word.
    var cut: Set<Int> = []
  }

  private let isDrawnByCell: Bool
  /// The columns and the heading of the last table.
  private var columns: [Range<Double>] = []
  private var heading = ""
  /// By column the last lines of the last row's cells that end where the page before did.
  private var open: [Int: [PageWord]] = [:]
  /// Whether rows may begin with an empty cell.
  private var hasHeadless = false

  init(isDrawnByCell: Bool = false) { self.isDrawnByCell = isDrawnByCell }

  mutating func lines(of words: [PageWord]) -> [Line] {
    let lines = Self.printedLines(words)
    let found = PageColumns(lines, earlier: columns, open: Array(open.values))
    guard let found else {
      open = [:]
      return Self.paragraphs(lines, of: words)
    }
    columns = found.columns
    return Self.paragraphs(found.above, of: words) + rows(of: found, letter: words.letterWidth)
      + Self.paragraphs(found.below, of: words)
  }

  /// Words of one height, from the left to the right, from the top to the bottom.
  static func printedLines(_ words: [PageWord]) -> [[PageWord]] {
    var lines: [[PageWord]] = []
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = lines.last?.first, word.middle - last.middle < 1.5 {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    return lines.map { $0.sorted { $0.left < $1.left } }
  }

  private static func text(_ line: [PageWord]) -> String {
    line.map(\.text).joined(separator: " ")
  }

  /// Lines of text as they were before the page's width broke them.
  private static func paragraphs(_ lines: [[PageWord]], of words: [PageWord]) -> [Line] {
    let edge = words.map(\.right).max() ?? 0
    var result: [Line] = []
    var goesOn = false
    for line in lines {
      if goesOn, let last = result.indices.last {
        result[last].text += text(line)
      } else {
        result.append(Line(text: text(line)))
      }
      goesOn = isFull(line, edge: edge)
    }
    return result
  }

  /// Whether a line ends only because its column does: no letter more has room.
  private static func isFull(_ line: [PageWord], edge: Double) -> Bool {
    guard let last = line.last, let end = last.text.unicodeScalars.last else { return false }
    let width = (last.right - last.left) / Double(max(1, last.text.count))
    return edge - last.right < max(width, 4) * 1.1 && end.value > 0x7F || edge - last.right < 2
  }

  // MARK: - Rows

  private mutating func rows(of found: PageColumns, letter: Double) -> [Line] {
    let words = Array(found.table.joined())
    let drawn =
      isDrawnByCell
      ? PageStream(words, columns: columns, open: open, letter: letter)?.rows : nil
    let rows = drawn ?? PageRows(found.table, columns: columns).rows
    let text = PageText(rows, letter: letter)
    var lines = found.texts.map { (top: $0[0].middle, line: Line(text: Self.text($0))) }
    var isFirst = true
    for row in rows {
      let (line, top) = (line(row, isFirst: isFirst, text), row.top)
      lines.append((top, line))
      if line.isRow { isFirst = false }
    }
    if let last = rows.last { leaveOpen(last, letter: letter) }
    return lines.sorted { $0.top < $1.top }.map(\.line)
  }

  private mutating func line(_ row: PageRow, isFirst: Bool, _ text: PageText) -> Line {
    let cells = columns.indices.map { text.cell(row.cells[$0] ?? [], column: $0) }
    if let alone = row.alone, alone > 0, PageNumber.matches(cells[alone]) {
      return Line(text: cells[alone])
    }
    var line = Line(text: cells.joined(separator: "\t"), isRow: true)
    // Headings that each page repeats tell readers where a page begins.
    if isFirst, line.text == heading { return Line(text: heading) }
    if isHeading(cells) {
      heading = line.text
    } else if isFirst, goesOn(row) {
      line.continues = true
      line.cut = Set(row.cells.keys.filter { cuts(row, $0, text) })
    } else if !isFirst, cells.first == "" {
      hasHeadless = true
    }
    return line
  }

  /// A first row without numbers whose cells are short.
  private func isHeading(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return row.first?.isEmpty == false && filled.count > 1
      && filled.allSatisfy { $0.count < 24 && !$0.contains(where: \.isNumber) }
  }

  // MARK: - Rows over two pages

  private mutating func leaveOpen(_ row: PageRow, letter: Double) {
    let lowest = row.cells.values.compactMap { $0.last?.first?.middle }.max() ?? 0
    open = row.cells.compactMapValues(\.last).filter {
      lowest - ($0.value.first?.middle ?? 0) < letter * 2.5
    }
  }

  /// Whether a page's first row goes on from the page before: it has no number, or only a cell that was
  /// not at its end.
  private func goesOn(_ row: PageRow) -> Bool {
    if row.alone == 0, let line = open[0], let next = row.cells[0]?.first {
      return next.first?.goesOnBelow(line) == true && next.first?.isNumber == false
    }
    guard !heading.isEmpty, row.cells[0] == nil else { return false }
    return !hasHeadless || row.cells.keys.allSatisfy { open[$0] != nil }
  }

  private func cuts(_ row: PageRow, _ column: Int, _ text: PageText) -> Bool {
    guard let line = open[column], let lines = row.cells[column], let next = lines.first else {
      return false
    }
    return text.goesOn(line, in: next, column: column, isStrip: PageText.isStrip(lines))
  }
}
