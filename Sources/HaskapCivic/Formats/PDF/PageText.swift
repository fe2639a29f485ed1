/// Joins the lines of cells as they were before the widths of the columns broke them.
struct PageText {
  private let letter: Double
  /// Where lines of a column that begin at some edge end at the latest; none where lines end for other
  /// reasons.
  private var edges: [Place: Double?] = [:]

  /// A column, and the edge of its lines; without an edge for those of which there are few.
  private struct Place: Hashable {
    var column: Int
    var left: Int?
  }

  /// From line to line in most cells.
  private var step = Double.infinity

  private let isGrid: Bool
  private let autospace: Double

  /// - Parameters:
  ///   - isGrid: whether words take a column for each letter, however wide it was.
  ///   - autospace: as `text(letter:autospace:)` of words has it.
  init(_ rows: [PageRow], letter: Double, isGrid: Bool, autospace: Double) {
    (self.letter, self.isGrid, self.autospace) = (letter, isGrid, autospace)
    for column in Set(rows.flatMap(\.cells.keys)) {
      measure(column, rows)
    }
    let steps = rows.flatMap { $0.cells.values.flatMap(Self.pairs) }
      .map { Self.step($0.upper, $0.lower) }.sorted()
    if !steps.isEmpty { step = steps[steps.count / 2] }
  }

  private static func pairs(_ lines: [[PageWord]]) -> [(upper: [PageWord], lower: [PageWord])] {
    zip(lines, lines.dropFirst()).map { ($0, $1) }
  }

  private static func step(_ upper: [PageWord], _ lower: [PageWord]) -> Double {
    (lower.first?.middle ?? 0) - (upper.first?.middle ?? 0)
  }

  private mutating func measure(_ column: Int, _ rows: [PageRow]) {
    let cells = rows.compactMap { $0.cells[column] }
    let next = rows.compactMap { $0.cells[column + 1] }.joined().compactMap(\.first?.left).min()
    let pairs = cells.flatMap(Self.pairs)
    for (left, lines) in Dictionary(grouping: cells.joined(), by: Self.left)
    where lines.count >= Self.minLines {
      let own = pairs.filter { Self.left($0.upper) == left }
      edges[Place(column: column, left: left)] = .some(edge(lines, own, before: next))
    }
    edges[Place(column: column)] = .some(edge(Array(cells.joined()), pairs, before: next))
  }

  /// Lines enough to tell how wide those of one edge are.
  private static let minLines = 4

  private static func left(_ line: [PageWord]) -> Int {
    Int(((line.first?.left ?? 0) * 2).rounded())
  }

  /// The end of the longest line, where at least half of the lines that go on are as long: a list of
  /// short names leaves most of its column white.
  private func edge(
    _ lines: [[PageWord]], _ pairs: [(upper: [PageWord], lower: [PageWord])], before next: Double?
  ) -> Double? {
    guard let edge = lines.map(end).max() else { return nil }
    if let next, next - edge > letter * 4 + 12 { return nil }
    let full = pairs.count { fills($0.upper, before: $0.lower, to: edge) }
    return full > 0 && full * 2 >= pairs.count ? edge : nil
  }

  private func edge(of line: [PageWord], in column: Int) -> Double? {
    let own = edges[Place(column: column, left: Self.left(line))]
    return own ?? edges[Place(column: column)] ?? nil
  }

  /// Whether what begins the next line would not have found room on this one.
  private func fills(_ line: [PageWord], before next: [PageWord], to edge: Double) -> Bool {
    guard let last = line.last, let first = next.first?.text else { return false }
    let unit = Kinsoku.firstUnit(of: first)
    let word = first.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let isParted = last.text.last?.isASCII == true || word.isEmpty
    let need = isParted ? TypesetWidth.of(unit) : TypesetWidth.of(word)
    return edge - end(line) < width(need) + letter * 0.1
  }

  /// Where a line ends, measured by its letters where its place says nothing.
  private func end(_ line: [PageWord]) -> Double {
    guard isGrid, let left = line.first?.left else { return line.last?.right ?? 0 }
    return left + width(TypesetWidth.of(text(line)))
  }

  private func width(_ quarters: Int) -> Double {
    Double(quarters) / Double(TypesetWidth.full) * letter
  }

  // MARK: Cells

  func cell(_ lines: [[PageWord]], column: Int) -> String {
    let isStrip = Self.isStrip(lines)
    let first = lines.first?.text(
      letter: letter, autospace: autospace, mayBeginWithOrdinal: true)
    return Self.pairs(lines).reduce(into: first ?? "") { cell, pair in
      let joins = goesOn(pair.upper, in: pair.lower, column: column, isStrip: isStrip)
      let lower = text(pair.lower)
      let isOther = !joins && BodyEnding.begins(lower, below: text(pair.upper))
      cell += (joins ? "" : isOther ? String(CellText.lineBreak) : " ") + lower
    }
  }

  private func text(_ line: [PageWord]) -> String {
    line.text(letter: letter, autospace: autospace)
  }

  /// Whether no space was printed between two lines of a cell.
  func goesOn(
    _ line: [PageWord], in next: [PageWord], column: Int, isStrip: Bool = false
  ) -> Bool {
    guard let first = next.first, !Self.begins(item: first.text) else { return false }
    if Self.step(line, next) > step * 1.4 { return false }
    if isStrip { return abs((line.first?.left ?? 0) - (next.first?.left ?? 0)) < letter }
    return edge(of: line, in: column).map { fills(line, before: next, to: $0) } ?? false
  }

  /// No line of text begins with these but an item of a list (JIS X 4051 forbids ・ there).
  private static let bullets: Set<Character> = [
    "・", "●", "○", "◎", "■", "□", "◆", "◇", "※", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨",
  ]

  static func begins(item text: String) -> Bool { text.first.map(bullets.contains) ?? true }

  /// A column so narrow that letters stand one below the other.
  static func isStrip(_ lines: [[PageWord]]) -> Bool {
    let short = lines.count { $0.reduce(0) { $0 + $1.text.count } <= 2 }
    return lines.count > 3 && short * 10 >= lines.count * 7
  }
}
