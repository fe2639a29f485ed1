/// What it costs to take two lines of a column as one cell.
struct CellLinks {
  private let letter: Double
  private let isByCell: Bool
  /// Where the longest line of each column ends.
  private var edges: [Double]
  /// Whether the next column begins so near to it that lines may have been broken there.
  private var isBounded: [Bool]
  /// From line to line in most cells of several lines.
  private let step: Double
  private let isNumbered: Bool

  init(_ lines: [CellLines], _ columns: Int, letter: Double, isByCell: Bool) {
    (self.letter, self.isByCell) = (letter, isByCell)
    edges = Array(repeating: 0, count: columns)
    var starts = [Double](repeating: .infinity, count: columns + 1)
    var last = [Double?](repeating: nil, count: columns)
    var steps: [Double] = []
    for line in lines {
      for part in line.parts {
        edges[part.column] = max(edges[part.column], part.words.last?.right ?? 0)
        starts[part.column] = min(starts[part.column], part.words.first?.left ?? .infinity)
        if let above = last[part.column] { steps.append(line.middle - above) }
        last[part.column] = line.middle
      }
    }
    isBounded = zip(edges, starts.dropFirst()).map { $1 == .infinity || $1 - $0 < letter + 14 }
    steps = steps.filter { $0 < letter * 2 }.sorted()
    step = steps.isEmpty ? letter * 1.5 : steps[steps.count / 4]
    let first = lines.compactMap { line in line.parts.first { $0.column == 0 } }
    isNumbered = first.count { $0.words[0].isNumber } * 2 >= first.count
  }

  /// Two lines that are cells of two rows, whatever else they say.
  private static let never = 4.0

  func price(_ upper: CellLines.Part, _ lower: CellLines.Part) -> Double {
    guard let last = upper.words.last, let next = lower.words.first,
      !areNumbers(upper, lower), ![upper, lower].contains(where: Self.isOwnRow),
      !Self.isBelowHeading(upper, lower)
    else { return Self.never }
    var price = breaking(last, upper.column)
    let down = next.middle - last.middle
    if down > step * 1.25 { price += 1 }
    if down > letter * 2.2 { price += 1 }
    if isByCell { price += next.order == last.order + 1 ? -0.2 : 2 }
    return max(price, 0.05)
  }

  /// How unlikely it is that a cell goes on below a line that ends with some word.
  private func breaking(_ last: PageWord, _ column: Int) -> Double {
    let short = edges[column] - last.right
    guard isBounded[column] else { return short < letter * 0.9 ? 0.5 : 0.8 }
    return short < letter * 1.1 ? 0.1 : short < letter * 2 ? 0.3 : 0.8
  }

  private func areNumbers(_ upper: CellLines.Part, _ lower: CellLines.Part) -> Bool {
    isNumbered && upper.column == 0 && upper.words[0].isNumber && lower.words[0].isNumber
  }

  /// True of what stands alone below a heading that it would make none: `事業名` and `安全・安心`, which groups rows.
  private static func isBelowHeading(_ upper: CellLines.Part, _ lower: CellLines.Part) -> Bool {
    lower.isAlone && HeadingWords.meaning(of: upper.text) != nil
      && HeadingWords.meaning(of: upper.text + lower.text) == nil
  }

  /// `■講座` above the rows that it names, and the words of a sum.
  private static func isOwnRow(_ part: CellLines.Part) -> Bool {
    if SumWord.matches(part.text) { return true }
    return part.isAlone && part.column == 0
      && (PrintedLine.beginsAsGroup(part.words[0].text) || PrintedLine.endsAsGroup(part.text))
  }
}
