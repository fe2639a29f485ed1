/// What a row has too little or too much of, by the other rows of its table.
extension TableColumns {
  /// True of a row with a name and nothing more, where most have three other cells at least.
  func hasOnlyName(_ row: ReportTable.Row) -> Bool {
    guard let name else { return false }
    let told = row.cells.indices.contains { column in
      column != name && column != number && !row.cells[column].isEmpty
        && !row.inherited.contains(column)
    }
    guard !told else { return false }
    let usual = contents.indices.filter { column in
      column != name && column != number && contents[column].filled * 2 > contents[name].filled
    }
    return usual.count > 2
  }

  /// The cells behind the last heading, where few rows have any: a separator too many has parted a cell.
  func cellsBeyond(_ row: ReportTable.Row) -> [String] {
    guard let name, let last = headings.lastIndex(where: { !$0.isEmpty }) else { return [] }
    // Of few rows one is no small part.
    let least = contents[name].filled < 8 ? 2 : 4
    return row.cells.indices.dropFirst(last + 1).filter { column in
      !row.cells[column].isEmpty && contents[column].filled * least <= contents[name].filled
    }.map { row.cells[$0] }
  }
}
