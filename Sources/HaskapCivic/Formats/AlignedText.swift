internal import HaskapText

/// Tables whose columns are made by spaces, as `pdftotext -layout` and people write them.
enum AlignedText {
  /// The lines with tabs between cells; nil where no line has three columns, or tabs are there already.
  static func lines(_ printed: [String]) -> [SourceLine]? {
    guard !printed.contains(where: { $0.contains("\t") }) else { return nil }
    let lines = printed.map(withoutLeaders)
    if let form = form(lines) ?? PlainPages.lines(lines) { return form }
    let pieces = lines.map { Self.pieces($0) }
    let rows = pieces.filter { $0.count > 2 }
    // One such line may be a title, or a sentence.
    if rows.count == 1, let below = spaced(lines) ?? stacked(lines) ?? headed(lines) {
      return below
    }
    if areDays(rows, among: pieces) { return lines == printed ? nil : numbered(lines) }
    if !rows.isEmpty { return AlignedColumns.lines(lines, pieces) }
    return spaced(lines) ?? stacked(lines) ?? headed(lines)
      ?? (lines == printed ? nil : numbered(lines))
  }

  /// A form of two labels in a row, as `pdftotext -layout` writes it: each letter takes a column, however wide.
  private static func form(_ lines: [String]) -> [SourceLine]? {
    // The first lines decide.
    let first = lines.prefix(60).map { pieces($0, byLetter: true) }
    let rows = first.filter { $0.count > 2 && !isTitle($0) }
    let areLabeled = rows.allSatisfy {
      labeled($0, by: TableHeadings.isSheetLabel).map { $0.count == 4 } ?? false
    }
    guard !rows.isEmpty, areLabeled, AlignedSheet(first) != nil, isByLetter(lines) else {
      return nil
    }
    return AlignedColumns.lines(lines, lines.map { pieces($0, byLetter: true) })
  }

  /// True of pages, and of lines whose cells begin at fewer letters than columns of the screen.
  private static func isByLetter(_ lines: [String]) -> Bool {
    let (columns, letters) = starts(lines)
    return lines.contains { $0.contains("\u{C}") } || letters.count < columns.count
  }

  /// True of a calendar, whose lines of the same month tell their days alone:
  ///
  ///     4月　　2日　定期総会
  ///     　　　16日　清掃
  private static func areDays(_ rows: [[Piece]], among all: [[Piece]]) -> Bool {
    rows.count > 1
      && rows.allSatisfy { DayText.isMonth($0[0].text) && DayText.isDay($0[1].text) }
      && all.contains { $0.count == 2 && DayText.isDay($0[0].text) }
  }

  static func haveHeadings(_ pieces: [Piece]) -> Bool {
    TableHeadings.areHeadings(pieces.map(\.text))
      || pieces.contains { TableHeadings.isLabel($0.text) }
  }

  private static func numbered(_ lines: [String]) -> [SourceLine] {
    lines.enumerated().map { SourceLine(text: $1, number: $0 + 1) }
  }

  /// With white space for the dots that lead the eye: `清掃 ……… 6月4日`.
  private static func withoutLeaders(_ line: String) -> String {
    guard line.contains("…") || line.contains("‥") || line.contains("・・") else { return line }
    let letters = Array(line)
    var result = ""
    var index = 0
    while index < letters.count {
      let dots = letters[index...].prefix { "…‥・".contains($0) }
      let isApart = index > 0 && letters[index - 1].isWhitespace
      let isLeader = dots.count > 2 || dots.count > 0 && isApart && dots.first != "・"
      let own = dots.isEmpty ? letters[index...].prefix(1) : dots
      // What stands behind the last dots is what they lead to.
      let leads = letters[own.endIndex...].contains { !$0.isWhitespace } && !result.isBlank
      result += isLeader && leads ? String(repeating: "\u{3000}", count: own.count) : String(own)
      index = own.endIndex
    }
    return result
  }

  /// A run of text, and the columns of the screen that it takes.
  struct Piece {
    var text: String
    var columns: Range<Int>
    var isSpread = false
  }

  /// True of lines whose cells begin at fewer columns of the screen than at letters of their lines: each line
  /// was set with wide letters in two columns.
  static func isSet(_ lines: [String]) -> Bool {
    let (columns, letters) = starts(lines)
    return columns.count < letters.count
  }

