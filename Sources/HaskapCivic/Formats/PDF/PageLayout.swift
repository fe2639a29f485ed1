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
  /// White as narrow as this many letters is none beside Latin.
  private var autospace = 0.0
  /// The columns and the heading of the last table.
  private var columns: [Range<Double>] = []
  private var heading = ""
  /// By column the last lines of the last row's cells that end where the page before did.
  private var open: [Int: [PageWord]] = [:]
  /// Those of them whose letters stand one below the other.
  private var openStrips: Set<Int> = []
  private var text: PageText?
  /// Whether rows may begin with an empty cell.
  private var hasHeadless = false

  init(_ source: Source = .lines) { self.source = source }

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
    if source == .cells, let stream = PageStream(words, letter: letter) {
      var lines: [Line] = []
      for (index, rows) in segments(stream.rows).enumerated() {
        lines += self.lines(ofDrawn: rows, words, letter, isTop: index == 0)
      }
      return lines
    }
    let lines = Self.printedLines(words)
    let found = PageColumns(
      lines, earlier: columns, open: Array(open.values), isGrid: source == .text)
    guard let found else {
      open = [:]
      return paragraphs(lines, of: words)
    }
    columns = found.columns
    let rows = PageRows(found.table, columns: columns, isGrid: source == .text).rows
    return paragraphs(found.above, of: words) + table(rows, texts: found.texts, letter)
      + paragraphs(found.below, of: words)
  }

  // MARK: - Pages that are drawn cell by cell

  /// Each table from its headings on.
  private func segments(_ rows: [[PageRun]]) -> [[[PageRun]]] {
    rows.reduce(into: []) { segments, row in
      if segments.isEmpty || DrawnTable.isHeading(row) { segments.append([]) }
      segments[segments.count - 1].append(row)
    }
  }

  private mutating func lines(
    ofDrawn rows: [[PageRun]], _ words: [PageWord], _ letter: Double, isTop: Bool
  ) -> [Line] {
    let earlier = DrawnTable(columns: columns, letter: letter)
    let cut = open.first { rows.first?.first?.first?.goesOnBelow($0.value) == true }?.key
    let isHeaded = rows.first.map(DrawnTable.isHeading) ?? false
    let own = DrawnTable(rows, letter: letter)
    let goesOn = !isHeaded && (earlier.fits(rows, own) || cut != nil && columns.count > 1)
    let minCells = isHeaded || goesOn ? 2 : 3
    var start = rows.firstIndex { DrawnTable.cells(in: $0) >= minCells } ?? rows.count
    if goesOn, cut != nil { start = 0 }
    while goesOn, start > 0, start < rows.count, !earlier.isText(rows[start - 1]) { start -= 1 }
    guard start < rows.count,
      let table = goesOn ? earlier : DrawnTable(Array(rows[start...]), letter: letter)
    else {
      open = [:]
      return paragraphs(rows, of: words)
    }
    columns = table.columns
    let isText = rows.map(table.isText)
    let cells = rows.indices.filter { $0 >= start && !isText[$0] }.map { index in
      table.row(rows[index], cut: index == 0 && goesOn ? cut : nil)
    }
    let texts = rows.indices.filter { $0 >= start && isText[$0] }
      .flatMap { rows[$0].flatMap(\.lines) }
    return paragraphs(Array(rows[..<start]), of: words)
      + self.table(cells, texts: texts, letter, isTop: isTop)
  }

  private func paragraphs(_ rows: [[PageRun]], of words: [PageWord]) -> [Line] {
    paragraphs(Self.printedLines(rows.joined().flatMap { $0.lines.joined() }), of: words)
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
  private func paragraphs(_ lines: [[PageWord]], of words: [PageWord]) -> [Line] {
    let edge = words.map(\.right).max() ?? 0
    var result: [Line] = []
    var goesOn = false
    for line in lines {
      if goesOn, let last = result.indices.last {
        result[last].text += text(line)
      } else {
        result.append(Line(text: text(line), top: line[0].middle))
      }
      goesOn = Self.isFull(line, edge: edge)
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

  private mutating func table(
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

  // MARK: - Rows over two pages

  private mutating func leaveOpen(_ row: PageRow, letter: Double) {
    let lowest = row.cells.values.compactMap { $0.last?.first?.middle }.max() ?? 0
    openStrips = Set(row.cells.filter { PageText.isStrip($0.value) }.keys)
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
    guard text != nil, row.cells[0] == nil else { return false }
    return !hasHeadless || row.cells.keys.allSatisfy { open[$0] != nil }
  }

  /// Whether the last line of the page before was full.
  private func cuts(_ row: PageRow, _ column: Int) -> Bool {
    guard let text, let line = open[column], let next = row.cells[column]?.first else {
      return false
    }
    return text.goesOn(line, in: next, column: column, isStrip: openStrips.contains(column))
  }
}
