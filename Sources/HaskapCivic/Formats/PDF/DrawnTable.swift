/// The columns of a table that a page draws cell by cell, and the cells of its rows.
struct DrawnTable {
  /// From the middle of the white on one side to the middle of the white on the other.
  let columns: [Range<Double>]
  private let letter: Double

  /// White between cells: they have been told from each other before.
  private static let minGap = 0.4

  init(columns: [Range<Double>], letter: Double) {
    (self.columns, self.letter) = (columns, letter)
  }

  /// The columns of some rows; nil where they make no table.
  init?(_ rows: [[PageRun]], letter: Double) {
    let boxes = rows.filter { Self.cells(in: $0) > 1 }.map { $0.map(\.box) }
    let columns = PageColumns.joined(
      PageColumns.white(boxes, minGap: Self.minGap, noise: boxes.count / 10), boxes[...],
      isHeaded: rows.first.map(Self.isHeading) ?? false)
    guard columns.count > 1 else { return nil }
    self.init(columns: columns, letter: letter)
  }

  /// How many cells a row has for certain: words on one line may be parted by a wide space.
  static func cells(in row: [PageRun]) -> Int {
    zip(row, row.dropFirst()).count { run, next in
      next.first.flatMap(run.white).map { $0 > PageRun.maxSpace } ?? true
    } + 1
  }

  /// True of a row whose cells are the headings of columns.
  static func isHeading(_ row: [PageRun]) -> Bool {
    let cells = row.map { run in
      var text = run.lines.joined().map(\.text).joined()[...]
      while let last = text.last, "等)）".contains(last) { text = text.dropLast() }
      return String(text)
    }
    return cells.count > 1 && cells.allSatisfy { $0.count < 24 } && TableHeadings.areHeadings(cells)
  }

  /// The share of words in rows of several cells that cross the borders of the columns.
  func crossing(_ rows: [[PageRun]]) -> Double {
    let words = rows.filter { $0.count > 1 }.map { $0.flatMap { $0.lines.joined() } }
    return PageColumns.crossing(columns, words)
  }

  /// Whether some rows have these columns, though they show fewer, or cross a border now and then.
  func fits(_ rows: [[PageRun]], _ own: DrawnTable?) -> Bool {
    let showsFewer = own.map { $0.columns.count < columns.count } ?? true
    return columns.count > 1 && crossing(rows) <= (showsFewer ? 0.2 : 0.03)
  }

  /// These columns, or those that some rows show where as many fit better: the page before may have shown
  /// too little.
  func better(of own: DrawnTable?, for rows: [[PageRun]]) -> DrawnTable {
    guard let own, own.columns.count >= columns.count, own.crossing(rows) < crossing(rows) else {
      return self
    }
    return own
  }

  /// A line that runs over the columns, and is no row.
  func isText(_ row: [PageRun]) -> Bool {
    guard row.count == 1 || Self.cells(in: row) == 1 else { return false }
    let words = row.flatMap { $0.lines.joined() }
    return words.contains { PageColumns.crosses($0, columns) }
      || Set(words.compactMap(column)).count > 1
  }

  // MARK: Cells

  /// - Parameter cut: the column of the first run, where it goes on from the page before.
  func row(_ runs: [PageRun], cut: Int?) -> PageRow {
    var row = PageRow()
    for (index, run) in placed(runs, cut: cut) {
      for line in run.lines {
        let own = Dictionary(grouping: line) { word in
          index ?? column(word) ?? 0
        }
        for (column, words) in own.sorted(by: { $0.key < $1.key }) {
          row.append([words], to: column, letter: letter)
        }
      }
    }
    return row
  }

  private func column(_ word: PageWord) -> Int? {
    columns.firstIndex { $0.contains(word.middleAcross) }
  }

  /// The column of each run; nil for one whose lines run over several.
  ///
  /// Of two cells in one column, the second of which begins beside the first, one belongs to the
  /// column beside: words may run over the border of a narrow one.
  private func placed(_ runs: [PageRun], cut: Int?) -> [(column: Int?, run: PageRun)] {
    var placed: [(column: Int?, run: PageRun)] = runs.enumerated().map { index, run in
      (index == 0 ? cut ?? own(run) : own(run), run)
    }
    for index in placed.indices.dropFirst() {
      guard let column = placed[index].column, placed[index - 1].column == column,
        placed[index - 1].run.isBeside(placed[index].run)
      else { continue }
      let isFree = { (column: Int) in
        columns.indices.contains(column) && !placed.contains { $0.column == column }
      }
      if isFree(column - 1) {
        placed[index - 1].column = column - 1
      } else if isFree(column + 1) {
        placed[index].column = column + 1
      }
    }
    return placed
  }

  private func own(_ run: PageRun) -> Int? {
    let lines = run.lines.map { Set($0.compactMap(column)) }
    return lines.contains { $0.count > 1 } ? nil : lines.first?.first
  }
}
