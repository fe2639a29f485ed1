/// Parts the words of a line between the columns of their table at the least cost.
///
/// Cells that fill their columns stand one space from the next cell, like words of one cell. What tells them is that
/// no cell is wider than its column, that cells begin where those above begin, and that a cell ends short of its
/// column only before white. A shortest path over (word, column) finds the parting.
struct GridParting {
  let cost: Double
  /// The column of each word, in order.
  let columns: [Int]

  /// - Parameter last: where each column began on the lines above.
  init(_ words: [GridWord], _ table: GridColumns, last: [Int?]) {
    var path = GridPath(words, table, last)
    for begin in words.indices {
      for column in 0..<table.count { path.extend(from: begin, in: column) }
    }
    (cost, columns) = path.cheapest()
  }
}

/// The cheapest ways to part the first words of a line, by the column of the last of them.
private struct GridPath {
  private let words: [GridWord]
  private let table: GridColumns
  private let last: [Int?]
  private var steps: [Step?]

  /// A cell: its first word, the column of the cell before, and the cost up to its end.
  private struct Step {
    var cost: Double
    var begin: Int
    var previous: Int
    var width = 0.0
  }

  /// Wider cells end the search for the words of a cell.
  private static let mostOver = 20.0
  /// As much wider than others may a cell be.
  private static let tolerance = 0.4

  init(_ words: [GridWord], _ table: GridColumns, _ last: [Int?]) {
    (self.words, self.table, self.last) = (words, table, last)
    steps = Array(repeating: nil, count: (words.count + 1) * table.count)
  }

  /// Adds the cells of a column that begin with some word.
  mutating func extend(from begin: Int, in column: Int) {
    guard var step = begin == 0 ? first(in: column) : next(begin, in: column) else { return }
    let fixed = step.cost
    var (gaps, width) = (0.0, -GridWord.space)
    for end in begin..<words.count {
      if end > begin, words[end].isApart { gaps += 5 + 0.3 * Double(min(words[end].gap, 8)) }
      width += GridWord.space + words[end].width
      let over = width - table.widths[column] - Self.tolerance
      step.cost = fixed + gaps + (over <= 0 ? 0 : 1 + min(over, Self.mostOver) * 1.2)
      step.width = width
      let place = (end + 1) * table.count + column
      if steps[place].map({ step.cost < $0.cost }) ?? true { steps[place] = step }
      if over > Self.mostOver { break }
    }
  }

  private func first(in column: Int) -> Step {
    let isNumber =
      table.isNumbered && words[0].isNumber && column > 0 && offset(words[0], column) != 0
    return Step(cost: price(0, column) + (isNumber ? 4 : 0), begin: 0, previous: -1)
  }

  private func next(_ begin: Int, in column: Int) -> Step? {
    var best: Step?
    for previous in 0..<column {
      guard let step = steps[begin * table.count + previous] else { continue }
      let short = table.widths[previous] - step.width
      let cost =
        step.cost + price(begin, column, short: short) + skipping(previous + 1..<column, begin)
      if best.map({ cost < $0.cost }) ?? true {
        best = Step(cost: cost, begin: begin, previous: previous)
      }
    }
    return best
  }

  /// The cost of a word that begins a cell, behind one that ends so short of its column.
  private func price(_ index: Int, _ column: Int, short: Double = 0) -> Double {
    let offset = offset(words[index], column)
    guard offset != 0 else { return 0 }
    if words[index].isApart { return min(0.4 + Double(abs(offset)) * 0.4, 8) }
    let place = offset < 0 ? Double(min(-offset, 8)) * 0.15 : Double(offset) * 0.7
    return place + (short > 1.3 ? min(short - 1.3, 4) * 1.2 : 0)
  }

  /// How far a word stands from where its column begins, on this page or on the lines above.
  private func offset(_ word: GridWord, _ column: Int) -> Int {
    let own = word.start - table.starts[column]
    guard let above = last[column].map({ word.start - $0 }) else { return own }
    return abs(above) < abs(own) ? above : own
  }

  /// Whether the line begins at the left; without numbers, with more than a letter of a column that groups rows.
  private var beginsRow: Bool {
    words[0].start <= 1 && (table.isNumbered || words.count * 2 > table.count)
  }

  /// The cost of columns without a cell: those of a row's first line are seldom empty.
  private func skipping(_ columns: Range<Int>, _ index: Int) -> Double {
    if columns.isEmpty { return 0 }
    if !table.filled.isEmpty, beginsRow {
      return 2 * table.filled[columns].reduce(0, +)
    }
    return index < words.count && !words[index].isApart ? 0.8 * Double(columns.count) : 0
  }

  /// The cost of the whole line, and the column of each word.
  func cheapest() -> (cost: Double, columns: [Int]) {
    var (cost, column) = (Double.infinity, 0)
    for index in 0..<table.count {
      guard let step = steps[words.count * table.count + index] else { continue }
      let own = step.cost + skipping(index + 1..<table.count, words.count)
      if own < cost { (cost, column) = (own, index) }
    }
    var columns = Array(repeating: 0, count: words.count)
    var end = words.count
    while end > 0, column >= 0, let step = steps[end * table.count + column] {
      for index in step.begin..<end { columns[index] = column }
      (end, column) = (step.begin, step.previous)
    }
    return (cost, columns)
  }
}
