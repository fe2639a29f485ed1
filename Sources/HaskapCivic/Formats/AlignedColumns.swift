internal import HaskapText

/// Reads lines whose columns are made by spaces, one after the other.
struct AlignedColumns {
  typealias Piece = AlignedText.Piece

  private let lines: [String]
  private let pieces: [[Piece]]
  private var result = AlignedRows()
  /// Where the columns begin; nowhere outside of tables.
  private var starts: [Int] = []
  /// How wide cells are that go on below, and how wide the widest of each column is.
  private var widths: (full: [Int], most: [Int]) = ([], [])
  /// What the first column holds.
  private var firstKind: HeadingKind?
  /// Whether the lines of one cell are the names of groups.
  private var hasGroups = false
  /// Whether all cells stand as far apart, wherever their columns begin.
  private let isEven: Bool
  /// The labels and values before the first table, if any.
  private var sheet: AlignedSheet?
  private var titles: Set<String> = []

  static func lines(_ lines: [String], _ pieces: [[Piece]]) -> [SourceLine] {
    var reader = Self(lines, pieces)
    for index in pieces.indices { reader.take(index) }
    reader.sheet?.end(&reader.result)
    return reader.result.lines
  }

  private init(_ lines: [String], _ pieces: [[Piece]]) {
    (self.lines, self.pieces) = (lines, pieces)
    isEven = Self.areEven(pieces)
    sheet = AlignedSheet(pieces)
  }

  private mutating func take(_ index: Int) {
    let own = pieces[index]
    if own.count == 1, PageNumber.isBetweenDashes(own[0].text) || isFoot(index) {
      return result.append([own[0].text], "", index + 1)
    }
    if takeLabels(own, index) || takeTitle(own, index) { return }
    let headings = headings(own, at: index)
    if let headings { open(headings, at: index) }
    if starts.isEmpty, own.contains(where: { $0.text.contains("年度") }) {
      titles.insert(AlignedText.title(own))
    }
    if !own.isEmpty, own.allSatisfy({ AlignedText.isRule($0.text) }) {
      return result.append([], "", index + 1)
    }
    if !starts.isEmpty, AlignedText.isTitleWithNumber(own) {
      return result.append(own.map(\.text), " ", index + 1)
    }
    let above = index > 0 ? pieces[index - 1] : []
    if AlignedText.goesOn(own, below: above, starts, widths.full), result.isRowOpen {
      var cells = cells(own)
      if AlignedText.isInset(own, starts) {
        cells[0].insert(CellText.lineBreak, at: cells[0].startIndex)
      }
      return result.goOn(cells, widths.most)
    }
    if goesOnAlone(own, at: index) {
      let isFull = above[0].columns.count + 1 >= widths.most[0]
      return result.goOn(cells(own), widths.most, mayBeRow: !isFull)
    }
    // 団体名：子育てサークル　ちびっこ is one label with its value.
    if starts.isEmpty, own.count > 1, AlignedText.hasOneLabel(own) {
      return result.append(own.map(\.text), " ", index + 1)
    }
    takeRow(headings ?? own, index)
  }

  /// Labels with their values, where no table is open; `地区名：東部　　団体名：東部の会　　参加者：20人` anywhere.
  private mutating func takeLabels(_ own: [Piece], _ index: Int) -> Bool {
    if starts.isEmpty, sheet?.take(own, below: pieces[(index + 1)...], index, &result) == true {
      return true
    }
    let areLabels =
      starts.isEmpty && AlignedText.areFacts(own)
      || own.count > 1 && own.allSatisfy(AlignedText.isLabeled)
    if areLabels { result.append(own.map(\.text), "\t", index + 1) }
    return areLabels
  }

  /// The title that a page repeats.
  private mutating func takeTitle(_ own: [Piece], _ index: Int) -> Bool {
    let isNewPage =
      lines[index].utf8.first == 0x0C && own.count < starts.count && AlignedText.isTitle(own)
    let isRepeated = isNewPage || !starts.isEmpty && titles.contains(AlignedText.title(own))
    guard !own.isEmpty, isRepeated else { return false }
    result.append(own.map(\.text), " ", index + 1)
    return true
  }

  /// True of the number of a page behind a blank line, where nothing or the next page's headings follow.
  private func isFoot(_ index: Int) -> Bool {
    guard index > 0, pieces[index - 1].isEmpty, PageNumber.matches(pieces[index][0].text) else {
      return false
    }
    let next = pieces[(index + 1)...].first { !$0.isEmpty }
    return next.map { $0.count > 2 && TableHeadings.areHeadings($0.map(\.text)) } ?? true
  }

  // MARK: Headings

  /// What a line with headings says, with those that begin in the line above; nil for another line.
  private func headings(_ own: [Piece], at index: Int) -> [Piece]? {
    guard own.count > 2,
      starts.isEmpty
        ? !isTitle(own, at: index) && !AlignedText.hasOneLabel(own) && begins(own, at: index)
        : isHeading(own)
    else { return nil }
    let above = index > 0 ? pieces[index - 1] : []
    return (AlignedText.isTitle(above) ? nil : AlignedText.joined(own, below: above)) ?? own
  }

