/// Tables of HTML, as text recognition and web pages write them, as lines of cells between tabs.
///
/// A row becomes one line, wherever its source breaks; what stands around tables stays as it is.
/// Cells keep the tags inside them, for `TaggedText`. A cell that spans rows below is empty there, as
/// the cells that a page's end cuts, unless a cell of the row's own stands before it: then it holds
/// for that row as well, and `〃` says so. A table around tables is the page's layout, and its cells are
/// blocks.
///
/// Of a whole page each block is a line, and a term of a list of terms (`<dt>`) with what it is given
/// (`<dd>`) a row of two cells; scripts and styles are no text.
struct HTMLTable {
  /// The lines, and the number of the source's line that each comes from; nil where there is neither a
  /// table nor a page.
  ///
  /// - Throws: `ReportError` where spans make a table of far more cells than are written.
  static func lines(
    _ lines: [String], file: String = ""
  ) throws(ReportError) -> [SourceLine]? {
    let isPage = isPage(lines)
    guard isPage || lines.contains(where: { hasTag($0, cells) }) else {
      return nil
    }
    let lines = withoutComments(lines)
    var table = Self(lines, isPage: isPage)
    for (index, line) in lines.enumerated() {
      table.read(line, number: index + 1)
      try table.checkSize(at: index + 1, file: file)
    }
    table.endRow()
    table.endBlock(lines.count)
    return table.result
  }

  /// A page shows it early; text with tags has rows between tabs instead.
  private static func isPage(_ lines: [String]) -> Bool {
    lines.prefix(500).contains { hasTag($0, pages) }
      && !lines.contains { $0.has("\t") }
  }

  private init(_ lines: [String], isPage: Bool) {
    source = lines
    names = isPage ? Self.namesOfPages : Self.namesOfTables
  }

  private let source: [String]

  /// Of the tags that are looked at.
  private let names: TagNames<Element>
  /// What stands outside of tables since the last block.
  private var outside = ""
  /// Whether a term waits for what it is given.
  private var isTerm = false
  /// Inside of scripts and styles.
  private var isHidden = false
  /// The number of the last line that ends one; what is never ended is text.
  private lazy var lastHiddenEnd = 1 + (source.lastIndex(where: Self.endsHidden) ?? -1)

  private var result: [SourceLine] = []
  private var row: (cells: [Cell], number: Int)?
  private var isInCell = false
  /// Tables inside a cell are its text.
  private var depth = 0
  /// Whether the table has a row of several cells, which no layout begins with.
  private var hasRows = false
  /// By column: how many rows below the cell goes on in; none of those further right.
  private var spans: [Int] = []
  private var writtenCells = 0
  /// Those that spans add.
  private var addedCells = 0
  private static let mostAddedCells = 1_000_000

  private struct Cell {
    var text = ""
    var columns = 1
    var rows = 1
  }

  private mutating func read(_ source: String, number: Int) {
    var place = 0
    while let tag = Self.tag(in: source, from: place, names) {
      add(source.bytes(place..<tag.start))
      // Markup in a script is text of the script.
      if isHidden, tag.element != .hidden {
        place = tag.end
        continue
      }
      if tag.element == .table, !tag.closes, isInCell, depth == 0, isLayout { leaveLayout(number) }
      place = tag.end
      let isText =
        tag.element != .hidden
        && (tag.element.isBlock || depth > 0 || tag.element == .table && !tag.closes)
      if isInCell, isText {
        if tag.element == .table { depth += tag.closes ? -1 : 1 }
        add(source.bytes(tag.start..<tag.end))
      } else {
        take(tag, of: source, number)
      }
    }
    add(source.bytes(place..<source.utf8.count))
    add(" ")
    if isTerm { return }
    let isBlank = outside.isBlank
    endBlock(number)
    if isBlank, row == nil, place == 0 { result.append(SourceLine(text: "", number: number)) }
  }

  private mutating func add(_ text: Substring) {
    if text.isEmpty || isHidden { return }
    if isInCell, let last = row?.cells.indices.last {
      row?.cells[last].text.append(
        contentsOf: text.has("\t") ? Substring(String(text.map { $0 == "\t" ? " " : $0 })) : text)
    } else {
      outside += text
    }
  }

  /// A table in one of the first two cells of a table without rows.
  private var isLayout: Bool { !hasRows && row.map { $0.cells.count <= 2 } ?? false }

  private mutating func leaveLayout(_ number: Int) {
    for cell in row?.cells ?? [] where !cell.text.isBlank {
      outside += cell.text
      endBlock(number)
    }
    row = nil
    isInCell = false
  }

  private mutating func endBlock(_ number: Int) {
    if outside.isEmpty {
      isTerm = false
      return
    }
    let text = Self.untagged(outside).trimmed
    if isTerm, let (term, given) = Self.heading(text) {
      result += [SourceLine(text: term, number: number), SourceLine(text: given, number: number)]
    } else if !text.isEmpty {
      result.append(SourceLine(text: text, number: number))
    }
    outside = ""
    isTerm = false
  }

