/// The rows of a page's table: they begin where a number stands in the first column, at the widest white
/// between it and the number above; without numbers, at each white that is wider than between lines.
struct PageRows {
  let rows: [PageRow]

  init(_ lines: [[PageWord]], columns: [Range<Double>]) {
    var (rows, start): ([PageRow], Int) = ([], 0)
    for end in Self.splits(lines, columns) + [lines.count] where end > start {
      rows.append(Self.row(lines[start..<end], columns))
      start = end
    }
    self.rows = rows
  }

  private static func row(_ lines: ArraySlice<[PageWord]>, _ columns: [Range<Double>]) -> PageRow {
    var row = PageRow()
    for (index, column) in columns.enumerated() {
      for line in lines {
        let own = line.filter { column.contains($0.middleAcross) }
        if !own.isEmpty { row.append([own], to: index, letter: 0) }
      }
    }
    return row
  }

  /// Indices of lines with which rows begin, the first left out.
  private static func splits(_ lines: [[PageWord]], _ columns: [Range<Double>]) -> [Int] {
    guard let first = columns.first else { return [] }
    let numbers = lines.indices.filter { index in
      lines[index].contains { first.contains($0.middleAcross) && $0.isNumber }
    }
    let filled = lines.count { line in line.contains { first.contains($0.middleAcross) } }
    return numbers.isEmpty || numbers.count * 2 < filled ? gaps(lines) : between(numbers, lines)
  }

  /// Before the first number stands the heading.
  private static func between(_ numbers: [Int], _ lines: [[PageWord]]) -> [Int] {
    zip([0] + numbers, numbers).compactMap { above, number in
      guard number > 0 else { return nil }
      let candidates = (above + 1)...max(above + 1, number)
      // The last of equal whites: a number stands at the top of its row more often than below it.
      return candidates.filter { $0 < lines.count }.max {
        white(lines, $0) < white(lines, $1) + 0.5
      }
    }
  }

  /// Between a line and the one above it, from middle to middle.
  private static func white(_ lines: [[PageWord]], _ index: Int) -> Double {
    (lines[index].first?.middle ?? 0) - (lines[index - 1].first?.middle ?? 0)
  }

  private static func gaps(_ lines: [[PageWord]]) -> [Int] {
    guard lines.count > 1 else { return [] }
    let whites = lines.indices.dropFirst().map { white(lines, $0) }.sorted()
    let usual = whites[whites.count / 4]
    return lines.indices.dropFirst().filter { white(lines, $0) > usual * 1.2 }
  }
}
