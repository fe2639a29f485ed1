/// Labels and values in cells of their own.
extension SheetLabel {
  /// `9月3日 参加者 40人 主催 朝の会`: a day before labels with their values.
  static func dated(_ cells: [String]) -> [Pair]? {
    guard cells.count > 2, !cells.count.isMultiple(of: 2), DayText.matches(cells[0]),
      meaning(cells[1]) != nil
    else { return nil }
    return alternating(Array(cells.dropFirst())).map { [("期日", .date, [cells[0]])] + $0 }
  }

  /// `主催：案内所の会`, `会場／駅`: a label and its value in each of several cells, a number before them or not.
  static func colons(_ cells: [String]) -> [Pair]? {
    // Nearly all rows end here.
    let last = cells.last { !$0.isEmpty } ?? ""
    guard last.unicodeScalars.contains(where: { ":：】］〕／".unicodeScalars.contains($0) }) else {
      return nil
    }
    let all = cells.filter { !$0.isEmpty }
    let filled = all.first.map(isNumber) == true ? all.dropFirst() : all[...]
    let pairs = filled.compactMap { labeled($0) ?? slashedPair($0) }
    return pairs.count > 1 && pairs.count == filled.count ? pairs : nil
  }

  private static func slashedPair(_ cell: String) -> Pair? {
    guard cell.contains("／"), let parts = slashed(cell), let kind = meaning(parts[0]) else {
      return nil
    }
    return (parts[0], kind, [parts[1]])
  }

  /// `No.1`, `(2)`, `③`.
  private static func isNumber(_ cell: String) -> Bool {
    cell.utf8.count <= 12 && PrintedLine.ordinal(cell + "\u{3000}-") != nil
  }

  /// `団体名 清流の会 担当課 環境課`, blank cells between or not, and `相手方 団体名 清流の会`: several labels
  /// with what follows each, or one below a merged cell.
  static func alternating(_ cells: [String]) -> [Pair]? {
    if let pairs = byPlace(cells.filter { !$0.isEmpty }) { return pairs }
    var pairs: [Pair] = []
    for cell in cells where !cell.isEmpty {
      let last = pairs.indices.last { pairs[$0].values == [""] && $0 == pairs.count - 1 }
      // 文化プロジェクト委員会 behind 主催者 is no label.
      let isBody = last.map { pairs[$0].kind.namesOrganizations } ?? false && BodyEnding.ends(cell)
      let kind = isBody && !HeadingWords.isListed(withoutMarks(cell)) ? nil : meaning(cell)
      if let kind {
        pairs.append((cell, kind, [""]))
      } else if let last {
        pairs[last].values = [withoutColon(cell)]
      } else {
        return nil
      }
    }
    let valued = pairs.count { $0.values != [""] }
    let isSheet = pairs.count > 1 || cells.first?.isEmpty == true
    return isSheet && valued > 0 && valued * 2 >= pairs.count ? pairs : nil
  }

  /// `協働の形態 共催` in a sheet, others beside it or not: what class a project is of may be a word of headings
  /// itself.
  static func pairOfClass(_ line: TableGrid.Line) -> [Pair]? {
    let cells = line.filled.map { line.cells[$0] }
    guard cells.count > 1, cells.count.isMultiple(of: 2), line.filled[0] == 0,
      meaning(cells[0]) == .classification
    else { return nil }
    return stride(from: 0, to: cells.count, by: 2).map { index in
      (cells[index], meaning(cells[index]) ?? .other, [cells[index + 1]])
    }
  }
}
