/// Tells the spaces that a line's end left inside a cell from the spaces that were printed.
///
/// A narrow column breaks its text wherever the line is full, and text taken from PDF has a space
/// there: `まちかどミー ティング`. Such a space follows a line so full that the next characters would
/// not have fitted. A space after a shorter line was meant: it parts words, or ends a line early.
struct Wrapping {
  enum Gap {
    /// A line was full: nothing was printed here.
    case wrap
    /// Nothing was meant to stand here, and the line goes on: `7` `km`.
    case glue
    /// A printed space.
    case space
    /// A line ended although there was room: a new item.
    case line
  }

  enum Style {
    /// Names and organizations: a space may part two of them.
    case terms
    /// Dates with headings: a line ends after each bracket.
    case dates
    /// Sentences: lines vary more, and almost every space is a line's end.
    case prose
  }

  let style: Style
  /// The widest line of the column, in quarters of a full-width character.
  let width: Int
  /// True where the column was set in lines at all.
  let isWrapped: Bool
  let vocabulary: Vocabulary

  /// Measures the cells of one column that were set alike: those of one page.
  ///
  /// `isWrapped` where other columns have told already; nil to judge by these cells alone.
  init(_ cells: [String], style: Style, isWrapped: Bool?, vocabulary: Vocabulary) {
    self.style = style
    self.vocabulary = vocabulary
    let chunked = cells.map { Self.chunks(Substring($0)) }
    let width = Self.lineWidth(chunked.joined().map { TypesetWidth.of($0) })
    self.width = width
    self.isWrapped = isWrapped ?? Self.looksWrapped(chunked, width: width, style: style)
  }

  /// The cell without the spaces of line ends; where a line ended early stands a line feed.
  func unwrap(_ cell: String) -> String {
    let text = Substring(cell)
    let chunks = Self.chunks(text)
    guard var result = chunks.first.map(String.init) else { return "" }
    var line = Line(chunks[0])
    for (index, chunk) in chunks.enumerated().dropFirst() {
      let next = chunk
      let isBroken = text[chunks[index - 1].endIndex..<next.startIndex]
        .contains(CellText.lineBreak)
      let gap =
        isBroken
        ? brokenGap(after: line, last: chunks[index - 1], before: next)
        : gap(after: line, last: chunks[index - 1], before: next)
      switch gap {
      case .wrap:
        result += next
        line = Line(next)
      case .line:
        result += "\n" + next
        line = Line(next)
      case .glue:
        result += next
        line.append(next, of: text)
      case .space:
        result += " " + next
        line.append(next, of: text)
      }
    }
    return result
  }

  /// What stands on a line so far. Each chunk is measured once: a line may have thousands.
  private struct Line {
    private(set) var text: Substring
    private(set) var width: Int

    init(_ text: Substring) { (self.text, width) = (text, TypesetWidth.of(text)) }

    mutating func append(_ chunk: Substring, of cell: Substring) {
      width += TypesetWidth.of(cell[text.endIndex..<chunk.startIndex]) + TypesetWidth.of(chunk)
      text = cell[text.startIndex..<chunk.endIndex]
    }

    /// The width with the beginning of what follows.
    func width(with next: Substring) -> Int {
      guard let left = text.last, let right = next.first else { return width }
      let space = TypesetWidth.meetsAutospace(left, right) ? 1 : 0
      return width + space + TypesetWidth.of(Kinsoku.firstUnit(of: next))
    }
  }

  /// A line break that was kept is a line's end where the line is full and no name or item ends with
  /// it.
  private func brokenGap(after line: Line, last: Substring, before next: Substring) -> Gap {
    if style == .terms, OrganizationList.hasEnding(String(line.text)) || Self.beginsItem(next) {
      return .line
    }
    return gap(after: line, last: last, before: next) == .wrap ? .wrap : .line
  }

