/// The rows of a page as the file draws them: cell after cell, each from its top to its bottom, and row
/// after row.
///
/// So no white need part rows, numbers may stand anywhere in the height of theirs, and cells may
/// hold paragraphs.
struct PageStream {
  let rows: [[PageRun]]

  /// Each row is compared with those above it; no page that is read has so many runs.
  private static let mostRuns = 3000

  /// - Returns: nil where whole columns are drawn one after the other.
  init?(_ words: [PageWord], letter: Double) {
    let runs = Self.runs(words.sorted { $0.order < $1.order }, letter)
    guard runs.count <= Self.mostRuns else { return nil }
    let left = runs.map(\.left).min() ?? 0
    if runs.contains(where: { $0.left < left + letter && Self.isNumberColumn($0) }) { return nil }
    rows = Self.merged(Self.grouped(runs, letter)).flatMap { Self.parted($0, letter) }
      .sorted { Self.top($0) < Self.top($1) }
  }

  private static func isNumberColumn(_ run: PageRun) -> Bool {
    let numbers = run.lines.count { $0.count == 1 && $0[0].isNumber }
    return numbers > 2 && numbers * 2 >= run.lines.count
  }

  private static func runs(_ words: [PageWord], _ letter: Double) -> [PageRun] {
    let edges = edges(words)
    return words.reduce(into: []) { runs, word in
      if let last = runs.last, last.takes(word), !last.endsAsNumber(before: word, edges) {
        runs[runs.count - 1].append(word)
      } else {
        runs.append(PageRun(word, letter: letter))
      }
    }
  }

  /// Where headings begin, but for the first of their line.
  private static func edges(_ words: [PageWord]) -> [Double] {
    PageLayout.printedLines(words).filter {
      PageColumns.parts($0) > 2 && HeadedColumns.areHeadings($0)
    }
    .flatMap { $0.dropFirst().map(\.left) }
  }

  private static func grouped(_ runs: [PageRun], _ letter: Double) -> [[PageRun]] {
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
  private static func merged(_ rows: [[PageRun]]) -> [[PageRun]] {
    var merged: [[PageRun]] = []
    for row in rows {
      let place = merged.lastIndex { areSideBySide($0, row) || isRest(row, of: $0) }
      if let place { merged[place] += row } else { merged.append(row) }
    }
    return merged
  }

  /// The headings that a page repeats, and what it has of the row before, where that is the last cell alone.
  private static func parted(_ row: [PageRun], _ letter: Double) -> [[PageRun]] {
    guard let last = row.last,
      let rest = last.lines.indices.dropFirst().first(where: { index in
        let (line, above) = (last.lines[index].first, last.lines[index - 1].first)
        return (line?.middle ?? 0) - (above?.middle ?? 0) > letter * 1.6
      })
    else { return [row] }
    let cells = last.parted(before: rest)
    let headings = Array(row.dropLast()) + cells.prefix(1)
    return DrawnTable.isHeading(headings) ? [headings, Array(cells.dropFirst())] : [row]
  }

  private static func areSideBySide(_ row: [PageRun], _ other: [PageRun]) -> Bool {
    row.allSatisfy { run in !other.contains { $0.sharesColumn(run) } }
      && row.allSatisfy { run in other.contains { $0.overlaps(run) } }
      && other.allSatisfy { run in row.contains { $0.overlaps(run) } }
  }

  /// A row that begins below a cell and goes on with others at the height of that cell's row.
  private static func isRest(_ rest: [PageRun], of row: [PageRun]) -> Bool {
    guard let first = rest.first, let others = rest.dropFirst().map(\.top).min() else {
      return false
    }
    return others < first.top - 1 && row.contains { $0.sharesColumn(first) }
      && rest.dropFirst().allSatisfy { run in
        row.contains { $0.overlaps(run) } && !row.contains { $0.sharesColumn(run) }
      }
  }

  private static func top(_ row: [PageRun]) -> Double { row.map(\.top).min() ?? 0 }
}

extension PageStream {
  /// Whether a file draws its cells as wholes: a text goes on beside a line of another cell, which a
  /// file that draws line by line would have drawn in between.
  static func isDrawnByCell(_ pages: [[PageWord]]) -> Bool { pages.contains(where: isDrawnByCell) }

  private static func isDrawnByCell(_ words: [PageWord]) -> Bool {
    let letter = words.letterWidth
    let runs = runs(words, letter)
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
}
