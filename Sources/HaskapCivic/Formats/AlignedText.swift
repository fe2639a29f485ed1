internal import HaskapText

/// Tables whose columns are made by spaces, as `pdftotext -layout` and people write them.
enum AlignedText {
  /// The lines with tabs between cells; nil where no line has three columns, or tabs are there already.
  static func lines(_ lines: [String]) -> [SourceLine]? {
    guard !lines.contains(where: { $0.contains("\t") }) else { return nil }
    if let pages = PlainPages.lines(lines) { return pages }
    let pieces = lines.map(Self.pieces)
    let rows = pieces.count { $0.count > 2 }
    // One such line may be a title.
    if rows == 1, let spaced = spaced(lines) { return spaced }
    return rows > 0 ? columns(lines, pieces) : spaced(lines) ?? stacked(lines) ?? headed(lines)
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
    var (columns, letters): (Set<Int>, Set<Int>) = ([], [])
    for line in lines.prefix(500) {
      let own = pieces(line)
      guard own.count > 2 else { continue }
      columns.formUnion(own.map(\.columns.lowerBound))
      letters.formUnion(GridWord.words(of: line).filter(\.isApart).map(\.start))
    }
    return columns.count < letters.count
  }

  /// The parts of a line with two spaces or more, or a wide one, between them.
  private static func pieces(_ line: String) -> [Piece] {
    var (pieces, column, white): ([Piece], Int, Int) = ([], 0, 2)
    for character in line {
      let width = DisplayWidth.of(String(character))
      if character.isWhitespace {
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

  // MARK: - Columns of spaces

  private static func columns(_ lines: [String], _ pieces: [[Piece]]) -> [SourceLine] {
    var result = AlignedRows()
    var starts: [Int] = []
    var full: [Int] = []
    var mayMerge = false
    let isEven = areEven(pieces)
    let sheets = pieces.filter { labeled($0) != nil || areLabels($0) }
    let labels = Set(sheets.map { $0[0].text }).count
    let isSheet = labels >= 3 || labels == 2 && sheets.count >= 4
    var titles: Set<String> = []
    /// Where the value of the label above begins.
    var valueStart: Int?
    for (index, own) in pieces.enumerated() {
      if isSheet, starts.isEmpty {
        if let cells = labeled(own, by: TableHeadings.isSheetLabel) ?? counted(own) {
          valueStart = own[1].columns.lowerBound
          result.append(cells, "\t", index + 1)
          continue
        }
        // The value goes on below.
        if own.count == 1, own[0].columns.lowerBound + 1 >= valueStart ?? .max {
          result.append(["", own[0].text], "\t", index + 1)
          continue
        }
        valueStart = nil
      }
      if starts.isEmpty, areFacts(own) {
        result.append(own.map(\.text), "\t", index + 1)
        continue
      }
      // 地区名：東部　　団体名：東部の会　　参加者：20人
      if own.count > 1, own.allSatisfy(isLabeled) {
        result.append(own.map(\.text), "\t", index + 1)
        continue
      }
      // The title that a page repeats.
      let isNewPage =
        lines[index].utf8.first == 0x0C && own.count < starts.count && isTitle(own)
      if !own.isEmpty, isNewPage || !starts.isEmpty && titles.contains(title(own)) {
        result.append(own.map(\.text), " ", index + 1)
        continue
      }
      if own.count > 2, starts.isEmpty ? !isTitle(own) && !hasOneLabel(own) : isHeading(own, starts)
      {
        let below = pieces[(index + 1)...].prefix(500)
        starts = Self.starts(parted(own, below: below), below)
        full = isEven ? [] : fullWidths(below, starts)
        let kind = HeadingWords.meaning(of: own[0].text)?.kind
        mayMerge = kind != .code && kind != .name
      }
      if starts.isEmpty, own.contains(where: { $0.text.contains("年度") }) {
        titles.insert(title(own))
      }
      if !own.isEmpty, own.allSatisfy({ isRule($0.text) }) {
        result.append([], "", index + 1)
        continue
      }
      if goesOn(own, below: index > 0 ? pieces[index - 1] : [], starts, full), result.isRowOpen {
        result.goOn(cells(own, starts))
        continue
      }
      // 団体名：子育てサークル　ちびっこ is one label with its value.
      if starts.isEmpty, own.count > 1, hasOneLabel(own) {
        result.append(own.map(\.text), " ", index + 1)
        continue
      }
      guard !starts.isEmpty,
        own.count > 1 || own.first.map({ $0.columns.lowerBound >= starts[1] }) == true
      else {
        if own.count < 2, own.first?.columns.lowerBound == 0 || own.isEmpty, !result.isRowOpen {
          starts = []
        }
        result.append(own.map(\.text), isTitle(own) ? " " : "\t", index + 1)
        continue
      }
      if isPageNumber(own) {
        result.append(own.map(\.text), " ", index + 1)
        continue
      }
      let cells = isEven ? own.map(\.text) : cells(own, starts)
      let isOwn =
        own.contains { SumWord.matches($0.text) } || mayMerge && isBelowMerged(cells)
      if cells[0].isEmpty, !isOwn, result.isRowOpen {
        result.goOn(cells)
      } else {
        result.append(cells, "\t", index + 1)
      }
    }
    return result.lines
  }

  /// A row without its first cell, which is merged with the one above: it tells a day and a figure, or one of
  /// them and all else.
  private static func isBelowMerged(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    let hasDay = filled.contains(where: DayText.matches)
    let hasFigure = filled.contains { cell in
      cell.contains(where: \.isDigit)
        && (["円", "人", "名"].contains(where: cell.hasSuffix)
          || cell.allSatisfy { $0.isDigit || $0 == "," })
    }
    return cells.count > 3 && filled.count > 2
      && (hasDay && hasFigure || (hasDay || hasFigure) && filled.count == cells.count - 1)
  }

  static func isRule(_ text: String) -> Bool {
    text.count > 2 && text.allSatisfy { "-=─━ー―‐–—_＿＝ ".contains($0) }
  }

  /// True of lines whose cells stand one wide space apart, or as far as in all other lines, wherever that is.
  private static func areEven(_ pieces: [[Piece]]) -> Bool {
    let rows = pieces.filter { $0.count > 2 }
    let gaps = rows.map { row in
      zip(row, row.dropFirst()).map { $1.columns.lowerBound - $0.columns.upperBound }
    }
    let starts = rows.map { $0.map(\.columns.lowerBound) }
    return rows.count > 2
      && (gaps.allSatisfy { $0.allSatisfy { $0 == 2 } }
        || gaps.allSatisfy { $0 == gaps[0] } && Set(starts).count > 1)
  }

  /// Another heading row begins another table: more pieces than columns, none of them a number.
  private static func isHeading(_ pieces: [Piece], _ starts: [Int]) -> Bool {
    pieces.count > starts.count && pieces.allSatisfy { !$0.text.contains(where: \.isNumber) }
  }

  /// Each piece under the heading whose columns it shares, else the next at its left.
  private static func cells(_ pieces: [Piece], _ starts: [Int]) -> [String] {
    var cells = Array(repeating: "", count: starts.count)
    for piece in pieces.flatMap({ parted($0, starts) }).flatMap({ overflown($0, starts) }) {
      var index = (starts.lastIndex { $0 <= piece.columns.lowerBound + 1 }) ?? 0
      // A figure set to the right may begin left of its heading, or what stands behind narrow letters.
      let reachesNext = index + 1 < starts.count && piece.columns.upperBound + 2 > starts[index + 1]
      let isFigure = piece.text.first?.isNumber == true
      let isNear = reachesNext && starts[index + 1] - piece.columns.lowerBound <= 4
      if !cells[index].isEmpty, reachesNext, isFigure || isNear { index += 1 }
      cells[index] += cells[index].isEmpty ? piece.text : " " + piece.text
    }
    return cells
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
