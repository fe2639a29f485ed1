/// The columns of a page's table: where no word of its lines stands, from the first to the last.
struct PageColumns {
  /// Lines before, in and after the table.
  let above: [[PageWord]]
  let table: [[PageWord]]
  let below: [[PageWord]]
  /// From the middle of the white on one side to the middle of the white on the other.
  let columns: [Range<Double>]

  /// White narrower than this is a space between words, in points.
  private static let minGap = 2.6

  /// - Parameter earlier: the columns of the page before, which are better where they fit: a page with
  ///   few rows shows too little.
  /// - Returns: nil for a page without a table.
  init?(_ lines: [[PageWord]], earlier: [Range<Double>]) {
    let parted = lines.filter { Self.parts($0) > 1 }
    let goesOn = earlier.count > 1 && !parted.isEmpty && Self.fit(earlier, parted)
    // Titles and notes run over the columns: without them white is white from top to bottom.
    let minParts = goesOn ? 1 : 2
    guard let first = lines.firstIndex(where: { Self.parts($0) > minParts }),
      let last = lines.lastIndex(where: { Self.parts($0) > 1 }), last > first || goesOn
    else { return nil }
    let table = lines[first...last]
    let columns = goesOn ? earlier : Self.joined(Self.columns(table), table)
    guard columns.count > 1 else { return nil }
    let end = lines[(last + 1)...].firstIndex { !Self.isInside($0, columns) } ?? lines.endIndex
    above = Array(lines[..<first])
    self.table = Array(lines[first..<end])
    below = Array(lines[end...])
    self.columns = columns
  }

  /// Whether a line stands in a column behind the first: the last line of a high cell.
  private static func isInside(_ line: [PageWord], _ columns: [Range<Double>]) -> Bool {
    guard let left = line.first?.left, let right = line.last?.right else { return false }
    return columns.dropFirst().contains { $0.lowerBound < left && right < $0.upperBound }
  }

  /// How many pieces of a line are parted by more than a space.
  private static func parts(_ line: [PageWord]) -> Int {
    zip(line, line.dropFirst()).count { $1.left - $0.right > 9 } + 1
  }

  private static func columns(_ lines: ArraySlice<[PageWord]>) -> [Range<Double>] {
    var covered: [Int: Int] = [:]
    for word in lines.joined() {
      for point in Int(
        word.left * 2)...max(Int(word.left * 2), Int((word.right * 2).rounded(.up)) - 1)
      {
        covered[point, default: 0] += 1
      }
    }
    guard let low = covered.keys.min(), let high = covered.keys.max() else { return [] }
    // A line of a note that runs over the table hides no column.
    let noise = lines.count / 40
    var edges: [Double] = [0]
    var white = 0
    for point in low...high {
      if covered[point, default: 0] <= noise {
        white += 1
      } else {
        if Double(white) / 2 > minGap { edges.append(Double(point) / 2 - Double(white) / 4) }
        white = 0
      }
    }
    edges.append(.greatestFiniteMagnitude)
    return zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  /// A heading in the middle of a wide column whose cells stand at its left, or the reverse, is no
  /// column of its own: no row has both.
  private static func joined(
    _ columns: [Range<Double>], _ lines: ArraySlice<[PageWord]>
  ) -> [Range<Double>] {
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

  private static let slack = 6.0

  /// Whether the words of some lines cross the borders of columns only now and then. By less
  /// than a letter is not across: borders are where the page before had its white.
  static func fit(_ columns: [Range<Double>], _ lines: [[PageWord]]) -> Bool {
    let borders = columns.dropFirst().map(\.lowerBound)
    let words = lines.joined()
    let crossing = words.count { word in
      borders.contains { word.left + slack < $0 && $0 < word.right - slack }
    }
    return crossing * 100 <= words.count
  }
}
