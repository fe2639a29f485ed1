extension ReportTable {
  /// With one column of months for those with marks below `4月`, `5月` …: ● below 5月 and 8月 is `5月、8月`.
  func withMarkedMonths() -> Self {
    let months = headings.indices.filter { Self.month(headings[$0]) != nil }
    guard months.count > 1, tellsName, months.allSatisfy(areMarks) else { return self }
    var table = self
    table.headings = headings.indices.compactMap { column in
      column == months[0] ? "実施月" : months.contains(column) ? nil : headings[column]
    }
    for row in rows.indices {
      let cells = rows[row].cells
      let told = months.filter { FormWords.isTick(cells[safe: $0]) }.compactMap {
        Self.month(headings[$0])
      }
      table.rows[row].cells = cells.indices.compactMap { column in
        column == months[0]
          ? told.joined(separator: "、") : months.contains(column) ? nil : cells[column]
      }
    }
    return table
  }

  /// `4月`, and `実施月 4月` of two rows of headings.
  private static func month(_ heading: String) -> String? {
    guard heading.utf8.count <= 40, heading.hasSuffix("月"),
      let word = heading.split(whereSeparator: \.isWhitespace).last,
      let number = Int(Folding.folded(word.dropLast())), (1...12).contains(number)
    else { return nil }
    return "\(number)月"
  }

  private func areMarks(_ column: Int) -> Bool {
    rows.allSatisfy { $0.cells[safe: column].isEmpty || FormWords.isMark($0.cells[safe: column]) }
  }
}
