/// Text of cells, whatever the report.
enum CellText {
  /// Stands for a line break inside a cell (U+2028, line separator).
  static let lineBreak: Character = "\u{2028}"

  /// With the line feeds of plain text.
  static func withLineFeeds(_ cell: String) -> String {
    guard cell.mayHaveSpaces, cell.contains(lineBreak) else { return cell }
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars { text.append(scalar == "\u{2028}" ? "\n" : scalar) }
    return String(text)
  }

  /// Joins what a narrow column has wrapped: a space between two Japanese characters goes, one beside
  /// a Latin letter or a digit stays, as words may be parted there.
  static func unwrapped(_ text: some StringProtocol) -> String {
    var kept: [Character] = []
    var pending = false
    for character in text {
      if character.isWhitespace {
        pending = true
        continue
      }
      if pending, let last = kept.last, isSpaced(last) || isSpaced(character) { kept.append(" ") }
      pending = false
      kept.append(character)
    }
    return String(kept)
  }

  /// Latin letters, digits of either width and ASCII marks, save brackets.
  private static func isSpaced(_ character: Character) -> Bool {
    (character.isASCII && !"()".contains(character)) || ("Ａ"..."Ｚ").contains(character)
      || ("ａ"..."ｚ").contains(character) || character.isDigit
  }

  /// True of a cell that says what the one above it says.
  static func isDitto(_ cell: some StringProtocol) -> Bool {
    guard let first = cell.unicodeScalars.first(where: { !$0.isSpace }),
      "〃々同仝\"”″".unicodeScalars.contains(first)
    else { return false }
    return ["〃", "々", "同上", "仝", "\"", "”", "″"].contains(cell.trimmed)
  }

  /// The text of a cell without the tags of HTML in it; a line of it that ended by one ends with
  /// `separator`.
  static func untagged(_ cell: some StringProtocol, separator: Character) -> String {
    guard cell.has("<") || cell.has("&") else { return String(cell) }
    return TaggedText.lines(cell).map(\.text).joined(separator: String(separator))
  }

  /// `10 絵本読み聞かせ` → 10 and the rest.
  static func numbered(_ text: some StringProtocol) -> (number: Int?, rest: String) {
    let digits = text.prefix { $0.isWholeNumber }
    let rest = text[digits.endIndex...]
    let name = rest.dropFirst()
    guard let first = rest.first, " ．.".contains(first), let number = Int(digits.ascii),
      name.first?.isWholeNumber != true
    else { return (nil, text.trimmed) }
    return (number, name.trimmed)
  }
}

extension StringProtocol {
  /// Decimal digits of any width as ASCII.
  var ascii: String { String(compactMap { $0.wholeNumberValue.map(String.init) }.joined()) }
}

extension Substring {
  /// The longest text in bytes that can be a heading or a title, so that prose is passed by quickly.
  static let longestTitle = 400

  var hasTab: Bool { utf8.contains(UInt8(ascii: "\t")) }

  var isShort: Bool { utf8.count <= Self.longestTitle }

  /// The cells between tabs, empty ones included.
  var cells: [Substring] {
    var cells: [Substring] = []
    var rest = utf8[...]
    while let tab = rest.firstIndex(of: UInt8(ascii: "\t")) {
      cells.append(Substring(rest[..<tab]))
      rest = rest[rest.index(after: tab)...]
    }
    cells.append(Substring(rest))
    return cells
  }
}
