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
      for (section, partings) in zip(sections, fit.partings) {
        for (line, parting) in zip(section.lines, partings) where Self.isRow(line.words, parting) {
          lines[line.index] = Self.placed(line.words, parting.columns, lefts)
        }
      }
    }
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
      result.append((word, left))
      left += (word.width + GridWord.space) * min(1, room / max(widths[own] ?? 1, 1))
    }
    return result
  }
}
