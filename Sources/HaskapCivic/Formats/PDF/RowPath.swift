/// Parts the lines of a page's table into rows at the least cost.
///
/// Rows lie one below the other, so the cheapest path over the lines finds them. It costs to leave columns
/// empty, to join lines of a column that need not be one cell, and cells that stand neither at the top, nor in the
/// middle, nor at the bottom of their row. Where a file draws one cell after the other, that order tells as well.
struct RowPath {
  /// How cells stand in rows that are higher than they.
  enum Alignment: CaseIterable { case top, middle, bottom }

  private let lines: [CellLines]
  private let columns: Int
  private let order: DrawingOrder
  private let letter: Double
  /// How many rows have a cell in each column, as a share.
  private var filled: [Double]
  private var alignment = Alignment.top

  /// No row has so many lines.
  private static let mostLines = 200
  /// Each line of longer pages, which no report has, is a row.
  private static let mostOnPage = 2000
  private static let passes = 3

  /// - Parameter isByCell: whether the file draws one cell after the other.
  /// - Returns: the indices of lines with which rows begin, the first left out.
  static func splits(
    _ lines: [[PageWord]], _ columns: [Range<Double>], letter: Double, isByCell: Bool
  ) -> [Int] {
    guard lines.count <= mostOnPage else { return Array(lines.indices.dropFirst()) }
    var path = RowPath(lines, columns, letter: letter, isByCell: isByCell)
    let fits = Alignment.allCases.map { path.fit($0) }
    return fits.min { $0.cost < $1.cost }?.splits ?? []
  }

  private init(
    _ lines: [[PageWord]], _ columns: [Range<Double>], letter: Double, isByCell: Bool
  ) {
    self.lines = CellLines.lines(lines, columns, letter: letter, isByCell: isByCell)
    order = DrawingOrder(lines, columns, isByCell: isByCell)
    (self.columns, self.letter) = (columns.count, letter)
    filled = []
  }

  private mutating func fit(_ alignment: Alignment) -> (cost: Double, splits: [Int]) {
    self.alignment = alignment
    filled = Array(repeating: 1, count: columns)
    var fit = cheapest()
    for _ in 1..<Self.passes {
      measure(fit.splits)
      fit = cheapest()
    }
    return fit
  }

  private mutating func measure(_ splits: [Int]) {
    let rows = zip([0] + splits, splits + [lines.count])
      .map { Set(lines[$0..<$1].flatMap { $0.parts.map(\.column) }) }.filter { $0.count > 1 }
    guard rows.count > 2 else { return }
    filled = (0..<columns).map { column in
      Double(rows.count { $0.contains(column) }) / Double(rows.count)
    }
  }

  private func cheapest() -> (cost: Double, splits: [Int]) {
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    best += Array(repeating: (.infinity, 0), count: lines.count)
    for start in lines.indices {
      var row = Row(columns)
      let before = best[start].cost + (start > 0 ? order.cuts[start] : 0)
      for end in start..<min(lines.count, start + Self.mostLines) {
        add(end, to: &row, from: start)
        // No row that goes on from here costs less than others.
        if before + row.joined > best[end + 1].cost + Double(columns + 2) * 1.5 { break }
        let cost = before + price(row, start...end)
        if cost < best[end + 1].cost { best[end + 1] = (cost, start) }
      }
    }
    var (splits, end) = ([Int](), lines.count)
    while end > 0 {
      end = best[end].start
      if end > 0 { splits.append(end) }
    }
    return (best[lines.count].cost, splits.reversed())
  }

  // MARK: Costs

  /// What the lines of a row cost so far, and the first and the last line of its cells.
  private struct Row {
    var joined = 0.0
    var cells: [ClosedRange<Double>?]

    init(_ columns: Int) { cells = Array(repeating: nil, count: columns) }
  }

  private func add(_ index: Int, to row: inout Row, from start: Int) {
    let middle = lines[index].middle
    for part in lines[index].parts {
      if let above = part.above, above >= start { row.joined += part.joining }
      row.cells[part.column] = (row.cells[part.column]?.lowerBound ?? middle)...middle
    }
    row.joined += order.returns(to: index, from: start)
  }

  private static let emptyPrice = 0.6
  private static let mostEmpty = 1.5
  private static let otherAlignment = 0.25
  private static let mostApart = 1.5

  private func price(_ row: Row, _ range: ClosedRange<Int>) -> Double {
    let (top, bottom) = (lines[range.lowerBound].middle, lines[range.upperBound].middle)
    var (empty, apart) = (0.0, 0.0)
    for (column, cell) in row.cells.enumerated() {
      guard let cell else {
        // Rows begin at the left.
        empty += filled[column] * Self.emptyPrice * (column == 0 ? 2 : 1)
        continue
      }
      var least = Double.infinity
      for other in Alignment.allCases {
        let offset = min(other.offset(of: cell, in: top...bottom) / letter, Self.mostApart)
        least = min(least, offset * 0.8 + (other == alignment ? 0 : Self.otherAlignment))
      }
      apart += least
    }
    return row.joined + min(empty, Self.mostEmpty) + apart
  }
}

extension RowPath.Alignment {
  fileprivate func offset(of cell: ClosedRange<Double>, in row: ClosedRange<Double>) -> Double {
    switch self {
    case .top: cell.lowerBound - row.lowerBound
    case .bottom: row.upperBound - cell.upperBound
    case .middle:
      abs(cell.lowerBound + cell.upperBound - row.lowerBound - row.upperBound) / 2
    }
  }
}
