/// Rows under headings, for spreadsheets. What is nil is an empty cell; lists stand in one cell with
/// a line each.
struct CSVTable<Row>: Sendable {
  typealias Column = (name: String, value: @Sendable (Row) -> String?)

  let columns: [Column]

  init(_ columns: [Column], and others: [Column] = []) { self.columns = columns + others }

  func write(_ rows: some Sequence<Row>, to output: Output) {
    output.write(CSVText.byteOrderMark + CSVText.line(columns.map(\.name)))
    for row in rows { output.write(CSVText.line(columns.map { $0.value(row) ?? "" })) }
  }

  /// The same columns for rows that hold such a row.
  func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> [CSVTable<Outer>.Column] {
    columns.map { column in (column.name, { column.value(inner($0)) }) }
  }
}

extension [String] {
  /// In one cell, a line each; nil when there is nothing.
  var cell: String? { isEmpty ? nil : joined(separator: "\n") }
}

extension Int {
  var cell: String { String(self) }
}