  /// A term that heads lines of labels and values, the first of them behind it: `清掃 日時：6月4日`.
  private static func heading(_ text: String) -> (term: String, given: String)? {
    let parts = text.split(separator: "\t", maxSplits: 1).map(String.init)
    guard parts.count == 2, let colon = parts[1].firstIndex(where: { ":：".contains($0) }),
      TableHeadings.isLabel(String(parts[1][..<colon])), !TableHeadings.isHeading(parts[0])
    else { return nil }
    return (parts[0], parts[1])
  }

  private mutating func take(_ tag: Tag, of line: String, _ number: Int) {
    switch tag.element {
    case .cell:
      isInCell = !tag.closes
      if tag.closes { return }
      if row == nil { row = ([], number) }
      row?.cells.append(
        Cell(columns: tag.span("colspan", in: line), rows: tag.span("rowspan", in: line)))
    case .row:
      endRow()
      if !tag.closes { row = ([], number) }
    case .caption: endBlock(number)
    case .table:
      endBlock(number)
      endRow()
      spans = []
      hasRows = false
    case .hidden: isHidden = !tag.closes && number <= lastHiddenEnd
    case .given where !tag.closes && isTerm:
      outside += "\t"
    case .term where tag.closes, .rows: break
    case .given, .term, .heading, .block:
      endBlock(number)
      // What a heading of a page is above begins anew.
      if !tag.closes, tag.element == .heading, result.last?.text.isEmpty == false {
        result.append(SourceLine(text: "", number: number))
      }
      isTerm = tag.element == .term
    }
  }

  private mutating func endRow() {
    isInCell = false
    depth = 0
    guard let row, !row.cells.isEmpty else {
      self.row = nil
      return
    }
    self.row = nil
    let isBelowSpan = spans.contains { $0 > 0 }
    var cells: [String] = []
    writtenCells += row.cells.count
    // What rows after rows would add is not even made.
    if isOversized { return }
    for (place, cell) in row.cells.enumerated() {
      takeSpans(&cells)
      // No wider than lets the others stand in a table that can be read.
      let room = ReportText.mostColumns - cells.count - (row.cells.count - place - 1)
      let columns = max(1, min(cell.columns, room))
      if cell.rows > 1 {
        let missing = cells.count + columns - spans.count
        if missing > 0 { spans += repeatElement(0, count: missing) }
        for column in 0..<columns { spans[cells.count + column] = cell.rows - 1 }
      }
      cells.append(cell.text.trimmed)
      if columns > 1 { cells += repeatElement("", count: columns - 1) }
    }
    takeSpans(&cells)
    addedCells += cells.count - row.cells.count
    let filled = cells.count { !$0.isEmpty }
    if filled > 1 { hasRows = true }
    let line = cells.joined(separator: "\t")
    var source = SourceLine(
      text: filled > 1 ? line : DelimitedText.withoutPadding(line), number: row.number)
    source.isBelowSpan = isBelowSpan
    result.append(source)
  }

  /// The cells from above that stand at the next columns.
  private mutating func takeSpans(_ cells: inout [String]) {
    guard cells.count < spans.count, spans[cells.count] > 0 else { return }
    let text = cells.contains { !$0.isEmpty } ? "〃" : ""
    while cells.count < spans.count, spans[cells.count] > 0 {
      spans[cells.count] -= 1
      cells.append(text)
    }
  }

  private var isOversized: Bool { addedCells > Self.mostAddedCells + 20 * writtenCells }

  private func checkSize(at number: Int, file: String) throws(ReportError) {
    guard isOversized else { return }
    throw .unreadable(
      file: file,
      reason: "rowspan and colspan make \(addedCells) cells up to line \(number), where "
        + "\(writtenCells) are written; leave out spans that the table does not need")
  }
}

extension HTMLTable {
  /// One that nothing ends is text.
  private static func withoutComments(_ lines: [String]) -> [String] {
    guard lines.contains(where: { $0.contains("<!--") }),
      let last = lines.lastIndex(where: { $0.contains("-->") })
    else { return lines }
    var isOpen = false
    return lines.enumerated().map { index, line in
      var (kept, rest) = ("", line[...])
      while let mark = rest.firstRange(of: isOpen ? "-->" : "<!--") {
        let mayEnd = isOpen || index < last || rest[mark.upperBound...].contains("-->")
        if !mayEnd { break }
        if !isOpen { kept += rest[..<mark.lowerBound] }
        rest = rest[mark.upperBound...]
        isOpen.toggle()
      }
      return isOpen ? kept : kept + rest
    }
  }

  /// A heading without its tags; a row of lists between tabs, which may stand beside tables of HTML,
  /// keeps them.
  private static func untagged(_ text: String) -> String {
    guard text.contains("<"), !text.contains("\t"), !text.contains("<li"), !text.contains("<ul"),
      text.trimmed.hasPrefix("<")
    else { return text }
    return TaggedText.lines(text).map(\.text).joined(separator: " ")
  }
}
