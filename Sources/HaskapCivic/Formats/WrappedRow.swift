internal import HaskapText

/// A row whose cells go on in the lines below it: the column's end wrapped them, and no space was
/// between.
struct WrappedRow {
  private(set) var cells: [String]
  /// The last line of each cell.
  private(set) var last: [String]

  init(_ row: String) {
    cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    last = cells
  }

  var text: String { cells.joined(separator: "\t") }

  /// - Parameters:
  ///   - below: the cells of the next line.
  ///   - widths: those of the widest cells, where they are known.
  mutating func goOn(_ below: [String], _ widths: [Int] = []) {
    for (index, cell) in below.enumerated() where !cell.isEmpty {
      while cells.count <= index {
        cells.append("")
        last.append("")
      }
      // A line that the next letters would have fitted into ended where it was meant to.
      let isShort =
        widths.indices.contains(index) && DisplayWidth.of(last[index]) + 4 <= widths[index]
      if Self.isOther(cell, below: cells[index], isShort: isShort) {
        cells[index].append(CellText.lineBreak)
      }
      cells[index] += cell
      last[index] = cell
    }
  }

  /// `320人` below `R5.10.1`, 参加者数 below 期日, and one body below another: another thing, and not the rest
  /// of the cell.
  private static func isOther(_ cell: String, below above: String, isShort: Bool) -> Bool {
    guard let first = cell.first, let last = above.last, above.utf8.count <= 200 else {
      return false
    }
    if first.isNumber { return last.isNumber && "人名".contains(cell.last ?? " ") }
    // 参加者 320人 below 6月4日（日）
    if "人名".contains(cell.last ?? " "), "日月）)".contains(last), cell.contains(where: \.isNumber) {
      return true
    }
    let line = above.split { "、\u{2028}".contains($0) }.last.map(String.init) ?? above
    // みなと市社会 ends as a body and goes on.
    if isShort || OrganizationList.isIndependent(line), BodyEnding.areTwo(line, beside: cell),
      !cell.hasSuffix("センター")
    {
      return true
    }
    // 湖畔建設 and みどりの会
    if isShort, BodyEnding.begins(cell, below: line) { return true }
    // 環境課 and 道路課, 清掃 and （6月4日）
    let areOffices = [line, cell].allSatisfy { PrintedLine.office($0) != nil }
    let isDay =
      Brackets.trailing(cell).map { $0.before.isEmpty && DayText.matches($0.inside) } ?? false
    if areOffices || isDay { return true }
    return HeadingWords.isListed(cell) && HeadingWords.isListed(above)
      && HeadingWords.meaning(of: cell)?.kind != HeadingWords.meaning(of: above)?.kind
  }
}
