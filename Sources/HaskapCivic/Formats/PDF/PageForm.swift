/// A page that is a form: labels with their values beside them, two pairs in some of its rows, or values of several
/// lines in whose middle the label stands.
struct PageForm {
  /// The cells of a row by their places: labels in 0 and 2, values in 1 and 3, one that runs under the second
  /// labels in 5.
  private(set) var rows: [PageRow] = []
  private(set) var above: [[PageWord]] = []
  private(set) var below: [[PageWord]] = []
  private let letter: Double

  /// The words of a value on one line.
  private struct Piece {
    var line: Int
    var words: [PageWord]
    var middle: Double { words[0].middle }
  }

  private struct Label {
    var line: [PageWord]
    var column: Int
    var value: [[PageWord]] = []
    var middle: Double { line[0].middle }
  }

  /// - Returns: nil for a page of another shape.
  init?(_ lines: [[PageWord]], letter: Double) {
    self.letter = letter
    let pieces = lines.map { Self.pieces($0) }
    let known = pieces.joined().filter(Self.isLabel)
    guard known.count > 2, let columns = Self.columns(pieces), let first = columns.first else {
      return nil
    }
    var labels = known.compactMap { piece in
      columns.firstIndex { Self.overlaps(piece, $0) }.map { Label(line: piece, column: $0) }
    }
    let middles = labels.map(\.middle)
    guard let top = middles.min(), let bottom = middles.max() else { return nil }
    // A label that stands elsewhere may be a value; above all others a word of the title.
    let others = known.count { $0[0].middle >= top }
    guard labels.count == others else { return nil }
    var values: [[Piece]] = columns.map { _ in [] }
    var loose: Set<Int> = []
    for (index, parts) in pieces.enumerated() {
      for part in parts
      where !Self.isLabel(part) || !columns.contains(where: { Self.overlaps(part, $0) }) {
        let column = columns.lastIndex { $0.upperBound <= (part.first?.left ?? 0) + 1 }
        guard let column else {
          loose.insert(index)
          continue
        }
        // Words of a value that stand apart are one line of it.
        if let last = values[column].indices.last, values[column][last].line == index {
          values[column][last].words += part
        } else {
          values[column].append(Piece(line: index, words: part))
        }
      }
    }
    for column in columns.indices {
      guard let rest = Self.give(values[column], to: &labels, in: column, letter) else {
        return nil
      }
      loose.formUnion(rest)
    }
    for index in loose.sorted() {
      let line = lines[index]
      guard line[0].middle < top || line[0].middle > bottom,
        !labels.contains(where: { $0.value.contains { $0[0].middle == line[0].middle } }),
        pieces[index].count < 3
      else { return nil }
      if line[0].middle < top { above.append(line) } else { below.append(line) }
    }
    let isCentered = labels.contains { ($0.value.first?[0].middle ?? $0.middle) < $0.middle - 2 }
    guard labels.count(where: { !$0.value.isEmpty }) > 2, columns.count > 1 || isCentered,
      first.lowerBound < (lines.joined().map(\.left).max() ?? 0)
    else { return nil }
    rows = Self.rows(labels, second: columns.count > 1 ? columns[1].lowerBound : nil, letter)
  }

  /// The pieces of a line, 事, 業 and 名 as one.
  private static func pieces(_ line: [PageWord]) -> [[PageWord]] {
    var pieces = PageSheet.pieces(line)
    var start = 0
    while start < pieces.count {
      let letters = pieces[start...].prefix { $0.count == 1 && $0[0].text.count <= 2 }
      let end = letters.indices.dropFirst().last { isLabel(letters[...$0].flatMap(\.self)) }
      if let end { pieces.replaceSubrange(start...end, with: [letters[...end].flatMap(\.self)]) }
      start += 1
    }
    return pieces
  }

  private static func isLabel(_ piece: [PageWord]) -> Bool {
    let text = piece.map(\.text).joined()
    return !text.contains(where: \.isNumber) && TableHeadings.isSheetLabel(text)
  }

  private static func extent(_ piece: [PageWord]) -> Range<Double> {
    let left = piece.first?.left ?? 0
    return left..<max(left, piece.last?.right ?? 0)
  }

  private static func overlaps(_ piece: [PageWord], _ column: Range<Double>) -> Bool {
    extent(piece).overlaps(column)
  }

