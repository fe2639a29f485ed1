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
      table.headings.replaceSubrange(column...column, with: heading.words)
      for row in rows.indices where rows[row].cells.indices.contains(column) {
        let cell = rows[row].cells[column]
        let blank = [cell] + Array(repeating: "", count: heading.words.count - 1)
        table.rows[row].cells.replaceSubrange(
          column...column, with: Self.parts(cell, heading) ?? blank)
      }
    }
    return table
  }

  private struct Stacked {
    var words: [String]
    var isInBrackets = false
    /// What parts them where they stand in one line.
    var mark: Character?
  }

  /// Nil for a heading of one thing, wherever it is broken.
  private static func stacked(_ heading: String) -> Stacked? {
    guard let two = lines(heading, count: 2) else { return joint(heading) }
    let inside = unbracketed(two[1])
    let joint = ["及び", "および", "・", "と", "/", "／"].first { two[1].hasPrefix($0) }
    let areListed = two.allSatisfy(HeadingWords.isListed)
    let lower = inside ?? joint.map { String(two[1].dropFirst($0.count)) } ?? two[1]
    guard let kind = HeadingWords.meaning(of: two[0])?.kind,
      let own = HeadingWords.meaning(of: lower)?.kind,
      inside != nil || joint != nil || areListed && own != kind
    else { return nil }
    return Stacked(words: [two[0], lower], isInBrackets: inside != nil)
  }

  private static let joints = Signs("/／・（(）)")

  /// `事業名／実施日`, `団体名（代表者）`, `団体名・内容・実績`: things of other kinds, printed in one line.
  private static func joint(_ heading: String) -> Stacked? {
    let isAnd = heading.contains("及び")
    guard isAnd || heading.has(joints) else { return nil }
    let words = (isAnd ? heading.replacing("及び", with: "・") : heading)
      .split { "/／・（(）)".contains($0) }.map { Trimming.spaces($0) }
    guard (2...4).contains(words.count) else { return nil }
    let kinds = words.compactMap { HeadingWords.meaning(of: $0)?.kind }
    guard kinds.count == words.count, Set(kinds).count == kinds.count else { return nil }
    let sign = heading.first { "/／（(".contains($0) }
    let mark: Character? = sign.map { "/／".contains($0) ? "/" : "(" } ?? (isAnd ? "(" : nil)
    // 団体名（人数） tells how many belong to it.
    if mark == "(", ["人数", "名", "人"].contains(words[1]), kinds[0].namesOrganizations {
      return Stacked(words: [words[0], "構成人数"], mark: mark)
    }
    // 対象（人数） tells who was meant to come.
    if mark != nil, kinds[0] == .classification { return Stacked(words: words) }
    return Stacked(words: words, mark: words.count > 2 ? "/" : mark)
  }

  private func areStacked(_ column: Int, _ heading: Stacked) -> Bool {
    let cells = rows.map { $0.cells[safe: column] }.filter { !$0.isEmpty }
    let stacked = cells.count { Self.parts($0, heading) != nil }
    return stacked > 0 && stacked * 2 >= cells.count
  }

  private static func parts(_ cell: String, _ heading: Stacked) -> [String]? {
    let count = heading.words.count
    guard let parts = lines(cell, count: count) else {
      return heading.mark.flatMap { line(cell, $0, count: count) }
    }
    guard count == 2 else { return parts }
    let inside = unbracketed(parts[1])
    if heading.isInBrackets { return inside.map { [parts[0], $0] } }
    return [parts[0], inside ?? parts[1]]
  }

  /// `堀川の会／堀川の清掃`, `堀川の清掃（堀川の会）`; the slash of 5/3 parts nothing.
  private static func line(_ cell: String, _ mark: Character, count: Int) -> [String]? {
    if mark == "(" {
      guard let (before, inside) = Brackets.trailing(cell), !before.isEmpty, !inside.isEmpty else {
        return nil
      }
      return [Trimming.spaces(before), Trimming.spaces(inside)]
    }
    var parts = [""]
    for index in cell.indices {
      let (before, after) = (cell[..<index].last, cell[index...].dropFirst().first)
      let isSlash =
        "/／".contains(cell[index]) && before != nil && after != nil
        && !(before?.isNumber == true && after?.isNumber == true)
      if isSlash { parts.append("") } else { parts[parts.count - 1].append(cell[index]) }
    }
    return parts.count == count ? parts.map { Trimming.spaces($0) } : nil
  }

  /// The lines of a cell; nil where there are fewer or more.
  private static func lines(_ cell: String, count: Int) -> [String]? {
    guard cell.mayHaveSpaces else { return nil }
    let lines = cell.unicodeScalars.split(separator: "\u{2028}").map {
      Trimming.spaces(Substring($0))
    }
    .filter { !$0.isEmpty }
    return lines.count == count ? lines : nil
  }

  private static func unbracketed(_ line: String) -> String? {
    guard let (before, inside) = Brackets.trailing(line) ?? Brackets.cornered(line),
      before.isEmpty, !inside.isEmpty
    else { return nil }
    return inside
  }
}
