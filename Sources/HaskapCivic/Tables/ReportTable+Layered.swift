/// What stands below the names in their column, as the heading says.
extension ReportTable {
  /// With a column of its own for the lower cells of another: `事業名（下段：団体名）` above
  ///
  ///     1    川の学校       環境課
  ///          川を愛する会
  func unlayered() -> Self {
    guard let column = headings.firstIndex(where: { Self.lower($0) != nil }),
      let (upper, lower) = Self.lower(headings[column])
    else { return self }
    var table = self
    table.headings[column] = upper
    table.headings.insert(lower, at: column + 1)
    table.rows = []
    for row in rows {
      let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
      if filled == [column], let last = table.rows.indices.last,
        table.rows[last].cells[column + 1].isEmpty
      {
        table.rows[last].cells[column + 1] = row.cells[column]
        table.rows[last].notes += row.notes
        continue
      }
      var row = row
      while row.cells.count <= column { row.cells.append("") }
      row.cells.insert("", at: column + 1)
      table.rows.append(row)
    }
    return table
  }

  /// `事業名` and `団体名` of `事業名（下段：団体名）`.
  private static func lower(_ heading: String) -> (upper: String, lower: String)? {
    guard heading.contains("下段"), let (before, inside) = Brackets.trailing(heading),
      inside.hasPrefix("下段")
    else { return nil }
    let lower = Trimming.spaces(inside.dropFirst(2).drop { ":：は ".contains($0) })
    guard HeadingWords.meaning(of: lower) != nil, !before.isEmpty else { return nil }
    return (Trimming.spaces(before), lower)
  }
}
