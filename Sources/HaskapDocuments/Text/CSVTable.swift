/// Rows under headings, for spreadsheets. What is nil is an empty cell; lists stand in one cell with
/// a line each.
public struct CSVTable<Row>: Sendable {
  public typealias Column = (name: String, value: @Sendable (Row) -> String?)

  private let columns: [Column]

  public init(_ columns: [Column], and others: [Column] = []) { self.columns = columns + others }

  /// The line of the headings, behind the byte order mark.
  public var heading: String { CSVText.byteOrderMark + CSVText.line(columns.map(\.name)) }

  public func line(of row: Row) -> String { CSVText.line(columns.map { $0.value(row) ?? "" }) }

  /// Calls `write` with the line of the headings and with each row's.
  public func write(_ rows: some Sequence<Row>, to write: (String) -> Void) {
    write(heading)
    for row in rows { write(line(of: row)) }
  }

  /// The whole table.
  public func text(_ rows: some Sequence<Row>) -> String {
    var text = ""
    write(rows) { text += $0 }
    return text
  }

  /// The same table with other headings and values, each value by its column's name.
  public func renamed(
    _ heading: (String) -> String, values: @escaping @Sendable (String, String) -> String
  ) -> CSVTable {
    CSVTable(
      columns.map { column in
        (heading(column.name), { row in column.value(row).map { values(column.name, $0) } })
      })
  }

  /// The same columns for rows that hold such a row.
  public func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> [CSVTable<Outer>.Column] {
    columns.map { column in (column.name, { column.value(inner($0)) }) }
  }
}

extension [String] {
  /// In one cell, a line each; nil when there is nothing.
  package var cell: String? { isEmpty ? nil : joined(separator: "\n") }
}

extension Int {
  package var cell: String { String(self) }
}

extension Bool {
  /// Only what is so is told.
  package var cell: String? { self ? "true" : nil }
}