  /// Without headings a row has others below it: one alone is a sentence, `6月4日　から　7月2日　まで`, and one
  /// above headings a title, `令和元年度　　能代市　　協働事業一覧`.
  private func begins(_ own: [Piece], at index: Int) -> Bool {
    if AlignedText.haveHeadings(own) { return true }
    let rows = pieces[(index + 1)...].prefix(40).filter { $0.count > 2 && !AlignedText.isTitle($0) }
    return rows.first.map { !TableHeadings.areHeadings($0.map(\.text)) } ?? false
  }

  /// A title may have wide gaps where the line below it is of another kind.
  private func isTitle(_ own: [Piece], at index: Int) -> Bool {
    if AlignedText.isTitle(own) { return true }
    guard starts.isEmpty, AlignedText.isTitle(own, within: AlignedText.widestTitle) else {
      return false
    }
    let next = pieces[(index + 1)...].first { !$0.isEmpty } ?? []
    return next.count < 2 || !AlignedText.isTitle(next, within: AlignedText.widestTitle)
  }

  /// `(2) 河川敷　冷やしそうめん会` above labels: a name of two words.
  private func isNumberedName(_ own: [Piece], at index: Int) -> Bool {
    guard own.count == 2, own[0].columns.upperBound + 2 == own[1].columns.lowerBound,
      PrintedLine.ordinal(own[0].text) != nil,
      let next = pieces[(index + 1)...].first, next.count > 1
    else { return false }
    return AlignedText.labeled(next) != nil || AlignedText.hasOneLabel(next)
  }

  private mutating func open(_ headings: [Piece], at index: Int) {
    let below = pieces[(index + 1)...].prefix(500)
    if headings.count > pieces[index].count || headings.map(\.text) != pieces[index].map(\.text) {
      result.empty(line: index)
    }
    starts = AlignedText.starts(AlignedText.parted(headings, below: below), below)
    widths.full = isEven ? [] : AlignedText.fullWidths(below, starts)
    widths.most = AlignedText.widths(below, starts)
    firstKind = HeadingWords.meaning(of: headings[0].text)?.kind
    let first = below.first { !($0.isEmpty || $0.allSatisfy { AlignedText.isRule($0.text) }) }
    hasGroups = first?.count == 1
  }

  /// Another heading row begins another table: more pieces than columns, none of them a number.
  private func isHeading(_ pieces: [Piece]) -> Bool {
    pieces.count > starts.count && pieces.allSatisfy { !$0.text.contains(where: \.isNumber) }
  }

  // MARK: Rows

  private mutating func takeRow(_ own: [Piece], _ index: Int) {
    guard !starts.isEmpty,
      own.count > 1 || own.first.map({ $0.columns.lowerBound >= starts[1] }) == true
    else {
      if own.count < 2, own.first?.columns.lowerBound == 0 || own.isEmpty, !result.isRowOpen {
        starts = []
      }
      let white = lines[index].prefix { $0 == " " || $0 == "\u{3000}" }
      return result.append(
        own.map { ($0.columns == own[0].columns ? white : "") + $0.text },
        isTitle(own, at: index) ? " " : isNumberedName(own, at: index) ? "\u{3000}" : "\t",
        index + 1)
    }
    let cells = isEven ? own.map(\.text) : cells(own)
    let isSum = own.contains { SumWord.matches($0.text) }
    guard cells[0].isEmpty, !isSum, result.isRowOpen else {
      return result.append(cells, "\t", index + 1)
    }
    let line = HeadlessLine(cells, below: result.lastRow, firstKind, widths.most)
    if line.isRow {
      result.append(cells, "\t", index + 1)
    } else {
      result.goOn(cells, widths.most, mayBeRow: line.mayBeRow)
    }
  }

  /// True of a line of one short cell right below a name, where no lines alone are the names of groups: it is the
  /// rest of the name.
  private func goesOnAlone(_ own: [Piece], at index: Int) -> Bool {
    guard own.count == 1, index > 0, pieces[index - 1].count > 2, firstKind == .name, !hasGroups,
      result.isRowOpen, starts.count > 2, own[0].columns.lowerBound <= starts[0] + 1,
      own[0].columns.upperBound < starts[1], index + 1 < pieces.count, pieces[index + 1].count > 2
    else { return false }
    let text = own[0].text
    return PrintedLine.isRestOfName(text) && !isHeading(pieces[index + 1])
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

  /// Each piece under the heading whose columns it shares, else the next at its left.
  private func cells(_ pieces: [Piece]) -> [String] {
    var cells = Array(repeating: "", count: starts.count)
    let own = pieces.flatMap { AlignedText.parted($0, starts) }
    for piece in own.flatMap({ AlignedText.overflown($0, starts, own) }) {
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
}
