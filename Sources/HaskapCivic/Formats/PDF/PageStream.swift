/// The rows of a table as its page draws them: cell after cell, each from its top to its bottom, and
/// row after row.
///
/// So no white need part rows, numbers may stand anywhere in the height of theirs, and cells may
/// hold paragraphs.
struct PageStream {
  private(set) var rows: [PageRow] = []
  private let columns: [Range<Double>]
  private let letter: Double

  /// - Parameters:
  ///   - words: those of the table.
  ///   - open: by column the last lines of cells that the page before may have cut.
  /// - Returns: nil where whole columns are drawn one after the other.
  init?(
    _ words: [PageWord], columns: [Range<Double>], open: [Int: [PageWord]], letter: Double
  ) {
    (self.columns, self.letter) = (columns, letter)
    let runs = runs(words.sorted { $0.order < $1.order }, open: open)
    if runs.contains(where: Self.isColumn) { return nil }
    rows = merged(grouped(runs)).sorted { Self.top($0) < Self.top($1) }.map(row)
  }

  /// A column of numbers that is drawn as a whole.
  private static func isColumn(_ run: PageRun) -> Bool {
    let numbers = run.lines.count { $0.count == 1 && $0[0].isNumber }
    return run.column == 0 && numbers > 1 && numbers * 2 >= run.lines.count
  }

  // MARK: Runs

  private func runs(_ words: [PageWord], open: [Int: [PageWord]]) -> [PageRun] {
    var runs: [PageRun] = []
    for word in words {
      let column = columns.firstIndex { $0.contains(word.middleAcross) } ?? 0
      if let last = runs.last, last.takes(word), !last.isOnLine(word) || last.endColumn == column {
        runs[runs.count - 1].append(word, column: column)
      } else {
        let cut = runs.isEmpty ? open.first { word.goesOnBelow($0.value) }?.key : nil
        runs.append(PageRun(word, column: cut ?? column, letter: letter))
      }
    }
    return runs
  }

  // MARK: Rows

  private func grouped(_ runs: [PageRun]) -> [[PageRun]] {
    var rows: [[PageRun]] = []
    for run in runs {
      let bottom = rows.last?.map(\.bottom).max() ?? 0
      if let last = rows.last?.last, run.left > last.left + 0.2, run.top < bottom + letter * 1.1 {
        rows[rows.count - 1].append(run)
      } else {
        rows.append([run])
      }
    }
    return rows
  }

  /// Puts together what is one row: cells of one line may be drawn before all that have more, and a
  /// wide paragraph break ends a run.
  private func merged(_ rows: [[PageRun]]) -> [[PageRun]] {
    var merged: [[PageRun]] = []
    for row in rows {
      let place = merged.lastIndex { Self.areSideBySide($0, row) || Self.isRest(row, of: $0) }
      if let place { merged[place] += row } else { merged.append(row) }
    }
    return merged
  }

  private static func areSideBySide(_ row: [PageRun], _ other: [PageRun]) -> Bool {
    Set(row.map(\.column)).isDisjoint(with: other.map(\.column))
      && row.allSatisfy { run in other.contains { $0.overlaps(run) } }
      && other.allSatisfy { run in row.contains { $0.overlaps(run) } }
  }

  /// A row that begins below a cell and goes on with others at the height of that cell's row.
  private static func isRest(_ rest: [PageRun], of row: [PageRun]) -> Bool {
    guard let first = rest.first, let others = rest.dropFirst().map(\.top).min() else {
      return false
    }
    let columns = Set(row.map(\.column))
    return columns.contains(first.column) && others < first.top - 1
      && rest.dropFirst().allSatisfy { run in
        !columns.contains(run.column) && row.contains { $0.overlaps(run) }
      }
  }

  private static func top(_ row: [PageRun]) -> Double { row.map(\.top).min() ?? 0 }

  private func row(_ runs: [PageRun]) -> PageRow {
    var row = PageRow()
    for run in placed(runs) { row.append(run.lines, to: run.column, letter: letter) }
    return row
  }

  /// Of two cells in one column, the second of which begins beside the first, the first belongs to the
  /// column before: words may run over the border of a narrow one.
  private func placed(_ row: [PageRun]) -> [PageRun] {
    var row = row.sorted { ($0.column, $0.top) < ($1.column, $1.top) }
    for index in row.indices.dropFirst() where row[index].column == row[index - 1].column {
      guard row[index - 1].standsBeside(row[index]) else { continue }
      let isLeft = row[index].left < row[index - 1].left
      let (left, right) = isLeft ? (index, index - 1) : (index - 1, index)
      let isFree = { (column: Int) in
        columns.indices.contains(column) && !row.contains { $0.column == column }
      }
      if isFree(row[left].column - 1) {
        row[left].column -= 1
      } else if isFree(row[right].column + 1) {
        row[right].column += 1
      }
    }
    return row.sorted { $0.column < $1.column }
  }
}

extension PageStream {
  /// Whether a file draws its cells as wholes: a text goes on beside a line of another cell, which a
  /// file that draws line by line would have drawn in between.
  static func isDrawnByCell(_ pages: [[PageWord]]) -> Bool { pages.contains(where: isDrawnByCell) }

  private static func isDrawnByCell(_ words: [PageWord]) -> Bool {
    let letter = words.letterWidth
    let page = PageStream(columns: [0..<Double.greatestFiniteMagnitude], letter: letter)
    let runs = page.runs(words, open: [:])
    var lines: [(middle: Double, run: Int, goesOn: Bool)] = []
    for (index, run) in runs.enumerated() {
      for (place, line) in run.lines.enumerated() {
        let middle = line.first?.middle ?? 0
        let isLast = place == run.lines.count - 1
        let next = isLast && index + 1 < runs.count ? runs[index + 1].top : .infinity
        lines.append((middle, index, place > 0 && abs(next - middle) > letter * 0.3))
      }
    }
    lines.sort { $0.middle < $1.middle }
    return zip(lines, lines.dropFirst()).contains { upper, lower in
      lower.middle - upper.middle < letter * 0.3 && upper.run != lower.run
        && (upper.goesOn || lower.goesOn)
    }
  }

  private init(columns: [Range<Double>], letter: Double) {
    (self.columns, self.letter) = (columns, letter)
  }
}
