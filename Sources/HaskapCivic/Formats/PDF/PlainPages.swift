/// The pages that `pdftotext -layout` writes: tables in plain text, whose words take a column for each letter,
/// however wide, and a form feed between pages.
enum PlainPages {
  /// As far from line to line as a line of print with letters of the width below.
  static let lineHeight = 12.0
  private static let letterWidth = 8.0
  /// In bytes; no line of a page is longer.
  private static let longestLine = 4000

  /// The lines with tabs between cells; nil for other texts.
  static func lines(_ lines: [String]) -> [SourceLine]? {
    guard lines.contains(where: beginsPage),
      lines.allSatisfy({ $0.utf8.count <= longestLine }), !AlignedText.isSet(lines)
    else { return nil }
    var pages: [[(index: Int, words: [GridWord])]] = [[]]
    var numbers: [SourceLine] = []
    for (index, line) in lines.enumerated() {
      if beginsPage(line) { pages.append([]) }
      if PageNumber.isBetweenDashes(line) || isFoot(index, of: lines) {
        numbers.append(SourceLine(text: line.trimmed, number: index + 1))
      } else {
        pages[pages.count - 1].append((index, GridWord.words(of: line)))
      }
    }
    let tables = GridTables(pages)
    for page in pages.indices { joinTitles(&pages[page], lines, tables) }
    let strips = LetterStrips(
      pages.filter { page in !page.contains { tables.lines[$0.index] != nil } })
    let placed = pages.map { page in
      page.filter { !strips.lines.contains($0.index) }
        .flatMap { words($0.words, line: $0.index, tables) }
    }
    var layout = PageLayout(.text)
    let result =
      strips.rows
      + layout.lines(of: placed).map { _, line in
        SourceLine(text: line.text, number: Int(line.top / lineHeight) + 1)
      }
    guard result.contains(where: { $0.text.contains("\t") }) else { return nil }
    return (result + numbers).stableSorted { $0.number < $1.number }
  }

  private static func beginsPage(_ line: String) -> Bool { line.utf8.first == 0x0C }

  /// True of the number of a page, alone below its last line: `1`, `1/2`, `P.1`.
  private static func isFoot(_ index: Int, of lines: [String]) -> Bool {
    guard index == 0 || lines[index - 1].isBlank, PageNumber.matches(lines[index].trimmed) else {
      return false
    }
    return lines[(index + 1)...].first { beginsPage($0) || !$0.isBlank }.map(beginsPage) ?? true
  }

  /// Makes one word of each title above the table of a page, however far apart its parts stand: they are no headings.
  private static func joinTitles(
    _ page: inout [(index: Int, words: [GridWord])], _ lines: [String], _ tables: GridTables
  ) {
    let areTitles = page.map { isTitle(lines[$0.index]) }
    let table = page.indices.first { place in
      tables.lines[page[place].index] != nil
        || !areTitles[place] && page[place].words.count > 2
          && TableHeadings.areHeadings(page[place].words.map(\.text))
    }
    for place in page.indices.prefix(upTo: table ?? 0) where areTitles[place] {
      page[place].words = page[place].words.joined.map { [$0] } ?? []
    }
  }

  private static func isTitle(_ line: String) -> Bool {
    let pieces = AlignedText.pieces(line, byLetter: true)
    return pieces.count > 1 && AlignedText.isTitle(pieces, within: AlignedText.widestTitle)
  }

  /// Words where the columns of their table are, else where they stand on their line.
  private static func words(
    _ words: [GridWord], line: Int, _ tables: GridTables
  ) -> [PageWord] {
    let middle = Double(line) * lineHeight
    if let placed = tables.lines[line] {
      return placed.map { word, left in
        PageWord(
          text: word.text, left: left * letterWidth, right: (left + word.width) * letterWidth,
          middle: middle)
      }
    }
    return words.map { word in
      PageWord(
        text: word.text, left: Double(word.start) * letterWidth,
        right: Double(word.end) * letterWidth, middle: middle)
    }
  }
}
