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
    /// Names, organisations, dates: a space may part two of them.
    case terms
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
    let width = Self.lineWidth(chunked.joined().map { DisplayWidth.of($0) })
    self.width = width
    self.isWrapped = isWrapped ?? Self.looksWrapped(chunked, width: width, style: style)
  }

  /// The cell without the spaces of line ends; where a line ended early stands a line feed.
  func unwrap(_ cell: String) -> String {
    cell.split(separator: DelimitedText.cellBreak).map(unwrapLine).joined(separator: "\n")
  }

  private func unwrapLine(_ text: Substring) -> String {
    let chunks = Self.chunks(text)
    guard var result = chunks.first.map(String.init) else { return "" }
    var line = chunks[0]
    for (index, chunk) in chunks.enumerated().dropFirst() {
      let next = chunk
      switch gap(after: line, last: chunks[index - 1], before: next) {
      case .wrap:
        result += next
        line = next
      case .line:
        result += "\n" + next
        line = next
      case .glue:
        result += next
        line = text[line.startIndex..<next.endIndex]
      case .space:
        result += " " + next
        line = text[line.startIndex..<next.endIndex]
      }
    }
    return result
  }

  private func gap(after line: Substring, last: Substring, before next: Substring) -> Gap {
    guard let left = last.last, let right = next.first else { return .space }
    if Kinsoku.cannotBegin(right) && right != "・" && !right.isASCII { return .wrap }
    let room = width - DisplayWidth.of(line) - DisplayWidth.of(Kinsoku.firstUnit(of: next))
    if Self.isLatin(left) && Self.isLatin(right) {
      return isWrapped ? latinGap(last, next, isFull: room < DisplayWidth.full) : .space
    }
    if fit(room) + context(last, next) > 0 { return .wrap }
    let fits = DisplayWidth.of(line) + DisplayWidth.full / 2 + DisplayWidth.of(next) <= width
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
  private var tolerance: Int { style == .prose ? 2 * DisplayWidth.full + 1 : DisplayWidth.full }
}

extension Wrapping {
  /// The widest line counts, but not one alone that is a little wider than all others: its brackets
  /// or digits were set narrower.
  private static func lineWidth(_ widths: [Int]) -> Int {
    let widest = widths.sorted(by: >)
    guard widest.count >= 4, widest[0] - widest[1] <= DisplayWidth.full else {
      return widest.first ?? 0
    }
    return widest[1]
  }

  static func chunks(_ text: Substring) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  /// What the words on both sides say, on the scale of `fit`.
  private func context(_ left: Substring, _ right: Substring) -> Int {
    var score = vocabulary.evidence(left: left, right: right)
    if Self.isKatakana(left.last) && Self.isKatakana(right.first) { score += 1 }
    if let last = left.last, "。！!」』）)】".contains(last) { score -= 1 }
    if Self.beginsItem(right) { score -= 2 }
    if style == .prose, isWrapped, goesOn(left, right) { score += 4 }
    if style == .terms, let first = right.first, "「『【〈（([".contains(first) { score -= 2 }
    if style == .terms, Self.beginsName(right) { score -= 1 }
    return score
  }

  /// True where a sentence has not ended and a particle follows.
  private func goesOn(_ left: Substring, _ right: Substring) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    return !"。！？）)」、".contains(last) && "にをはがのでともへ".contains(first)
  }

  private static func beginsItem(_ text: Substring) -> Bool {
    guard let first = text.first else { return false }
    if "・※●○◎■□◆◇①②③④⑤⑥⑦⑧⑨".contains(first) { return true }
    let second = text.dropFirst().first
    return "第(（".contains(first) && second.map { Folding.fold($0).isNumber } ?? false
  }

  /// True where organisations and events often begin: `苫小牧…`, `北海道…`, `株式会社…`.
  private static func beginsName(_ text: Substring) -> Bool {
    ["苫小牧", "苦小牧", "北海道", "令和", "平成"].contains { text.hasPrefix($0) }
      || LegalForm.prefix(of: text) != nil
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// A space may split a word or number (`40k` `m`, `1` `0km`) or part a number from its unit
  /// (`7` `km`); between English words it stays.
  private func latinGap(_ left: Substring, _ right: Substring, isFull: Bool) -> Gap {
    let before = left.reversed().prefix(while: Self.isLatin)
    let after = right.prefix(while: Self.isLatin)
    if before.allSatisfy(\.isNumber), Self.units.contains(String(after)) {
      return isFull ? .wrap : .glue
    }
    let areNumbers = (left.last?.isNumber ?? false) && (right.first?.isNumber ?? false)
    if areNumbers && style == .prose { return .wrap }
    return isFull && (before.count == 1 || after.count == 1 || areNumbers) ? .wrap : .space
  }

  private static let units: Set = ["km", "m", "cm", "mm", "kg", "g", "t", "ha", "L", "kW"]

  private static func isKatakana(_ character: Character?) -> Bool {
    guard let scalar = character?.unicodeScalars.first else { return false }
    return (0x30A1...0x30FA).contains(scalar.value) || scalar.value == 0x30FC
  }

  /// True where most spaces of the cells stand at the end of full lines.
  private static func looksWrapped(_ cells: [[Substring]], width: Int, style: Style) -> Bool {
    let slack = style == .prose ? 2 * DisplayWidth.full + 1 : DisplayWidth.full
    var gaps = 0
    var full = 0
    for chunks in cells {
      for (left, right) in zip(chunks, chunks.dropFirst()) where !isBracket(right.first) {
        let unit = DisplayWidth.of(Kinsoku.firstUnit(of: right))
        gaps += 1
        if width - DisplayWidth.of(left) - unit < slack { full += 1 }
      }
    }
    let isNarrow = width <= (style == .prose ? 22 : 14) * DisplayWidth.full
    return gaps >= (isNarrow ? 2 : 4) && width <= 40 * DisplayWidth.full && full * 2 >= gaps
  }

  private static func isBracket(_ character: Character?) -> Bool {
    character.map { "(（".contains($0) } ?? false
  }
}
