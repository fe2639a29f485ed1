/// A column of the table of records: what it writes of a record it reads again.
struct RecordColumn: Sendable {
  typealias Path<Value> = any WritableKeyPath<Record, Value> & Sendable

  let name: String
  /// The cell; nil where the record has nothing there.
  let write: @Sendable (Record, TableWords) -> String?
  /// Sets what a cell that is not empty says; false where it cannot be understood.
  let read: @Sendable (inout Record, String) -> Bool
}

extension RecordColumn {
  static func text(_ name: String, _ path: Path<String?>) -> Self {
    Self(name: name) { record, _ in
      record[keyPath: path].map { CellEscape.escaped($0) }
    } read: { record, cell in
      record[keyPath: path] = CellEscape.text(cell)
      return true
    }
  }

  /// A text that no record lacks: an empty cell is an empty text.
  static func needed(_ name: String, _ path: Path<String>) -> Self {
    Self(name: name) { record, _ in
      CellEscape.escaped(record[keyPath: path])
    } read: { record, cell in
      record[keyPath: path] = CellEscape.text(cell)
      return true
    }
  }

  static func number(_ name: String, _ path: Path<Int?>) -> Self {
    Self(name: name) { record, _ in
      record[keyPath: path].map(String.init)
    } read: { record, cell in
      record[keyPath: path] = Int(cell)
      return record[keyPath: path] != nil
    }
  }

  /// Texts, a line each.
  static func list(_ name: String, _ path: Path<[String]>) -> Self {
    Self(name: name) { record, _ in
      lines(record[keyPath: path].map { CellEscape.escaped($0, isItem: true) })
    } read: { record, cell in
      record[keyPath: path] = cell.split(separator: "\n", omittingEmptySubsequences: false)
        .map(CellEscape.text)
      return true
    }
  }

  /// Things of several fields, a line each, with bars between their fields.
  static func items<Item: CellItem>(_ name: String, _ path: Path<[Item]>) -> Self {
    Self(name: name) { record, words in
      lines(record[keyPath: path].map { CellFields.line($0.fields(in: words)) })
    } read: { record, cell in
      let lines = cell.split(separator: "\n", omittingEmptySubsequences: false)
      let items = lines.map { Item(CellFields(line: $0)) }
      record[keyPath: path] = items.compactMap(\.self)
      return !items.contains { $0 == nil }
    }
  }

  private static func lines(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
