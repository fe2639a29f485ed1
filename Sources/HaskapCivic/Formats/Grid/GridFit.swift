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
  /// The cost of a column: of two tables that fit, the one of fewer columns is right.
  private static let columnPrice = 8.0
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
      let fewer = best.seldomFilled(known).compactMap { column in
        fit(known.map { $0.joining(column) }).map { (column: column, fit: $0) }
      }
      guard let next = fewer.min(by: { $0.fit.cost < $1.fit.cost }), next.fit.cost < best.cost
      else { break }
      best = next.fit
      known = known.map { $0.joining(next.column) }
      sections = sections.map { $0.joining(next.column) }
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

  /// The columns that few rows fill, of those whose heading may go on with the heading before.
  private func seldomFilled(_ sections: [GridSection]) -> [Int] {
    guard let section = sections.first, !table.filled.isEmpty else { return [] }
    return section.joinable.filter { table.filled[$0] < Self.fewRows }
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
    cost += Self.columnPrice * Double(table.count)
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
