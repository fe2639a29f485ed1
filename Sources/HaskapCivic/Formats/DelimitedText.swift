/// Tables exported from a spreadsheet: comma- or tab-separated values with quoted cells (RFC 4180);
/// and tables of Markdown, as text recognition writes them.
enum DelimitedText {
  private static let tab = UInt8(ascii: "\t")

  /// The lines of a text, the cells of its tables separated by tabs and without quotes.
  ///
  /// A cell of several lines stands on its first; the lines that it took are left empty, so that
  /// every line keeps its number.
  ///
  /// `isSpreadsheet` says that the file's name promises commas, so that none need be counted.
  ///
  /// - Returns: also the lines on which quotes are opened and not closed.
  static func tableLines(
    _ text: String, isSpreadsheet: Bool
  ) -> (lines: [String], openQuotes: [Int]) {
    if let rows = spreadsheetLines(text, isSpreadsheet: isSpreadsheet) {
      return (rows.lines.map(withoutPadding), rows.openQuotes)
    }
    let rows = DelimitedReader.read(text, separator: tab)
    let lines = MarkdownTable.lines(RuledText.lines(rows.lines))
    return (isPadded(lines) ? lines.map(withoutPadding) : lines, rows.openQuotes)
  }

  /// The lines, where cells are parted by the comma, or by the semicolon of spreadsheets in other
  /// countries: most lines have the same number of it, two or more. A tab parts
  /// cells itself, unless the heading of what is named a spreadsheet has commas and no tab: then it
  /// stands in a cell, and is a space there.
  private static func spreadsheetLines(_ text: String, isSpreadsheet: Bool) -> DelimitedReader.Rows?
  {
    // JSON and HTML have commas and semicolons of their own.
    guard text.first != "{", isSpreadsheet || text.first != "<" else { return nil }
    var text = text
    if text.has("\t") {
      guard isSpreadsheet, hasTabsInCells(text) else { return nil }
      text = String(decoding: text.utf8.map { $0 == tab ? 0x20 : $0 }, as: UTF8.self)
    }
    let readings = [",", ";"].filter(text.has).map {
      DelimitedReader.read(text, separator: UInt8(ascii: $0))
    }
    return readings.first { isRegular($0.lines, isSpreadsheet: isSpreadsheet) }
      ?? (isSpreadsheet ? readings.first : nil)
  }

  /// Whether the first line with a separator has no tab, and few lines have one.
  private static func hasTabsInCells(_ text: String) -> Bool {
    let lines = text.utf8.split { $0 == 10 || $0 == 13 }
    let separators: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";"), tab]
    let heading = lines.first { $0.contains(where: separators.contains) }
    return heading?.contains(tab) == false && lines.count { $0.contains(tab) } * 2 < lines.count
  }

  /// Whether most lines have as many cells. One line, or commas inside of figures alone (`1,904人`), make no table of
  /// what is not named one.
  private static func isRegular(_ lines: [String], isSpreadsheet: Bool) -> Bool {
    let counts = lines.lazy.filter { !$0.isEmpty }.map { $0.utf8.count { $0 == tab } }
    let usual = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
      .max { $0.value < $1.value }
    guard let usual, usual.key >= 2, usual.value * 2 > counts.count else { return false }
    return isSpreadsheet || usual.value > 1 && !lines.allSatisfy(partsFiguresAlone)
  }

  private static func partsFiguresAlone(_ line: String) -> Bool {
    let cells = line.utf8.split(separator: tab, omittingEmptySubsequences: false)
    return zip(cells, cells.dropFirst()).allSatisfy { before, after in
      before.last.map(isDigit) == true && after.prefix(3).count(where: isDigit) == 3
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// True where all lines have the same number of cells, titles as well.
  private static func isPadded(_ lines: [String]) -> Bool {
    let counts = lines.lazy.filter { !$0.isEmpty }.map { $0.utf8.count { $0 == tab } }
    guard let first = counts.first, first > 0 else { return false }
    return counts.allSatisfy { $0 == first }
  }

  /// A spreadsheet gives every line as many cells as the longest one has.
  static func withoutPadding(_ line: String) -> String {
    guard line.utf8.last == tab else { return line }
    let count = line.utf8.count - line.utf8.reversed().prefix { $0 == tab }.count
    return String(decoding: line.utf8.prefix(count), as: UTF8.self)
  }
}
