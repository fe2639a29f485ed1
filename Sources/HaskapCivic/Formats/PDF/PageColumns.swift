/// The columns of a page's table: where no word of its lines stands, from the first to the last.
struct PageColumns {
  /// Lines before, in and after the table.
  let above: [[PageWord]]
  let table: [[PageWord]]
  let below: [[PageWord]]
  /// Lines that run over the columns between the table's rows: titles and groups.
  let texts: [[PageWord]]
  /// From the middle of the white on one side to the middle of the white on the other.
  let columns: [Range<Double>]

  /// White narrower than this is a space between words, in points.
  static let minGap = 2.6

  /// - Parameters:
  ///   - earlier: the columns of the page before, which are better where they fit: a page with few
  ///     rows shows too little.
  ///   - open: the last lines of cells that the page before may have cut.
  ///   - isGrid: whether each page has columns of its own, as plain text has.
  /// - Returns: nil for a page without a table.
  init?(
    _ lines: [[PageWord]], earlier: [Range<Double>], open: [[PageWord]] = [], isGrid: Bool = false
  ) {
    let sheet = isGrid ? nil : PageSheet(lines)
    let lines = sheet?.lines ?? lines
    let parted = lines.filter { Self.parts($0) > 1 }
    // A number begins a row, or a title.
    let isCut =
      lines.first?.first.map { !$0.isNumber && open.contains(where: $0.goesOnBelow) } ?? false
    let goesOn = earlier.count > 1 && (isCut || !parted.isEmpty) && Self.fit(earlier, parted)
    // Titles and notes run over the columns: without them white is white from top to bottom.
    let minParts = goesOn ? 1 : 2
    guard
      let range = sheet?.range ?? Self.parted(lines, minParts, isGrid: isGrid)
        ?? (goesOn ? 0..<lines.count : nil),
      range.count > 1 || goesOn
    else { return nil }
    let keeps = goesOn && !(isGrid && parted.count >= Self.minRows)
    let own =
      keeps ? earlier : isGrid ? Self.wide(lines[range]) : HeadedColumns(lines[range]).columns
    let columns = goesOn && own.count < earlier.count ? earlier : own
    guard columns.count > 1 else { return nil }
    var first = goesOn && isCut ? 0 : range.lowerBound
    while first > 0, !Self.runsOver(lines[first - 1], columns),
      isGrid || !Self.isTitle(lines[first - 1]),
      goesOn && Self.isInside(lines[first - 1], columns) || Self.isTight(lines, first)
        || isGrid && Self.parts(lines[first - 1]) > 1
    {
      first -= 1
    }
    let end = Self.end(lines, from: range.upperBound, columns, isGrid: isGrid)
    above = Array(lines[..<first])
    texts = lines[first..<end].filter { Self.runsOver($0, columns) }
    table = lines[first..<end].filter { !Self.runsOver($0, columns) }
    below = Array(lines[end...])
    self.columns = columns
  }

  /// From the first line with more than so many parts to the last one with two.
  private static func parted(
    _ lines: [[PageWord]], _ count: Int, isGrid: Bool
  ) -> Range<Int>? {
    guard
      let first = lines.firstIndex(where: { parts($0) > count && (isGrid || !isTitle($0)) }),
      let last = lines.lastIndex(where: { parts($0) > 1 })
    else { return nil }
    return first..<last + 1
  }

  /// The line behind the last one of a high cell, which may stand in the first column where it keeps
  /// the edge of the lines above.
  private static func end(
    _ lines: [[PageWord]], from start: Int, _ columns: [Range<Double>], isGrid: Bool
  ) -> Int {
    var end = start
    while end < lines.count {
      let keepsEdge = lines[end].first?.goesOnBelow(lines[end - 1]) ?? false
      // What stands far below is the foot of the page.
      guard
        isGrid || lines[end][0].middle - lines[end - 1][0].middle < lines[end].letterWidth * 2.5,
        isInside(lines[end], columns) || end > start && keepsEdge || startsBelow(lines, end)
      else { break }
      end += 1
    }
    return end
  }

  /// Whether a line stands right below one of the same edge, beside which other cells have theirs.
  private static func startsBelow(_ lines: [[PageWord]], _ index: Int) -> Bool {
    guard let word = lines[index].first, let above = lines[index - 1].first else { return false }
    return word.goesOnBelow([above]) && parts(lines[index]) == 1
      && word.middle - above.middle < lines[index].letterWidth * 1.8
  }

