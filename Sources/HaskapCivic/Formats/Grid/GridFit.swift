/// Finds the columns of a table from its lines: parts them with some columns, measures the columns by the parts,
/// and so on (expectation–maximization with hard assignments), from several first guesses.
struct GridFit {
  private(set) var table: GridColumns
  private(set) var partings: [[GridParting]] = []
  /// The headings of the columns, by section.
  private(set) var headings: [[Range<Int>]] = []
  /// Where the columns begin, by section.
  private var starts: [[Int]]
  private var cost = 0.0

  private static let passes = 6
  /// Lines of so many steps tell how wide the columns are.
  private static let enough = 24_000
  /// The cost of a full-width letter of columns for each line: of two partings that fit, the one of narrower
  /// columns is right.
  private static let widthPrice = 0.04
  /// A heading may have a space in it: columns that fewer rows fill are tried as one with the column before.
  private static let fewRows = 0.5
  private static let mostTries = 4

  /// The columns of sections with the same headings.
  ///
  /// - Parameter left: how many steps may be spent yet on measuring columns.
  static func best(_ sections: [GridSection], steps left: inout Int) -> GridFit? {
    var known = GridSection.prefix(sections, steps: min(enough, left))
    left -= known.reduce(0) { $0 + $1.steps }
    var sections = sections
    guard !known.isEmpty, var best = fit(known) else { return nil }
    for _ in 0..<mostTries {
      guard let column = best.seldomFilled(known) else { break }
      let fewer = known.map { $0.joining(column) }
      guard let next = fit(fewer), next.cost < best.cost else { break }
      (best, known, sections) = (next, fewer, sections.map { $0.joining(column) })
    }
    best.addRest(sections)
    best.headings = sections.map(\.headings)
    return best
  }

  private static func fit(_ sections: [GridSection]) -> GridFit? {
    GridColumns.Guess.allCases
      .flatMap { guess in [true, false].map { GridFit(sections, guess, byWords: $0) } }
      .min { $0.cost < $1.cost }
  }

  /// The column that fewest rows fill, of those whose heading stands one space from the heading before.
  private func seldomFilled(_ sections: [GridSection]) -> Int? {
    guard let headings = sections.first?.headings, headings.count > 2, !table.filled.isEmpty else {
      return nil
    }
    return headings.indices.dropFirst()
      .filter {
        headings[$0].lowerBound - headings[$0 - 1].upperBound < 2 && table.filled[$0] < Self.fewRows
      }
      .min { table.filled[$0] < table.filled[$1] }
  }

  private init(_ sections: [GridSection], _ guess: GridColumns.Guess, byWords: Bool) {
    table = GridColumns(sections[0], guess: guess)
    starts = sections.map { GridColumns($0, guess: guess).starts }
    for pass in 0..<Self.passes {
      var tally = GridTally(table.count)
      for (index, section) in sections.enumerated() {
        table.starts = starts[index]
        tally.add(section, &table)
        starts[index] = table.starts
      }
      tally.measure(&table, byWords: byWords && pass < Self.passes / 2)
      cost = tally.cost
    }
    let lines = sections.reduce(0) { $0 + $1.lines.count }
    cost += Self.widthPrice * table.widths.reduce(0, +) * Double(lines)
  }

  /// Parts all sections with the widths that the first ones have.
  private mutating func addRest(_ sections: [GridSection]) {
    for (index, section) in sections.enumerated() {
      table.starts =
        index < starts.count
        ? starts[index] : GridColumns(section, guess: .behindLast).starts
      var tally = GridTally(table.count)
      for _ in 0..<2 {
        tally = GridTally(table.count)
        tally.add(section, &table)
      }
      partings.append(tally.partings)
    }
  }
}
