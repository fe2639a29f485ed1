/// Finds the lines of a page, and the columns and rows of its tables, by the white between words.
struct PageLayout {
  struct Line: Equatable {
    /// The cells of a row separated by tabs.
    var text: String
    /// A row that goes on from the page before.
    var continues = false
  }

  /// The columns and the heading of the last table.
  private var columns: [Range<Double>] = []
  private var heading = ""

  mutating func lines(of words: [PageWord]) -> [Line] {
    let lines = Self.printedLines(words)
    guard let found = PageColumns(lines, earlier: columns) else {
      return Self.paragraphs(lines, of: words)
    }
    columns = found.columns
    return Self.paragraphs(found.above, of: words) + rows(of: found.table)
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

  // MARK: - Rows

  private mutating func rows(of lines: [[PageWord]]) -> [Line] {
    let splits = PageRows(lines, columns: columns).splits
    var (result, start): ([Line], Int) = ([], 0)
    for end in splits + [lines.count] where end > start {
      let row = cells(of: lines[start..<end])
      start = end
      let text = row.joined(separator: "\t")
      // Headings that each page repeats tell readers where a page begins.
      if isHeading(row) { heading = text }
      let goesOn = result.isEmpty && !heading.isEmpty && row.first == "" && !isHeading(row)
      result.append(Line(text: text, continues: goesOn))
    }
    return result
  }

  /// A first row without numbers whose cells are short.
  private func isHeading(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return row.first?.isEmpty == false && filled.count > 1
      && filled.allSatisfy { $0.count < 24 && !$0.contains(where: \.isNumber) }
  }

  private func cells(of lines: ArraySlice<[PageWord]>) -> [String] {
    columns.map { column in
      let edge =
        lines.joined().filter { column.contains($0.middleAcross) }.map(\.right).max() ?? 0
      let own = lines.map { line in
        line.filter { column.contains($0.middleAcross) }
      }.filter { !$0.isEmpty }
      return own.reduce(("", true)) { result, line in
        let text = Self.text(line)
        let joined = result.0.isEmpty ? text : result.0 + (result.1 ? "" : " ") + text
        return (joined, Self.isFull(line, edge: edge))
      }.0
    }
  }

  /// Whether a line ends only because its column does: no letter more has room.
  private static func isFull(_ line: [PageWord], edge: Double) -> Bool {
    guard let last = line.last, let end = last.text.unicodeScalars.last else { return false }
    let width = (last.right - last.left) / Double(max(1, last.text.count))
    return edge - last.right < max(width, 4) * 1.1 && end.value > 0x7F || edge - last.right < 2
  }

  /// The cells of a row and of its continuation, column by column.
  static func joined(_ row: String, _ rest: String) -> String {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let more = rest.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return (0..<max(cells.count, more.count)).map { index in
      [cells, more].map { index < $0.count ? $0[index] : "" }.filter { !$0.isEmpty }
        .joined(separator: " ")
    }.joined(separator: "\t")
  }
}