  /// Whether a line stands right above another: cells in the middle of their rows begin at other
  /// heights.
  private static func isTight(_ lines: [[PageWord]], _ index: Int) -> Bool {
    guard let upper = lines[index - 1].first, let lower = lines[index].first else { return false }
    return lower.middle - upper.middle < lines[index].letterWidth * 1.5
  }

  /// Whether a line stands in a column behind the first.
  private static func isInside(_ line: [PageWord], _ columns: [Range<Double>]) -> Bool {
    guard let left = line.first?.left, let right = line.last?.right else { return false }
    return columns.dropFirst().contains { $0.lowerBound < left && right < $0.upperBound }
  }

  private static func runsOver(_ line: [PageWord], _ columns: [Range<Double>]) -> Bool {
    parts(line) == 1 && line.contains { crosses($0, columns) }
  }

  /// Words cross no border of columns. By less than a letter is not across: borders are where the page
  /// before had its white.
  static func crosses(_ word: PageWord, _ columns: [Range<Double>]) -> Bool {
    columns.dropFirst().contains {
      word.left + slack < $0.lowerBound && $0.lowerBound < word.right - slack
    }
  }

  /// How many pieces of a line are parted by more than a space.
  static func parts(_ line: [PageWord]) -> Int {
    zip(line, line.dropFirst()).count { $1.left - $0.right > PageRun.maxSpace } + 1
  }

  /// A title with the year of the rows, its words no further apart than words are.
  private static func isTitle(_ line: [PageWord]) -> Bool {
    let isOne = zip(line, line.dropFirst()).allSatisfy {
      $1.left - $0.right < line.letterWidth * 1.5
    }
    return isOne && PrintedLine.isTitle(line.map(\.text).joined())
  }

  // MARK: White

  /// Told by lines of more than one part first, then by all but those that run over these columns.
  private static func wide(_ lines: ArraySlice<[PageWord]>) -> [Range<Double>] {
    // A line of a note that runs over the table hides no column.
    let noise = lines.count / 40
    let likely = white(lines.filter { parts($0) > 1 }, minGap: minGap, noise: noise)
    return joined(
      white(lines.filter { !runsOver($0, likely) }, minGap: minGap, noise: noise), lines)
  }

  /// Parts the page where no word of some lines stands.
  static func white(
    _ lines: [[PageWord]], minGap: Double, noise: Int
  ) -> [Range<Double>] {
    var covered: [Int: Int] = [:]
    for word in lines.joined() {
      let first = Int(word.left * 4)
      for point in first...max(first, Int((word.right * 4).rounded(.up)) - 1) {
        covered[point, default: 0] += 1
      }
    }
    guard let low = covered.keys.min(), let high = covered.keys.max() else { return [] }
    var edges: [Double] = [0]
    var white = 0
    for point in low...high {
      if covered[point, default: 0] <= noise {
        white += 1
      } else {
        if Double(white) / 4 > minGap { edges.append(Double(point) / 4 - Double(white) / 8) }
        white = 0
      }
    }
    edges.append(.greatestFiniteMagnitude)
    return zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  /// A heading in the middle of a wide column whose cells stand at its left, or the reverse, is no
  /// column of its own: no row has both.
  ///
  /// - Parameter isHeaded: whether the first line is known to be the heading.
  static func joined(
    _ columns: [Range<Double>], _ lines: ArraySlice<[PageWord]>, isHeaded: Bool = false
  ) -> [Range<Double>] {
    let minRows = isHeaded ? 3 : Self.minRows
    let rows = columns.map { column in
      Set(lines.indices.filter { lines[$0].contains { column.contains($0.middleAcross) } })
    }
    var joined: [(column: Range<Double>, rows: Set<Int>)] = []
    for (column, own) in zip(columns, rows) {
      if let last = joined.last, lines.count >= minRows, min(last.rows.count, own.count) == 1,
        last.rows.isDisjoint(with: own)
      {
        let both = last.column.lowerBound..<column.upperBound
        joined[joined.count - 1] = (both, last.rows.union(own))
      } else {
        joined.append((column, own))
      }
    }
    return joined.map(\.column)
  }

  /// Lines enough to tell a heading from a cell that few rows have.
  private static let minRows = 8

  static let slack = 6.0

  /// Whether the words of some lines cross the borders of columns only now and then.
  private static func fit(_ columns: [Range<Double>], _ lines: [[PageWord]]) -> Bool {
    crossing(columns, lines) <= 0.01
  }

  /// The share of words that cross a border.
  static func crossing(_ columns: [Range<Double>], _ lines: [[PageWord]]) -> Double {
    let words = lines.joined()
    let crossing = words.count { crosses($0, columns) }
    return crossing == 0 ? 0 : Double(crossing) / Double(words.count)
  }
}