  private static func starts(_ lines: [String]) -> (columns: Set<Int>, letters: Set<Int>) {
    var (columns, letters): (Set<Int>, Set<Int>) = ([], [])
    for line in lines.prefix(500) {
      let own = pieces(line)
      guard own.count > 2 else { continue }
      columns.formUnion(own.map(\.columns.lowerBound))
      letters.formUnion(GridWord.words(of: line).filter(\.isApart).map(\.start))
    }
    return (columns, letters)
  }

  /// The parts of a line with two spaces or more, or a wide one, between them.
  ///
  /// - Parameter byLetter: whether each letter takes one column.
  static func pieces(_ line: String, byLetter: Bool = false) -> [Piece] {
    var (pieces, column, white): ([Piece], Int, Int) = ([], 0, 2)
    // 【事　業　名】 and （主催　清流の会） stand together.
    var closing: Character?
    for index in line.indices {
      let character = line[index]
      let width = byLetter ? 1 : DisplayWidth.of(String(character))
      if character == closing {
        closing = nil
      } else if closing == nil, let end = brackets[character], closes(line[index...], by: end) {
        closing = end
      }
      if character.isWhitespace, closing == nil {
        white += width
      } else if white >= 2 || pieces.isEmpty {
        pieces.append(Piece(text: String(character), columns: column..<column + width))
        white = 0
      } else {
        let last = pieces.count - 1
        pieces[last].text += String(repeating: " ", count: white) + String(character)
        pieces[last].columns = pieces[last].columns.lowerBound..<column + width
        white = 0
      }
      column += width
    }
    return partedHeadings(spelledOut(withoutRules(pieces)))
  }

  private static let brackets: [Character: Character] = ["【": "】", "（": "）", "(": ")"]

  /// False where another bracket opens first, or cells stand apart before: a line broken inside of brackets.
  private static func closes(_ text: Substring, by end: Character) -> Bool {
    var white = 0
    for character in text.dropFirst().prefix(80) {
      if character == end { return true }
      white = character.isWhitespace ? white + DisplayWidth.of(String(character)) : 0
      if brackets[character] != nil || white > 2 { return false }
    }
    return false
  }

  static func isRule(_ text: String) -> Bool {
    text.has(3) && text.allSatisfy { "-=─━ー―‐–—_＿＝ ".contains($0) }
  }

  // MARK: - Single spaces

  /// Rows of words with one space between, under a heading of as many.
  private static func spaced(_ lines: [String]) -> [SourceLine]? {
    let words = lines.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    guard
      let heading = words.firstIndex(where: { $0.count > 3 && TableHeadings.areHeadings($0) })
    else { return nil }
    let count = words[heading].count
    let rows = words[(heading + 1)...].filter { $0.first.map(isNumber) == true }
    guard rows.count > 1,
      rows.count(where: { (count - 1...count).contains($0.count) }) * 2 > rows.count
    else { return nil }
    return lines.indices.map { index in
      let isRow = index == heading || index > heading && words[index].first.map(isNumber) == true
      let text = isRow ? words[index].joined(separator: "\t") : lines[index]
      return SourceLine(text: text, number: index + 1)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 4 && text.allSatisfy(\.isNumber)
  }

  // MARK: - A cell on each line

  /// Headings one below the other from `No.` on, then the cells of each row, from its number on.
  private static func stacked(_ lines: [String]) -> [SourceLine]? {
    guard let first = lines.firstIndex(where: { TableHeadings.isNumberHeading($0) }),
      let one = lines[first...].firstIndex(where: { $0.trimmed == "1" })
    else { return nil }
    let count = one - first
    guard count > 2, one + count < lines.count, lines[one + count].trimmed == "2" else {
      return nil
    }
    var result = lines[..<first].enumerated().map { SourceLine(text: $1, number: $0 + 1) }
    var (index, number) = (first, 0)
    while index < lines.count {
      let isRow = number == 0 || lines[index].trimmed == String(number)
      let end = isRow ? min(index + count, lines.count) : index + 1
      let text = lines[index..<end].map(\.trimmed).joined(separator: "\t")
      result.append(SourceLine(text: text, number: index + 1))
      if isRow { number += 1 }
      index = end
    }
    return result
  }
}
