extension ReportTable {
  /// With columns for the bodies and the offices that stand together in brackets behind names:
  ///
  ///     河川清掃（清流の会／環境課）
  func unbracketed() -> Self {
    let kinds = headings.map { HeadingWords.meaning(of: $0)?.kind }
    guard let name = kinds.firstIndex(of: .name), !kinds.contains(.department),
      !kinds.contains(where: { $0?.namesOrganizations ?? false })
    else { return self }
    let parted = rows.map { Self.parted($0.cells[safe: name]) }
    guard parted.count(where: { $0 != nil }) * 2 > rows.count else { return self }
    var table = self
    table.headings.insert(contentsOf: ["団体名", "担当課"], at: name + 1)
    for (row, parts) in parted.enumerated() where rows[row].cells.indices.contains(name) {
      table.rows[row].cells[name] = parts?.name ?? rows[row].cells[name]
      table.rows[row].cells.insert(
        contentsOf: [parts?.bodies ?? "", parts?.offices ?? ""], at: name + 1)
    }
    return table
  }

  /// A name, and the bodies and offices in brackets behind it; nil where they are not both.
  static func parted(_ name: String) -> (name: String, bodies: String, offices: String)? {
    guard let (before, inside) = Brackets.trailing(name) ?? Brackets.cornered(name), !before.isBlank
    else { return nil }
    let parts = inside.split { "／/、，｜|".contains($0) || $0.isWhitespace }.map(String.init)
    let offices = parts.filter { PrintedLine.office($0) != nil }
    let bodies = parts.filter { PrintedLine.office($0) == nil }
    guard !offices.isEmpty, !bodies.isEmpty,
      bodies.allSatisfy({ $0.count > 2 && !$0.contains(where: \.isDigit) })
    else { return nil }
    return (
      Trimming.spaces(before), bodies.joined(separator: "、"), offices.joined(separator: "、")
    )
  }
}
