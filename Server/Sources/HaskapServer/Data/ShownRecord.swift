import HaskapCivic
import HaskapDocuments

/// A record with the lines of its report.
struct ShownRecord: Encodable {
  var id: String
  var entry: CivicEntry
  /// Nil where the report is not at hand, or has changed.
  var printed: [String]?

  var csv: String {
    let cells = entry.record.map { RecordTable.cells(of: $0) } ?? []
    return CSVText.byteOrderMark + CSVText.line(RecordTable.headings) + CSVText.line(cells)
  }
}
