/// The rows of a page's table.
///
/// Plain text has lines as high as others wherever a row ends, and no place for letters: there rows begin at the widest
/// white above a number in the first column, or where several cells begin.
struct PageRows {
  let rows: [PageRow]

  /// - Parameter isByCell: whether the file draws one cell after the other.
  init(
    _ lines: [[PageWord]], columns: [Range<Double>], isGrid: Bool = false, isByCell: Bool = false
  ) {
    let splits =
      isGrid
      ? Self.begun(lines, columns)
      : RowPath.splits(
        lines, columns, letter: Array(lines.joined()).letterWidth, isByCell: isByCell)
    var (rows, start): ([PageRow], Int) = ([], 0)
    for end in splits + [lines.count] where end > start {
      rows.append(Self.row(lines[start..<end], columns))
      start = end
    }
    self.rows = isByCell ? Self.withMerged(rows) : rows
  }

  /// With each cell that is drawn before those of a row further up in that row: it is merged over several, and stands
  /// in their middle.
  private static func withMerged(_ rows: [PageRow]) -> [PageRow] {
    var places: [Int: (row: Int, column: Int)] = [:]
    for (index, row) in rows.enumerated() {
      for (column, lines) in row.cells {
        for word in lines.joined() { places[word.order] = (index, column) }
      }
    }
    var result = rows
    for (index, row) in rows.enumerated() {
      for (column, lines) in row.cells {
        guard let last = lines.last?.last, let next = places[last.order + 1],
          next.row < index, next.column > column, result[next.row].cells[column] == nil
        else { continue }
        result[next.row].append(lines, to: column, letter: 0)
        result[index].remove(column)
      }
    }
    return result
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

  /// Indices of lines with a number in the first column; nil where most lines have something else there.
  private static func numbers(_ lines: [[PageWord]], _ columns: [Range<Double>]) -> [Int]? {
    guard let first = columns.first else { return nil }
    let numbers = lines.indices.filter { index in
      lines[index].contains { first.contains($0.middleAcross) && $0.isNumber }
    }
    let filled = lines.count { line in line.contains { first.contains($0.middleAcross) } }
    return numbers.isEmpty || numbers.count * 2 < filled ? nil : numbers
  }

  /// Before the first number stands the heading.
  private static func between(
    _ numbers: [Int], _ lines: [[PageWord]], _ columns: [Range<Double>]
  ) -> [Int] {
    zip([0] + numbers, numbers).compactMap { above, number in
      guard number > 0 else { return nil }
      if number - above > 1, beginsAbove(number, lines, columns) { return number - 1 }
      let candidates = (above + 1)...max(above + 1, number)
      // The last of equal whites: a number stands at the top of its row more often than below it.
      return candidates.filter { $0 < lines.count }.max {
        white(lines, $0) < white(lines, $1) + 0.5
      }
    }
  }

  /// Whether a period of a row begins on the line above its number: `6月4日` above `～6月8日`.
  private static func beginsAbove(
    _ number: Int, _ lines: [[PageWord]], _ columns: [Range<Double>]
  ) -> Bool {
    columns.contains { column in
      text(lines[number], in: column).first.map { "～〜~".contains($0) } ?? false
        && DayText.matches(text(lines[number - 1], in: column))
    }
  }

  private static func text(_ line: [PageWord], in column: Range<Double>) -> String {
    line.filter { column.contains($0.middleAcross) }.map(\.text).joined()
  }

  /// Between a line and the one above it, from middle to middle.
  private static func white(_ lines: [[PageWord]], _ index: Int) -> Double {
    (lines[index].first?.middle ?? 0) - (lines[index - 1].first?.middle ?? 0)
  }
}

/// The rows of plain text.
extension PageRows {
  private static func begun(_ lines: [[PageWord]], _ columns: [Range<Double>]) -> [Int] {
    let filled = lines.map { line in
      columns.indices.filter { column in
        line.contains { columns[column].contains($0.middleAcross) }
      }
    }
    let begun = lines.indices.map { index in
      let isBelow = index > 0 && white(lines, index) < PlainPages.lineHeight * 1.5
      return filled[index].filter { !isBelow || !filled[index - 1].contains($0) }
    }
    func isBelowHeadings(_ index: Int) -> Bool {
      filled[index].count * 2 >= columns.count && areHeadings(lines[index - 1], columns)
    }
    let numbers = numbers(lines, columns)
    let edge = numbers.flatMap { $0.compactMap { lines[$0].first?.left }.max() }
    let own = lines.indices.filter { isOwnRow(lines[$0], columns, numbersAt: edge) }
    let parted = Set(own + own.map { $0 + 1 }).intersection(lines.indices.dropFirst())
    guard let numbers else {
      let areFull = filled.map { $0.count >= columns.count - 1 }
      let areLines = areFull.count(where: \.self) * 5 > lines.count * 4
      return lines.indices.dropFirst().filter {
        areLines || begun[$0].count > 1 || isBelowHeadings($0) || parted.contains($0)
          || areFull[$0 - 1] && areFull[$0] && areApart(lines[$0 - 1], lines[$0], columns)
      }
    }
    let atTop = numbers.count { begun[$0].count >= min(3, columns.count) }
    let splits = parted.union(between(numbers, lines, columns)).sorted()
    guard atTop * 2 > numbers.count else { return splits }
    // Rows without a number begin cells that the row above has already.
    var row: Set<Int> = []
    return lines.indices.filter { index in
      let isOther = begun[index].count > 1 && begun[index].contains(where: row.contains)
      let begins = index > 0 && (splits.contains(index) || isOther || isBelowHeadings(index))
      row = begins ? Set(filled[index]) : row.union(filled[index])
      return begins
    }
  }

  /// True of a sum, and of what groups the rows of a numbered table and stands alone at the left: `（1）環境`.
  ///
  /// - Parameter edge: where numbers begin; nil of a table without.
  private static func isOwnRow(
    _ line: [PageWord], _ columns: [Range<Double>], numbersAt edge: Double?
  ) -> Bool {
    if line.prefix(2).contains(where: { SumWord.matches($0.text) }) { return true }
    guard let edge, line.count == 1, let numbers = columns.first, !line[0].isNumber else {
      return false
    }
    return line[0].left < numbers.upperBound && PrintedLine.startsItem(line[0].text)
      || line[0].left <= edge && HeadingWords.meaning(of: line[0].text) == nil
  }

  /// True of two lines with a day in one column, or a figure, each whole: none goes on in the other.
  private static func areApart(
    _ upper: [PageWord], _ lower: [PageWord], _ columns: [Range<Double>]
  ) -> Bool {
    columns.contains { column in
      [upper, lower].allSatisfy { line in
        let text = text(line, in: column)
        return text.last.map { "日人名".contains($0) } ?? false
          && (DayText.matches(text) || PeopleCell.isCount(Folding.folded(text)))
      }
    }
  }

  private static func areHeadings(_ line: [PageWord], _ columns: [Range<Double>]) -> Bool {
    let row = row([line], columns)
    let cells = row.cells.values.map { $0.joined().map(\.text).joined() }
    return cells.count * 2 > columns.count && TableHeadings.areHeadings(cells)
  }
}
