/// Tables exported from a spreadsheet: comma- or tab-separated values with quoted cells (RFC 4180);
/// and tables of Markdown, as text recognition writes them.
struct DelimitedText {
  /// Stands for a line break inside a cell (U+2028, line separator).
  static let cellBreak: Character = "\u{2028}"

  /// The lines of a text, the cells of its tables separated by tabs and without quotes.
  ///
  /// A cell of several lines stands on its first; the lines that it took are left empty, so that
  /// every line keeps its number.
  ///
  /// `isSpreadsheet` says that the file's name promises commas, so that none need be counted.
  static func tableLines(_ text: String, isSpreadsheet: Bool) -> [String] {
    let separator = separator(of: text, isSpreadsheet: isSpreadsheet)
    var lines: [String]
    if separator != nil || text.contains("\"") {
      var reader = Self(text: Array(text), separator: separator ?? "\t")
      lines = reader.readLines()
    } else {
      lines = plainLines(text)
    }
    if separator == nil { lines = MarkdownTable.lines(lines) }
    return separator != nil || isPadded(lines) ? lines.map(withoutPadding) : lines
  }

  /// True where all lines have the same number of cells, titles as well.
  private static func isPadded(_ lines: [String]) -> Bool {
    let counts = Set(
      lines.lazy.filter { !$0.isEmpty }.map { $0.utf8.count { $0 == UInt8(ascii: "\t") } })
    return counts.count == 1 && counts != [0]
  }

  /// A spreadsheet gives every line as many cells as the longest one has.
  static func withoutPadding(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != "\t" }) else { return "" }
    return String(line[...last])
  }

  private static func plainLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd).map(String.init)
  }

  /// The comma, or the semicolon of spreadsheets in other countries, where most lines have the same
  /// number of it, two or more, and no line has a tab; nil where the cells are separated otherwise.
  private static func separator(of text: String, isSpreadsheet: Bool) -> Character? {
    guard !text.contains("\t"), text.first != "{" else { return nil }
    let candidates: [Character] = [",", ";"]
    let found = candidates.filter { text.contains($0) }.map { separator in
      var reader = Self(text: Array(text), separator: separator)
      let counts = reader.readLines().filter { !$0.isEmpty }.map { $0.count { $0 == "\t" } }
      let usual = Dictionary(grouping: counts) { $0 }.max { $0.value.count < $1.value.count }
      let isRegular = (usual?.key ?? 0) >= 2 && (usual?.value.count ?? 0) * 2 > counts.count
      return (separator: separator, isRegular: isRegular)
    }
    return found.first(where: \.isRegular)?.separator
      ?? (isSpreadsheet ? found.first?.separator : nil)
  }

  private let text: [Character]
  private let separator: Character
  private var position = 0
  private var lines: [String] = []

  private init(text: [Character], separator: Character) {
    self.text = text
    self.separator = separator
  }

  private mutating func readLines() -> [String] {
    var cells: [String] = []
    var taken = 0
    while true {
      let cell = quotedCell() ?? plainCell()
      taken += cell.count { $0 == Self.cellBreak }
      cells.append(cell)
      if position < text.count, text[position] == separator {
        position += 1
        continue
      }
      lines.append(cells.joined(separator: "\t"))
      lines += Array(repeating: "", count: taken)
      (cells, taken) = ([], 0)
      if position >= text.count { return lines }
      position += 1
    }
  }

  private mutating func plainCell() -> String {
    let end =
      text[position...].firstIndex { $0 == separator || Self.isLineEnd($0) } ?? text.endIndex
    defer { position = end }
    return String(text[position..<end])
  }

  /// A cell in quotes; nil where the quotes do not close before a separator, and so are text.
  private mutating func quotedCell() -> String? {
    guard position < text.count, text[position] == "\"" else { return nil }
    var cell = ""
    var index = position + 1
    while index < text.count {
      let character = text[index]
      let next = index + 1 < text.count ? text[index + 1] : "\n"
      if character == "\"" {
        if next != "\"" {
          guard next == separator || Self.isLineEnd(next) else { return nil }
          position = index + 1
          return cell
        }
        index += 1
      }
      cell.append(Self.isLineEnd(character) ? Self.cellBreak : character)
      index += 1
    }
    return nil
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}
