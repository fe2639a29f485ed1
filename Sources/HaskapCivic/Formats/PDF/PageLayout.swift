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
    /// Where it begins on its page.
    var top = 0.0
  }

  /// How the words of a file tell which of them make a cell.
  enum Source {
    /// A file draws one cell after the other.
    case cells
    /// They stand where a file drew them line by line.
    case lines
    /// They stand in lines of plain text, and take their columns.
    case text
  }

  private let source: Source
  private let isByCell: Bool
  /// White as narrow as this many letters is none beside Latin.
  private var autospace = 0.0
  /// The columns and the heading of the last table.
  var columns: [Range<Double>] = []
  var heading = ""
  /// By column the last lines of the last row's cells that end where the page before did.
  var open: [Int: [PageWord]] = [:]
  /// Those of them whose letters stand one below the other.
  var openStrips: Set<Int> = []
  var text: PageText?
  /// Whether rows may begin with an empty cell.
  var hasHeadless = false

  /// - Parameter isByCell: whether the order of words tells of cells, though it may not be that of rows.
  init(_ source: Source = .lines, isByCell: Bool = false) {
    (self.source, self.isByCell) = (source, isByCell)
  }

  /// The lines of all pages, rows that go on over pages as one; pages are counted from 0.
  mutating func lines(of pages: [[PageWord]]) -> [(page: Int, line: Line)] {
    let widest = source == .text ? 1.01 : 0.3
    autospace = Array(pages.joined()).areAutospaced ? widest : 0
    var result: [(page: Int, line: Line)] = []
    var lastRow: Int?
    for (page, words) in pages.enumerated() {
      for line in lines(of: words) {
        if line.continues, let lastRow {
          result[lastRow].line.text = Self.joined(result[lastRow].line.text, line)
          continue
        }
        if line.isRow { lastRow = result.count }
        result.append((page, line))
      }
    }
    return result
  }

  /// The cells of a row and of what the next page has of it, column by column.
  private static func joined(_ row: String, _ rest: Line) -> String {
    let (cells, more) = (row[...].cells, rest.text[...].cells)
    return (0..<max(cells.count, more.count)).map { index in
      let parts = [cells, more].map { index < $0.count ? $0[index] : "" }.filter { !$0.isEmpty }
      return parts.joined(separator: rest.cut.contains(index) ? "" : " ")
    }.joined(separator: "\t")
  }

  mutating func lines(of words: [PageWord]) -> [Line] {
    let letter = words.letterWidth
    let edge = words.map(\.right).max() ?? 0
    if source == .cells, let stream = PageStream(words, letter: letter) {
      var lines: [Line] = []
      for (index, rows) in segments(stream.rows).enumerated() {
        lines += self.lines(ofDrawn: rows, edge: edge, letter, isTop: index == 0)
      }
      return lines
    }
    let lines = Self.printedLines(words)
    guard source != .text else {
      return self.lines(ofTable: lines, edge: edge, letter, isTop: true)
    }
    return Self.tables(lines).enumerated().reduce(into: []) { result, table in
      result += self.lines(
        ofTable: table.element, edge: edge, letter, isTop: table.offset == 0)
    }
  }

  /// The lines of a page from the headings of one table to those of the next.
  private static func tables(_ lines: [[PageWord]]) -> [[[PageWord]]] {
    var last: [PageWord]?
    return lines.reduce(into: [[]]) { tables, line in
      if PageColumns.parts(line) > 2, HeadedColumns.areHeadings(line) {
        // Headings may take several lines.
        if let last, line[0].middle - last[0].middle > line.letterWidth * 2.5 { tables.append([]) }
        last = line
      }
      tables[tables.count - 1].append(line)
    }
  }

  private mutating func lines(
    ofTable lines: [[PageWord]], edge: Double, _ letter: Double, isTop: Bool
  ) -> [Line] {
    let found = PageColumns(
      lines, earlier: isTop ? columns : [], open: isTop ? Array(open.values) : [],
      isGrid: source == .text)
    guard let found else {
      open = [:]
      return paragraphs(lines, edge: edge)
    }
    columns = found.columns
    let rows = PageRows(
      found.table, columns: columns, isGrid: source == .text, isByCell: isByCell
    ).rows
    return paragraphs(found.above, edge: edge)
      + table(rows, texts: found.texts, letter, isTop: isTop) + paragraphs(found.below, edge: edge)
  }

  // MARK: - Lines

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

  private func text(_ line: [PageWord]) -> String {
    line.text(
      letter: line.letterWidth, autospace: autospace * line.letterWidth, mayBeginWithOrdinal: true)
  }

  /// Lines of text as they were before the page's width broke them.
  ///
  /// - Parameter edge: where the words of the page end.
  func paragraphs(_ lines: [[PageWord]], edge: Double) -> [Line] {
    var result: [Line] = []
    var goesOn = false
    let full = lines.count { Self.isFull($0, edge: edge) }
    for (index, line) in lines.enumerated() {
      let text = text(line)
      let isNew = index > 0 && isFar(line, below: lines[index - 1]) || PrintedLine.startsItem(text)
      if goesOn, !isNew, let last = result.indices.last {
        result[last].text += text
      } else {
        result.append(Line(text: text, top: line[0].middle))
      }
      // A title that is the widest line of its page ends where it was meant to, unless the next ends one.
      let isWhole = full == 1 && PrintedLine.isTitle(text)
      let next = isWhole && index + 1 < lines.count ? self.text(lines[index + 1]) : ""
      goesOn = Self.isFull(line, edge: edge) && (!isWhole || AlignedText.endsTitle(next))
    }
    return result
  }

  /// Whether a line stands further below another than those of a paragraph do.
  private func isFar(_ line: [PageWord], below above: [PageWord]) -> Bool {
    line[0].middle - above[0].middle > above.letterWidth * 2.5
  }

  /// Whether a line ends only because its column does: no letter more has room.
  private static func isFull(_ line: [PageWord], edge: Double) -> Bool {
    guard let last = line.last, let end = last.text.unicodeScalars.last else { return false }
    let width = (last.right - last.left) / Double(max(1, last.text.count))
    return edge - last.right < max(width, 4) * 1.1 && end.value > 0x7F || edge - last.right < 2
  }

  // MARK: - Rows

  mutating func table(
    _ rows: [PageRow], texts: [[PageWord]], _ letter: Double, isTop: Bool = true
  ) -> [Line] {
    let text = PageText(
      rows, letter: letter, isGrid: source == .text, autospace: autospace * letter)
    var lines = texts.map { Line(text: self.text($0), top: $0[0].middle) }
    var isFirst = isTop
    for row in rows {
      let line = line(row, isFirst: isFirst, text)
      lines.append(line)
      if line.isRow { isFirst = false }
    }
    if let last = rows.last { leaveOpen(last, letter: letter) }
    self.text = text
    return lines.sorted { $0.top < $1.top }
  }

  private mutating func line(_ row: PageRow, isFirst: Bool, _ text: PageText) -> Line {
    let cells = columns.indices.map { text.cell(row.cells[$0] ?? [], column: $0) }
    if let alone = row.alone, alone > 0, PageNumber.matches(cells[alone]) {
      return Line(text: cells[alone], top: row.top)
    }
    var line = Line(text: cells.joined(separator: "\t"), isRow: true, top: row.top)
    // Headings that each page repeats tell readers where a page begins.
    if isFirst, line.text == heading {
      line.isRow = false
      return line
    }
    if isHeading(cells) {
      heading = line.text
    } else if isFirst, goesOn(row) {
      line.continues = true
      line.cut = Set(row.cells.keys.filter { cuts(row, $0) })
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
}
