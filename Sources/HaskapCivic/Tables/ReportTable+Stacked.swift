extension ReportTable {
  /// With two columns for each in which two things stand one below the other, as its heading says in
  /// two lines or in one (`実施団体／代表者`):
  ///
  ///     実施団体       中央自治会
  ///     （代表者）     （田中次郎）
  ///
  /// Brackets and slashes of a heading in one line part cells in one line too.
  func unstacked() -> Self {
    var table = self
    for column in headings.indices.reversed() {
      guard let heading = Self.stacked(headings[column]), areStacked(column, heading) else {
        continue
      }
      table.headings.replaceSubrange(column...column, with: [heading.upper, heading.lower])
      for row in rows.indices where rows[row].cells.indices.contains(column) {
        let cell = rows[row].cells[column]
        let parts = Self.parts(cell, heading)
        table.rows[row].cells.replaceSubrange(
          column...column, with: [parts?.upper ?? cell, parts?.lower ?? ""])
      }
    }
    return table
  }

  private struct Stacked {
    var upper: String
    var lower: String
    var isInBrackets: Bool
    /// What parts the two where they stand in one line.
    var mark: Character?
  }

  /// Nil for a heading of one thing, wherever it is broken.
  private static func stacked(_ heading: String) -> Stacked? {
    guard let (upper, lower) = lines(heading) else { return joint(heading) }
    let inside = unbracketed(lower)
    let joint = ["及び", "および", "・", "と", "/", "／"].first { lower.hasPrefix($0) }
    guard let word = inside ?? joint.map({ String(lower.dropFirst($0.count)) }),
      HeadingWords.meaning(of: upper) != nil, HeadingWords.meaning(of: word) != nil
    else { return nil }
    return Stacked(upper: upper, lower: word, isInBrackets: inside != nil)
  }

  /// `事業名／実施日`, `団体名（代表者）`: two things of two kinds, printed in one line.
  private static func joint(_ heading: String) -> Stacked? {
    let isAnd = heading.contains("及び")
    let words = (isAnd ? heading.replacing("及び", with: "・") : heading)
      .split { "/／・（(）)".contains($0) }.map { Trimming.spaces($0) }
    guard words.count == 2, let upper = HeadingWords.meaning(of: words[0]),
      let lower = HeadingWords.meaning(of: words[1]), upper.kind != lower.kind
    else { return nil }
    let sign = heading.first { "/／（(".contains($0) }
    let mark = sign.map { "/／".contains($0) ? "/" : "(" } ?? (isAnd ? "(" : nil)
    // 対象（人数） tells who was meant to come.
    let isOne = mark == nil || upper.kind == .classification
    return Stacked(
      upper: words[0], lower: words[1], isInBrackets: false, mark: isOne ? nil : mark?.first)
  }

  private func areStacked(_ column: Int, _ heading: Stacked) -> Bool {
    let cells = rows.map { $0.cells[safe: column] }.filter { !$0.isEmpty }
    let stacked = cells.count { Self.parts($0, heading) != nil }
    return stacked > 0 && stacked * 2 >= cells.count
  }

  private static func parts(_ cell: String, _ heading: Stacked) -> (upper: String, lower: String)? {
    guard let (upper, lower) = lines(cell) else { return heading.mark.flatMap { line(cell, $0) } }
    let inside = unbracketed(lower)
    return heading.isInBrackets ? inside.map { (upper, $0) } : (upper, inside ?? lower)
  }

  /// `堀川の会／堀川の清掃`, `堀川の清掃（堀川の会）`; the slash of 5/3 parts nothing.
  private static func line(_ cell: String, _ mark: Character) -> (upper: String, lower: String)? {
    if mark == "(" {
      guard let (before, inside) = Brackets.trailing(cell), !before.isEmpty, !inside.isEmpty else {
        return nil
      }
      return (Trimming.spaces(before), Trimming.spaces(inside))
    }
    let slashes = cell.indices.filter { index in
      "/／".contains(cell[index]) && index > cell.startIndex
        && cell.index(after: index) < cell.endIndex
        && !(cell[cell.index(before: index)].isNumber && cell[cell.index(after: index)].isNumber)
    }
    guard slashes.count == 1 else { return nil }
    return (
      Trimming.spaces(cell[..<slashes[0]]), Trimming.spaces(cell[cell.index(after: slashes[0])...])
    )
  }

  /// The two lines of a cell; nil where there are fewer or more.
  private static func lines(_ cell: String) -> (upper: String, lower: String)? {
    let lines = cell.split(separator: DelimitedText.cellBreak).map { Trimming.spaces($0) }
      .filter { !$0.isEmpty }
    return lines.count == 2 ? (lines[0], lines[1]) : nil
  }

  private static func unbracketed(_ line: String) -> String? {
    guard let (before, inside) = Brackets.trailing(line), before.isEmpty, !inside.isEmpty else {
      return nil
    }
    return inside
  }
}
