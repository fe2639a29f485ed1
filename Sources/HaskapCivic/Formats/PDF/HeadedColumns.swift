/// The columns of the lines of a table, the first of which may be headings.
///
/// White as narrow as the rules between cells parts columns, where headings stand on both sides; a heading in the
/// middle of a column whose cells stand at its left or right is none of its own.
struct HeadedColumns {
  private(set) var columns: [Range<Double>] = []
  private let lines: [[PageWord]]
  private let letter: Double

  /// White that tells columns only together with headings.
  private static let minGap = 0.4
  /// Headings take no more lines.
  private static let mostLines = 4

  init(_ lines: ArraySlice<[PageWord]>) {
    // A line of a note that runs over the table hides no column.
    let noise = lines.count / 40
    let parted = lines.filter { PageColumns.parts($0) > 1 }
    let likely = PageColumns.white(parted, minGap: Self.minGap, noise: noise)
    let filled = likely.compactMap { Self.extent(of: $0, parted) }
    self.lines = lines.filter { !Self.runsOver($0, filled) }
    letter = Array(self.lines.joined()).letterWidth
    let white = PageColumns.white(self.lines, minGap: Self.minGap, noise: noise)
    let isHeaded = self.lines.prefix(Self.mostLines).contains(where: Self.areHeadings)
    for column in isHeaded ? joined(white) : white {
      if let last = columns.last, !areApart(last, column) {
        columns[columns.count - 1] = last.lowerBound..<column.upperBound
      } else {
        columns.append(column)
      }
    }
  }

  /// From the first to the last letter in a column.
  private static func extent(
    of column: Range<Double>, _ lines: [[PageWord]]
  ) -> ClosedRange<Double>? {
    let words = lines.joined().filter { column.contains($0.middleAcross) }
    guard let left = words.map(\.left).min(), let right = words.map(\.right).max() else {
      return nil
    }
    return left...max(left, right)
  }

  /// A line of one part that reaches into two columns; into the white between them a wide cell may.
  private static func runsOver(_ line: [PageWord], _ columns: [ClosedRange<Double>]) -> Bool {
    PageColumns.parts(line) == 1
      && line.contains { word in
        columns.count {
          min(word.right, $0.upperBound) - max(word.left, $0.lowerBound) > PageColumns.slack
        } > 1
      }
  }

  /// Rows tell days and figures, and headings none.
  static func areHeadings(_ line: [PageWord]) -> Bool {
    line.count > 1 && !tellsFigures(line) && TableHeadings.areHeadings(line.map(\.text))
  }

  private static func tellsFigures(_ line: [PageWord]) -> Bool {
    line.contains { $0.text.contains(where: \.isDigit) }
  }

  /// With one column for a heading, and for the cells beside which it stands: they begin below it.
  private func joined(_ columns: [Range<Double>]) -> [Range<Double>] {
    var joined: [(column: Range<Double>, lines: [Int])] = []
    for column in columns {
      let own = lines.indices.filter { index in
        lines[index].contains { column.contains($0.middleAcross) }
      }
      if let last = joined.last, isAbove(last.lines, own) || isAbove(own, last.lines) {
        let both = last.column.lowerBound..<column.upperBound
        joined[joined.count - 1] = (both, (last.lines + own).sorted())
      } else {
        joined.append((column, own))
      }
    }
    return joined.map(\.column)
  }

  private func isAbove(_ upper: [Int], _ lower: [Int]) -> Bool {
    guard let last = upper.last, let first = lower.first, last < min(first, Self.mostLines),
      let end = lines[last].first, let start = lines[first].first
    else { return false }
    return start.middle - end.middle > letter * 0.9
  }

  private func areApart(_ column: Range<Double>, _ next: Range<Double>) -> Bool {
    let own = lines.filter { PageColumns.parts($0) > 1 }.map { line in
      (
        end: line.last { column.contains($0.middleAcross) }?.right,
        start: line.first { next.contains($0.middleAcross) }?.left
      )
    }
    let (ends, starts) = (own.compactMap(\.end), own.compactMap(\.start))
    guard let end = ends.max(), let start = starts.min() else { return false }
    if start - end > PageColumns.minGap { return true }
    // Cells keep the edge of their column; words in a cell stand anywhere.
    let keepEdge =
      ends.count { end - $0 < 0.5 } * 2 > ends.count
      || starts.count { $0 - start < 0.5 } * 2 > starts.count
    return keepEdge
      && lines.prefix(Self.mostLines).contains { line in
        [column, next].allSatisfy { column in
          line.contains { column.contains($0.middleAcross) }
        } && !Self.tellsFigures(line)
      }
  }
}
