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
      lines.allSatisfy({ $0.utf8.count <= longestLine })
    else { return nil }
    var pages: [[PageWord]] = [[]]
    for (index, line) in lines.enumerated() {
      if beginsPage(line) { pages.append([]) }
      pages[pages.count - 1] += words(line, middle: Double(index) * lineHeight)
    }
    var layout = PageLayout(.text)
    let result = layout.lines(of: pages).map { _, line in
      SourceLine(text: line.text, number: Int(line.top / lineHeight) + 1)
    }
    return result.contains { $0.text.contains("\t") } ? result : nil
  }

  private static func beginsPage(_ line: String) -> Bool { line.utf8.first == 0x0C }

  private static func words(_ line: String, middle: Double) -> [PageWord] {
    var words: [PageWord] = []
    var column = 0.0
    var isOpen = false
    for scalar in line.unicodeScalars where scalar != "\u{C}" {
      let right = column + letterWidth
      if scalar == " " {
        isOpen = false
      } else if isOpen {
        words[words.count - 1].text.unicodeScalars.append(scalar)
        words[words.count - 1].right = right
      } else {
        words.append(PageWord(text: String(scalar), left: column, right: right, middle: middle))
        isOpen = true
      }
      column = right
    }
    return words
  }
}
