internal import HaskapDocuments

/// Reads records that were written as a table, as `RecordTable` writes them, whatever has become of
/// the order of its columns.
enum RecordTableReader {
  /// Nil where the first line is not that of such a table.
  static func read(_ text: ReportText) -> Reading? {
    guard let top = text.lines.first(where: { !$0.isBlank }) else { return nil }
    let headings = cells(top)
    let names = headings.map { TableWords.name(ofHeading: $0) }
    guard RecordTable.telling.isSubset(of: names.compactMap(\.self)) else { return nil }
    var reading = Reading(layout: .table)
    var isHeading = true
    for (index, line) in text.lines.enumerated() where !line.isBlank {
      reading.lines += 1
      if !isHeading {
        read(line, at: index + 1, below: headings, names, of: text, into: &reading)
      }
      isHeading = false
    }
    reading.layout = reading.records.lazy.map(\.layout).first { $0 != .paragraphs } ?? .table
    return reading
  }

  private static func read(
    _ line: String, at number: Int, below headings: [String], _ names: [String?],
    of text: ReportText, into reading: inout Reading
  ) {
    let cells = cells(line)
    var record = Record(document: text.document, layout: .table, line: number, name: "")
    var unread: [Int] = []
    for column in RecordTable.columns {
      guard let place = names.firstIndex(of: column.name), place < cells.count,
        !cells[place].isEmpty
      else { continue }
      if !column.read(&record, cells[place]) { unread.append(place) }
    }
    // A column that somebody has added belongs to the row all the same.
    let known = Set(RecordTable.columns.map(\.name))
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      let isKnown = place < names.count && names[place].map(known.contains) == true
      if isKnown { continue }
      record.rest.append(place < headings.count ? "\(headings[place])：\(cell)" : cell)
    }
    reading.records.append(record)
    reading.rows += 1
    reading.rowsPartlyRead += unread.isEmpty ? 0 : 1
    reading.warnings += unread.map {
      .init(
        file: text.file, line: number,
        message: "\(headings[$0])「\(cells[$0])」を読み取れませんでした")
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
      CSVText.unguarded(String(cell.map { $0 == CellText.lineBreak ? "\n" : $0 }))
    }
  }
}
