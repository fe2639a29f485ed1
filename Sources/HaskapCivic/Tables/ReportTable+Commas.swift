/// Figures that their commas have parted, as hand-made CSV has them: `1,204人` without quotes.
extension ReportTable {
  /// With those figures whole, where a row has as many cells too many as they have been parted into, or tells a
  /// part of one below a heading that counts nothing.
  ///
  /// - Parameter areCommas: whether commas part the cells of the file.
  func withWholeFigures(areCommas: Bool) -> Self {
    lazy var kinds = headings.map { TableHeading.meaning(of: $0)?.kind }
    var table = self
    for row in rows.indices {
      let cells = rows[row].cells
      let surplus = max(0, cells.count - headings.count)
      guard surplus > 0 || areCommas else { continue }
      let figures = Self.figures(cells)
      if figures.isEmpty { continue }
      let counted = Self.counting(figures, kinds)
      let own =
        surplus == 0
        ? counted.prefix(1).filter { isOutside($0, cells, kinds) }
        : [counted, figures].first { Self.surplus($0) == surplus } ?? []
      for figure in own.reversed() {
        table.rows[row].cells.replaceSubrange(
          figure, with: [cells[figure].joined(separator: ",")])
      }
    }
    return table
  }

  /// How many cells there are too many.
  private static func surplus(_ figures: [Range<Int>]) -> Int {
    figures.reduce(0) { $0 + $1.count - 1 }
  }

  /// The cells that may be parts of one figure each: `1` and `204人`, `1`, `200` and `000円`.
  private static func figures(_ cells: [String]) -> [Range<Int>] {
    var (figures, start) = ([Range<Int>](), 0)
    while start < cells.count {
      var end = start + 1
      if mayBeginFigure(cells[start]) {
        while end < cells.count, goesOn(cells[end]) {
          end += 1
          if !isThousand(cells[end - 1]) { break }
        }
      }
      if end > start + 1 { figures.append(start..<end) }
      start = end
    }
    return figures
  }

  /// Those that begin below a heading that counts, the ones before them being whole.
  private static func counting(
    _ figures: [Range<Int>], _ kinds: [HeadingKind?]
  ) -> [Range<Int>] {
    var joined = 0
    return figures.filter { figure in
      let column = figure.lowerBound - joined
      guard kinds.indices.contains(column), let kind = kinds[column],
        [.participants, .money, .count].contains(kind)
      else { return false }
      joined += figure.count - 1
      return true
    }
  }

  /// True of `1` below 参加者数 and `204人` below 担当課, or `000円` below 人数: blank cells at the end were left out.
  private func isOutside(_ figure: Range<Int>, _ cells: [String], _ kinds: [HeadingKind?]) -> Bool {
    let last = cells[figure.upperBound - 1]
    let own: Set<HeadingKind?> =
      last.contains("円") ? [.money] : [.participants, .money, .count, .code, .fiscalYear]
    return !Self.isThousand(last)
      && figure.dropFirst().allSatisfy { kinds.indices.contains($0) && !own.contains(kinds[$0]) }
  }

  /// `1`, `12`, `約3`, `延べ120`, `¥1`.
  private static func mayBeginFigure(_ cell: String) -> Bool {
    // The last byte of a digit, narrow or wide.
    guard cell.utf8.count <= 15, let byte = cell.utf8.last,
      (0x30...0x39).contains(byte) || (0x90...0x99).contains(byte), cell.last?.isDigit == true
    else { return false }
    let digits = cell.reversed().prefix(while: \.isDigit).count
    let word = cell.dropLast(digits)
    return digits <= 3 && (word.isEmpty || ["約", "延べ", "のべ", "延", "計", "¥", "￥"].contains(word))
  }

  private static func goesOn(_ cell: String) -> Bool {
    let tail = cell.dropFirst(3)
    return cell.utf8.count <= 45 && isThousand(String(cell.prefix(3)))
      && (tail.isEmpty
        || ["人", "名", "円", "千円", "件", "回", "世帯", "個", "点"].contains { tail.hasPrefix($0) })
  }

  private static func isThousand(_ cell: String) -> Bool {
    cell.count == 3 && cell.allSatisfy(\.isDigit)
  }
}
