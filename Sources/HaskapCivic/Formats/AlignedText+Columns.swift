internal import HaskapText

/// Where columns begin, and rows whose first cell goes on in the line below, as the others may.
extension AlignedText {
  /// Where the headings begin, or most cells further left, of which a heading stands in the middle.
  static func starts(_ headings: [Piece], _ lines: ArraySlice<[Piece]>) -> [Int] {
    let rows = lines.filter { $0.count * 2 > headings.count }
    return headings.indices.map { column in
      let start = headings[column].columns.lowerBound
      // A heading above others may reach into the next.
      guard column > 0, headings[column - 1].columns.upperBound + 1 < start else { return start }
      let room = headings[column - 1].columns.upperBound + 1..<start
      let lefts = rows.compactMap { row in
        row.first { room.contains($0.columns.lowerBound) }?.columns.lowerBound
      }
      let most = Dictionary(grouping: lefts) { $0 }.max {
        ($0.value.count, $1.key) < ($1.value.count, $0.key)
      }
      return most.map { $0.value.count > 1 && $0.value.count * 2 > rows.count ? $0.key : start }
        ?? start
    }
  }

  /// The headings, one above several of the line below replaced by those:
  ///
  ///     事業名      実績
  ///                 実施日      人数
  static func parted(_ headings: [Piece], below lines: ArraySlice<[Piece]>) -> [Piece] {
    guard let own = lines.first(where: { !($0.isEmpty || $0.allSatisfy { isRule($0.text) }) }),
      own.allSatisfy({ TableHeadings.isHeading($0.text) && !$0.text.contains(where: \.isNumber) })
    else { return headings }
    var rest = own
    var parted: [Piece] = []
    for (index, heading) in headings.enumerated() {
      let left = index > 0 ? headings[index - 1].columns.upperBound : 0
      let right = index + 1 < headings.count ? headings[index + 1].columns.lowerBound : .max
      let parts = rest.filter { $0.columns.lowerBound >= left && $0.columns.upperBound <= right }
      rest.removeAll { part in parts.contains { $0.columns == part.columns } }
      // A heading with room of its own stays beside them.
      let isAbove =
        parts.contains { $0.columns.overlaps(heading.columns) }
        || parts.count > 1 && parts[0].columns.lowerBound < heading.columns.lowerBound
      if !isAbove || parts.count == 1 { parted.append(heading) }
      if !isAbove || parts.count > 1 { parted += parts }
    }
    return parted.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// Headings with those of the line above that stand free, and what begins there and ends in them:
  ///
  ///                                参加    形態
  ///     事業名    団体名            者数
  ///
  /// Nil where something else stands above.
  static func joined(_ own: [Piece], below above: [Piece]) -> [Piece]? {
    guard !above.isEmpty, above.count < own.count else { return nil }
    var joined = own
    for piece in above {
      let below = own.indices.filter { own[$0].columns.overlaps(piece.columns) }
      if below.isEmpty, TableHeadings.isHeading(piece.text) {
        joined.append(piece)
      } else if below.count == 1, TableHeadings.isHeading(piece.text + own[below[0]].text),
        !TableHeadings.isHeading(own[below[0]].text) || !TableHeadings.isHeading(piece.text)
      {
        joined[below[0]].text = piece.text + own[below[0]].text
      } else {
        return nil
      }
    }
    return joined.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// Without the rules that stand among headings.
  static func withoutRules(_ pieces: [Piece]) -> [Piece] {
    let words = pieces.filter { $0.text.count < 6 || !isRule($0.text) }
    return words.isEmpty ? pieces : words
  }

  /// How wide a cell is whose text goes on below, by column: none where no two lines of the first column are
  /// as wide as any.
  static func fullWidths(_ lines: ArraySlice<[Piece]>, _ starts: [Int]) -> [Int] {
    let widths = starts.indices.map { column in
      lines.compactMap { $0.first { Self.column(of: $0, starts) == column }?.columns.count }
    }
    let most = widths.map { $0.max() ?? 0 }
    let isWrapped = most[0] >= 8 && widths[0].count { $0 >= most[0] - 1 } > 1
    return isWrapped ? most : []
  }

  /// How wide the widest cell of each column is.
  static func widths(_ lines: ArraySlice<[Piece]>, _ starts: [Int]) -> [Int] {
    var widths = Array(repeating: 0, count: starts.count)
    for piece in lines.joined() {
      let column = column(of: piece, starts)
      let end = column + 1 < starts.count ? starts[column + 1] : .max
      // Text across several columns is of none.
      if piece.columns.upperBound <= end {
        widths[column] = max(widths[column], piece.columns.count)
      }
    }
    return widths
  }

  private static func column(of piece: Piece, _ starts: [Int]) -> Int {
    starts.lastIndex { $0 <= piece.columns.lowerBound + 1 } ?? 0
  }

  /// True of a line with the rest of the first cell above, and of others that are as full.
  static func goesOn(
    _ own: [Piece], below above: [Piece], _ starts: [Int], _ full: [Int]
  ) -> Bool {
    guard let first = own.first, own.count + 1 < starts.count,
      column(of: first, starts) == 0, !PrintedLine.isMarked(first.text),
      !PrintedLine.startsItem(first.text), !isLabeled(first), !PrintedLine.isNote(first.text),
      own.count > 1 || PrintedLine.office(first.text) == nil
    else { return false }
    if own.count == 1, first.text.hasSuffix("。"), above.count > 1 || isInset(above, starts) {
      return true
    }
    if isInset(own, starts) { return true }
    return !full.isEmpty
      && own.allSatisfy { piece in
        let column = Self.column(of: piece, starts)
        return above.contains {
          Self.column(of: $0, starts) == column && $0.columns.count >= max(8, full[column] - 1)
        }
      }
  }

  /// True of a line that begins a little right of the first column, below a name that it tells of, and has
  /// few other cells.
  static func isInset(_ own: [Piece], _ starts: [Int]) -> Bool {
    guard let first = own.first, own.count * 2 <= starts.count, let start = starts.first else {
      return false
    }
    return (start + 2...start + 4).contains(first.columns.lowerBound)
      && !first.text.contains(where: \.isNumber)
  }

  /// A cell with others one space behind it, each where its heading begins.
  static func parted(_ piece: Piece, _ starts: [Int]) -> [Piece] {
    guard starts.contains(where: { $0 > piece.columns.lowerBound && $0 < piece.columns.upperBound })
    else { return [piece] }
    var parts = [Piece(text: "", columns: piece.columns.lowerBound..<piece.columns.lowerBound)]
    var column = piece.columns.lowerBound
    for character in piece.text {
      let last = parts.count - 1
      if parts[last].text.last?.isWhitespace == true, starts.contains(column) {
        parts[last].text = Trimming.spaces(parts[last].text)
        parts.append(Piece(text: "", columns: column..<column))
      }
      column += DisplayWidth.of(String(character))
      parts[parts.count - 1].text.append(character)
      let start = parts[parts.count - 1].columns.lowerBound
      parts[parts.count - 1].columns = start..<column
    }
    return parts
  }

  /// A cell wider than its column, and those one space behind it, each of which has a column of its own;
  /// else the day or figure behind it alone.
  static func overflown(_ piece: Piece, _ starts: [Int], _ own: [Piece]) -> [Piece] {
    let column = column(of: piece, starts)
    guard column + 1 < starts.count, piece.columns.upperBound > starts[column + 1],
      let space = piece.text.lastIndex(where: \.isWhitespace)
    else { return [piece] }
    let next = own.first { $0.columns.lowerBound > piece.columns.lowerBound }
    let end = next.map { Self.column(of: $0, starts) } ?? starts.count
    let words = piece.text.split(separator: " ").map(String.init)
    if words.count > 1, words.count == end - column, words.allSatisfy({ $0.count > 1 }) {
      return placed(words, from: column, starts)
    }
    let tail = String(piece.text[piece.text.index(after: space)...])
    let start = piece.columns.upperBound - DisplayWidth.of(tail)
    guard start >= starts[column + 1] - 1, tail.contains(where: \.isNumber), !tail.contains("第")
    else { return [piece] }
    let before = Piece(
      text: Trimming.spaces(piece.text[..<space]), columns: piece.columns.lowerBound..<start - 1)
    return [before, Piece(text: tail, columns: start..<piece.columns.upperBound)]
  }

  /// Words as the cells of columns one after the other.
  private static func placed(_ words: [String], from column: Int, _ starts: [Int]) -> [Piece] {
    zip(words, starts[column...]).map { word, start in
      Piece(text: word, columns: start..<start + DisplayWidth.of(word))
    }
  }
}