  private func gap(after line: Line, last: Substring, before next: Substring) -> Gap {
    guard let left = last.last, let right = next.first else { return .space }
    if Kinsoku.cannotBegin(right) && right != "・" && !right.isASCII { return .wrap }
    if style == .dates && ")）".contains(left) { return .line }
    if Self.partsWord(last, next, style) { return .wrap }
    let room = width - line.width(with: next)
    if style == .dates, Self.partsCount(last, next) { return .wrap }
    if left == "-", isWrapped, last.dropLast().last.map(Self.isLatin) ?? false,
      Self.isLatin(right)
    {
      return .wrap
    }
    if Self.isLatin(left) && Self.isLatin(right) {
      return isWrapped ? latinGap(last, next, room: room) : .space
    }
    if fit(room) + context(last, next) > 0 { return .wrap }
    let together = line.width + TypesetWidth.full / 2 + TypesetWidth.of(next)
    let fits = together <= width + TypesetWidth.full / 2
    return isWrapped && !fits ? .line : .space
  }

  /// What the width says: above 0 for a line's end, below for a printed space.
  private func fit(_ room: Int) -> Int {
    if room >= tolerance { return -3 }
    if !isWrapped { return -2 }
    if room < 0 { return 2 }
    return style == .prose ? 1 : 0
  }

  /// How much room a full line may leave.
  private var tolerance: Int { style == .prose ? 2 * TypesetWidth.full + 1 : TypesetWidth.full }
}

extension Wrapping {
  /// The widest line counts, but not one alone that is a little wider than all others: its brackets
  /// or digits were set narrower.
  private static func lineWidth(_ widths: [Int]) -> Int {
    let widest = widths.sorted(by: >)
    guard widest.count >= 4 else { return widest.first ?? 0 }
    let likely = widest.prefix { widest[0] - $0 <= 2 * TypesetWidth.full }
    let pair = zip(likely, likely.dropFirst()).first { $0 - $1 < TypesetWidth.full }
    return pair?.0 ?? likely.dropFirst().first ?? widest[0]
  }

  static func chunks(_ text: Substring) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  /// What the words on both sides say, on the scale of `fit`.
  private func context(_ left: Substring, _ right: Substring) -> Int {
    guard let last = left.last, let first = right.first else { return 0 }
    var score = vocabulary.evidence(left: left, right: right)
    if Self.isKatakana(last) && Self.isKatakana(first) { score += 1 }
    if last == "第" && first.isDigit || last.isDigit && "回年月日周期部人名件団".contains(first) {
      score += 3
    }
    if Self.beginsItem(right) { score -= 2 }
    if "。！!".contains(last) { score -= 1 }
    if style == .prose { return score + (isWrapped && goesOn(last, first) ? 4 : 0) }
    if "「『【〈（([」』）)】".contains(where: { $0 == first || $0 == last }) { score -= 1 }
    score -= right == "兼" ? 2 : Self.startOfName(right)
    if Self.repeats(left, right) { score -= 3 }
    return score
  }

  /// True where a sentence has not ended and a particle follows.
  private func goesOn(_ last: Character, _ first: Character) -> Bool {
    !"。！？）)」、".contains(last) && "にをはがのでともへ".contains(first)
  }

  /// True where a place would stand twice: `…ネットワーク苫小牧` `苫小牧商工会議所`.
  private static func repeats(_ left: Substring, _ right: Substring) -> Bool {
    places.contains { left.hasSuffix($0) && right.hasPrefix($0) }
  }

  private static func beginsItem(_ text: Substring) -> Bool {
    guard let first = text.first else { return false }
    if "・※●○◎■□◆◇①②③④⑤⑥⑦⑧⑨".contains(first) { return true }
    let second = text.dropFirst().first
    if text.dropFirst().prefix(8).contains(where: { ":：".contains($0) }) { return true }
    return "第(（".contains(first) && second.map { Folding.fold($0).isDigit } ?? false
  }

  /// How much a text looks like the start of an organization or event: `苫小牧…`, `株式会社…`.
  private static func startOfName(_ text: Substring) -> Int {
    let word = text.prefix { !"、，".contains($0) }
    if let form = LegalFormWords.prefix(of: word) { return form < word.count ? 2 : 0 }
    return beginnings.contains { text.hasPrefix($0) } ? 1 : 0
  }

