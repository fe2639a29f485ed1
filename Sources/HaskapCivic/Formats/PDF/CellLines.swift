/// The parts of a line of a table, one for each column that it has something in.
struct CellLines {
  struct Part {
    let column: Int
    let words: [PageWord]
    /// Whether its line has nothing else.
    let isAlone: Bool
    /// The last line above with something in this column.
    var above: Int?
    /// What it costs to take both as one cell.
    var joining = 0.0

    var text: String { words.map(\.text).joined() }
  }

  let middle: Double
  private(set) var parts: [Part]

  static func lines(
    _ lines: [[PageWord]], _ columns: [Range<Double>], letter: Double, isByCell: Bool
  ) -> [CellLines] {
    var result = lines.map { CellLines($0, columns) }
    let links = CellLinks(result, columns.count, letter: letter, isByCell: isByCell)
    var last = [(line: Int, part: Part)?](repeating: nil, count: columns.count)
    for index in result.indices {
      for (place, part) in result[index].parts.enumerated() {
        if let above = last[part.column] {
          result[index].parts[place].above = above.line
          result[index].parts[place].joining = links.price(above.part, part)
        }
        last[part.column] = (index, part)
      }
    }
    return result
  }

  private init(_ line: [PageWord], _ columns: [Range<Double>]) {
    middle = line.first?.middle ?? 0
    let own = Dictionary(grouping: line) { word in
      columns.firstIndex { $0.contains(word.middleAcross) } ?? 0
    }
    parts = own.sorted { $0.key < $1.key }.map {
      Part(column: $0.key, words: $0.value, isAlone: own.count == 1)
    }
  }
}
