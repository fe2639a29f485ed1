/// What the parted lines of a table tell about its columns.
struct GridTally {
  private(set) var cost = 0.0
  private(set) var partings: [GridParting] = []
  /// The cells of each column: how wide they are, and whether of one word.
  private var cells: [[(width: Double, isWord: Bool)]]
  private var filled: [Int]
  private var numbered = 0

  /// Of a line that no parting fits no more is counted.
  private static let mostCost = 12.0

  init(_ count: Int) {
    cells = Array(repeating: [], count: count)
    filled = Array(repeating: 0, count: count)
  }

  /// Parts the lines of a section, and moves the columns to where most cells begin.
  mutating func add(_ section: GridSection, _ table: inout GridColumns) {
    var last = [Int?](repeating: nil, count: table.count)
    var starts = [[Int: Double]](repeating: [:], count: table.count)
    for words in section.body.map(\.words) {
      let parting = GridParting(words, table, last: last)
      partings.append(parting)
      cost += min(parting.cost, Self.mostCost)
      for (index, word) in words.enumerated()
      where index == 0 || parting.columns[index - 1] != parting.columns[index] {
        let column = parting.columns[index]
        if word.isApart {
          starts[column][word.start, default: 0] += 1
          last[column] = word.start
        } else if parting.cost < 4 {
          starts[column][word.start, default: 0] += 0.3
        }
      }
      if parting.cost < Self.mostCost { count(words, parting.columns) }
    }
    for (column, own) in starts.enumerated() {
      if own.values.reduce(0, +) >= 2,
        let likely = own.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      {
        table.starts[column] = likely.key
      }
      if column > 0 {
        table.starts[column] = max(table.starts[column], table.starts[column - 1] + 1)
      }
    }
  }

  private mutating func count(_ words: [GridWord], _ columns: [Int]) {
    let own = Dictionary(grouping: words.indices) { columns[$0] }
    for (column, indices) in own {
      cells[column].append(
        (words[indices[0]...indices[indices.count - 1]].width, indices.count == 1))
    }
    guard words[0].start <= 1, own.count > 1 else { return }
    numbered += 1
    for column in own.keys { filled[column] += 1 }
  }

  /// - Parameter byWords: whether cells of several words count only where there are few others.
  func measure(_ table: inout GridColumns, byWords: Bool) {
    table.filled = numbered > 2 ? filled.map { Double($0) / Double(numbered) } : []
    for (column, cells) in cells.enumerated() where cells.count > 2 {
      let words = cells.filter(\.isWord)
      table.widths[column] = Self.width(byWords && words.count > 3 ? words : cells)
    }
  }

  /// How wide a column is whose cells have some widths: many are nearly as wide, since text fills a line before
  /// it goes on; few are wider, and those of one word never.
  private static func width(_ cells: [(width: Double, isWord: Bool)]) -> Double {
    let kinds = [(true, 3.0), (false, 0.6)].map { isWord, price in
      (widths: cells.filter { $0.isWord == isWord }.map(\.width).sorted(), price: price)
    }
    var best = (value: -Double.infinity, width: 1.0)
    for width in Set(cells.map(\.width)).sorted() {
      let value = kinds.reduce(0.0) { value, kind in
        let fitting = kind.widths.count(notAbove: width)
        return value + Double(fitting - kind.widths.count(notAbove: width - 0.8))
          - kind.price * Double(kind.widths.count - fitting)
      }
      if value >= best.value { best = (value, width) }
    }
    return max(best.width, 1)
  }
}