  private static let places = ["苫小牧", "とまこまい", "北海道"]

  private static let beginnings = places + ["苦小牧", "令和", "平成"]

  /// Words of cells of dates.
  private static let datesWords = [
    "出席者", "参加者", "来場者", "対象者", "参加人数", "書面開催", "動画視聴", "延べ", "中止", "開催", "コロナウイルス",
  ]

  /// True where a gap stands inside a word that nothing parts: `苫` `小牧市`, `出` `席者`.
  private static func partsWord(_ left: Substring, _ right: Substring, _ style: Style) -> Bool {
    (style == .dates ? partsOfDates : partsOfPlaces).contains {
      left.hasSuffix($0.left) && right.hasPrefix($0.right)
    }
  }

  private static let partsOfPlaces = places.flatMap(parts)
  private static let partsOfDates = (places + datesWords).flatMap(parts)

  /// The two parts of a word for each place inside of it.
  private static func parts(_ word: String) -> [(left: String, right: String)] {
    (1..<word.count).map { (String(word.prefix($0)), String(word.dropFirst($0))) }
  }

  /// True where a gap stands inside a counted number: `延べ30` `9人`.
  private static func partsCount(_ left: Substring, _ right: Substring) -> Bool {
    let before = left.reversed().drop(while: \.isDigit).first
    let unit = right.drop(while: \.isDigit).first
    return left.last?.isDigit == true && right.first?.isDigit == true
      && before.map { "べ延約計(（者数".contains($0) } ?? false
      && unit.map { "人名回件団組".contains($0) } ?? false
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isDigit)
  }

  /// A space may split a word or number (`40k` `m`, `1` `0km`) or part a number from its unit
  /// (`7` `km`); between English words it stays.
  private func latinGap(_ left: Substring, _ right: Substring, room: Int) -> Gap {
    let before = left.reversed().prefix(while: Self.isLatin)
    let after = right.prefix(while: Self.isLatin)
    if before.allSatisfy(\.isDigit), Self.units.contains(String(after)) {
      return room < 0 ? .wrap : .glue
    }
    let areNumbers = (left.last?.isDigit ?? false) && (right.first?.isDigit ?? false)
    if areNumbers && [left, right].allSatisfy({ $0.contains("/") }) { return .space }
    if areNumbers && (style == .prose || room < TypesetWidth.full) { return .wrap }
    return room < 0 ? .wrap : .space
  }

  private static let units: Set = ["km", "m", "cm", "mm", "kg", "g", "t", "ha", "L", "kW"]

  private static func isKatakana(_ character: Character?) -> Bool {
    guard let scalar = character?.unicodeScalars.first else { return false }
    return (0x30A1...0x30FA).contains(scalar.value) || scalar.value == 0x30FC
  }

  /// True where the spaces of the cells stand at the end of full lines: more often than not, or
  /// three times at least, which words of any length would not do.
  private static func looksWrapped(_ cells: [[Substring]], width: Int, style: Style) -> Bool {
    let slack = style == .prose ? 2 * TypesetWidth.full + 1 : TypesetWidth.full
    var gaps = 0
    var full = 0
    for chunks in cells {
      for (left, right) in zip(chunks, chunks.dropFirst()) where !isBracket(right.first) {
        gaps += 1
        if width - TypesetWidth.of(left + Kinsoku.firstUnit(of: right)) < slack { full += 1 }
      }
    }
    if style == .prose { return width <= 22 * TypesetWidth.full && gaps >= 2 && full * 2 >= gaps }
    let isNarrow = width <= 14 * TypesetWidth.full
    return full >= 3 || (isNarrow && gaps >= 2 && full * 2 >= gaps)
  }

  private static func isBracket(_ character: Character?) -> Bool {
    character.map { "(（".contains($0) } ?? false
  }
}
