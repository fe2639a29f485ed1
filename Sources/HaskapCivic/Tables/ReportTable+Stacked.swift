extension ReportTable {
  /// With two columns for each in which two things stand one below the other, as its heading says in
  /// two lines or in one (`実施団体／代表者`):
  ///
  ///     実施団体       中央自治会
  ///     （代表者）     （田中次郎）
  func unstacked() -> Self {
    var table = self
    for column in headings.indices.reversed() {
      guard let heading = Self.stacked(headings[column]), areStacked(column, heading) else {
        continue
      }
      table.headings.replaceSubrange(column...column, with: [heading.upper, heading.lower])
      for row in rows.indices where rows[row].cells.indices.contains(column) {
        let cell = rows[row].cells[column]
        let parts = Self.parts(cell, isInBrackets: heading.isInBrackets)
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
    let words = heading.split { "/／・（(）)".contains($0) }.map { Trimming.spaces($0) }
    guard words.count == 2, let upper = HeadingWords.meaning(of: words[0]),
      let lower = HeadingWords.meaning(of: words[1]), upper.kind != lower.kind
    else { return nil }
    return Stacked(upper: words[0], lower: words[1], isInBrackets: false)
  }

  private func areStacked(_ column: Int, _ heading: Stacked) -> Bool {
    let cells = rows.map { $0.cells[safe: column] }.filter { !$0.isEmpty }
    let stacked = cells.count { Self.parts($0, isInBrackets: heading.isInBrackets) != nil }
    return stacked > 0 && stacked * 2 >= cells.count
  }

  private static func parts(_ cell: String, isInBrackets: Bool) -> (upper: String, lower: String)? {
    guard let (upper, lower) = lines(cell) else { return nil }
    let inside = unbracketed(lower)
    return isInBrackets ? inside.map { (upper, $0) } : (upper, inside ?? lower)
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