  /// Where the labels stand: at the left, and right of the values beside some of them. No value begins there.
  private static func columns(_ pieces: [[[PageWord]]]) -> [Range<Double>]? {
    guard let first = clusters(of: pieces.joined()).first(where: { $0.count > 1 })?.extent else {
      return nil
    }
    let rows = pieces.filter { line in line.contains { isLabel($0) && overlaps($0, first) } }
    let beside = rows.joined().filter { !overlaps($0, first) }
    let values = beside.filter { !isLabel($0) }.map(extent)
    let second = clusters(of: beside).first { column in
      !values.contains { column.extent.contains($0.lowerBound) }
    }
    return [first] + (second.map { [$0.extent] } ?? [])
  }

  /// The places of labels that stand one below the other, from the left, and how many.
  private static func clusters(
    of pieces: some Sequence<[PageWord]>
  ) -> [(extent: Range<Double>, count: Int)] {
    let labels = pieces.filter(isLabel).map(extent).sorted { $0.lowerBound < $1.lowerBound }
    return labels.reduce(into: []) { clusters, label in
      if let last = clusters.last, last.extent.overlaps(label) {
        let right = max(last.extent.upperBound, label.upperBound)
        clusters[clusters.count - 1] = (last.extent.lowerBound..<right, last.count + 1)
      } else {
        clusters.append((label, 1))
      }
    }
  }

  /// Gives each label of a column the lines that stand together beside it.
  ///
  /// - Returns: the lines that stand beside none; nil where a label has no lines for itself.
  private static func give(
    _ pieces: [Piece], to labels: inout [Label], in column: Int, _ letter: Double
  ) -> [Int]? {
    let own = labels.indices.filter { labels[$0].column == column }
    var rest: [Int] = []
    for group in groups(pieces, letter) {
      let (top, bottom) = (group[0].middle - 2, group[group.count - 1].middle + 2)
      let inside = own.filter { (top...bottom).contains(labels[$0].middle) }
      if inside.isEmpty {
        rest += group.map(\.line)
      } else if inside.count == 1 {
        guard labels[inside[0]].value.isEmpty else { return nil }
        labels[inside[0]].value = group.map(\.words)
      } else {
        // Rows as high as a line each.
        var last: Int?
        for piece in group {
          last = inside.first { abs(labels[$0].middle - piece.middle) < 2 } ?? last
          guard let last else { return nil }
          labels[last].value.append(piece.words)
        }
      }
    }
    return rest
  }

  /// Lines that follow each other as near as the lines of one value do.
  private static func groups(_ pieces: [Piece], _ letter: Double) -> [[Piece]] {
    let steps = zip(pieces, pieces.dropFirst()).map { $1.middle - $0.middle }
    let least = min((steps.min() ?? 0) * 1.25, letter * 2)
    return zip(pieces, [.infinity] + steps).reduce(into: []) { groups, next in
      if next.1 > least { groups.append([]) }
      groups[groups.count - 1].append(next.0)
    }
  }

  private static func rows(_ labels: [Label], second: Double?, _ letter: Double) -> [PageRow] {
    var (rows, last) = ([PageRow](), -Double.infinity)
    for label in labels.sorted(by: { ($0.middle, $0.column) < ($1.middle, $1.column) }) {
      if label.column == 0 || label.middle - last > letter { rows.append(PageRow()) }
      last = label.middle
      let right = label.value.compactMap(\.last?.right).max() ?? 0
      let isWide = label.column == 0 && second.map { right > $0 } ?? false
      rows[rows.count - 1].append([label.line], to: label.column * 2, letter: letter)
      rows[rows.count - 1].append(
        label.value, to: isWide ? 5 : label.column * 2 + 1, letter: letter)
    }
    return rows
  }
}

extension PageLayout {
  /// The lines of a page that is a form, or that tells of projects one after the other, labels before what they tell.
  func lines(ofForm words: [PageWord], edge: Double, _ letter: Double) -> [Line]? {
    let lines = Self.printedLines(words)
    guard let form = PageForm(lines, letter: letter) else {
      return PageProse.matches(lines) ? paragraphs(lines, edge: edge) : nil
    }
    let text = PageText(form.rows, letter: letter, isGrid: false, autospace: 0)
    let rows = form.rows.map { row in
      let cells = [0, row.cells[5] == nil ? 1 : 5, 2, 3].map { column in
        text.cell(row.cells[column] ?? [], column: column)
      }
      return Line(
        text: (cells[2].isEmpty ? cells.prefix(2) : cells[...]).joined(separator: "\t"),
        top: row.top)
    }
    return paragraphs(form.above, edge: edge) + rows + paragraphs(form.below, edge: edge)
  }
}
