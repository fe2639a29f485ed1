/// The tables of plain text: the words of their lines, each where its column is printed.
struct GridTables {
  /// Words with their edges, in full-width letters, by line.
  private(set) var lines: [Int: [(word: GridWord, left: Double)]] = [:]

  /// Between columns, in full-width letters.
  private static let gap = 2.0
  /// A line that costs more, and begins at the left with nothing set apart, is a title.
  private static let mostTitleCost = 4.0

  /// Columns are measured by lines of so many steps in all, which takes some hundred passes; tables that come
  /// later are left as they are.
  private static let mostMeasured = 72_000

  init(_ pages: [[(index: Int, words: [GridWord])]]) {
    let sections = GridSection.sections(pages)
    let tables = Dictionary(grouping: sections, by: \.table)
    var left = Self.mostMeasured
    for sections in sections.map(\.table).uniqued.compactMap({ tables[$0] }) {
      guard let fit = GridFit.best(sections, steps: &left) else { continue }
      let lefts = fit.table.widths.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1 + Self.gap) }
      for (index, section) in sections.enumerated() {
        placeHead(of: section, fit.headings[index], lefts)
        for line in section.titles { lines[line.index] = line.words.joined.map { [($0, 0)] } }
        for (line, parting) in zip(section.body, fit.partings[index])
        where Self.isRow(line.words, parting) {
          lines[line.index] = Self.placed(line.words, parting.columns, lefts)
        }
      }
    }
  }

  /// Puts headings on one line, each above its column, however they stand above their cells.
  private mutating func placeHead(
    of section: GridSection, _ headings: [Range<Int>], _ lefts: [Double]
  ) {
    let label = section.parts?.label
    guard let first = section.head.first(where: { $0.index != label }) else { return }
    var cells = [[GridWord]](repeating: [], count: headings.count)
    for line in section.head {
      for word in line.words {
        let isRest = line.index > first.index
        let column = line.index == label ? section.parts?.first : nil
        cells[column ?? Self.column(of: word, headings)].append(isRest ? word.goingOn : word)
      }
      lines[line.index] = []
    }
    let columns = cells.indices.flatMap { Array(repeating: $0, count: cells[$0].count) }
    lines[first.index] = Self.placed(Array(cells.joined()), columns, lefts)
  }

  /// The heading that a word belongs to: the nearest.
  private static func column(of word: GridWord, _ headings: [Range<Int>]) -> Int {
    let away = headings.map { max($0.lowerBound - word.start, word.end - $0.upperBound, 0) }
    return away.indices.min { away[$0] < away[$1] } ?? 0
  }

  private static func isRow(_ words: [GridWord], _ parting: GridParting) -> Bool {
    parting.cost < mostTitleCost || words[0].start > 1
      || words.dropFirst().contains(where: \.isApart) || Set(parting.columns).count > 2
  }

  /// Cells wider than their columns are set closer.
  private static func placed(
    _ words: [GridWord], _ columns: [Int], _ lefts: [Double]
  ) -> [(word: GridWord, left: Double)] {
    let widths = Dictionary(grouping: words.indices) { columns[$0] }.mapValues {
      words[$0[0]...$0[$0.count - 1]].width
    }
    var (result, column, left) = ([(word: GridWord, left: Double)](), -1, 0.0)
    for (word, own) in zip(words, columns) {
      if own != column { (column, left) = (own, lefts[own]) }
      let room = lefts[own + 1] - lefts[own] - gap / 2
      left -= word.gap == 0 ? GridWord.space : 0
      let share = min(1, room / max(widths[own] ?? 1, 1))
      result.append((word.scaled(by: share), left))
      left += (word.width + GridWord.space) * share
    }
    return result
  }
}
