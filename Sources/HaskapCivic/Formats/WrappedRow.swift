/// A row whose cells go on in the lines below it: the column's end wrapped them, and no space was
/// between.
struct WrappedRow {
  private var cells: [String]

  init(_ row: String) {
    cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { cells.joined(separator: "\t") }

  /// - Parameter below: the cells of the next line.
  mutating func goOn(_ below: [String]) {
    for (index, cell) in below.enumerated() where !cell.isEmpty {
      while cells.count <= index { cells.append("") }
      if Self.isOther(cell, below: cells[index]) { cells[index].append(CellText.lineBreak) }
      cells[index] += cell
    }
  }

  /// `320人` below `R5.10.1`, 参加者数 below 期日, and one body below another: another thing, and not the rest
  /// of the cell.
  private static func isOther(_ cell: String, below above: String) -> Bool {
    guard let first = cell.first, let last = above.last, above.utf8.count <= 200 else {
      return false
    }
    if first.isNumber { return last.isNumber && "人名".contains(cell.last ?? " ") }
    let line = above.split { "、\u{2028}".contains($0) }.last.map(String.init) ?? above
    // みなと市社会 ends as a body and goes on.
    if OrganizationList.isIndependent(line), BodyEnding.areTwo(line, beside: cell),
      !cell.hasSuffix("センター")
    {
      return true
    }
    return HeadingWords.isListed(cell) && HeadingWords.isListed(above)
      && HeadingWords.meaning(of: cell)?.kind != HeadingWords.meaning(of: above)?.kind
  }
}
