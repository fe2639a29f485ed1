/// How the columns of one page were set: rows that kept their line ends are measured apart from
/// rows that did not.
struct PageWrapping {
  private struct Key: Hashable {
    var column: String
    var isWrapped: Bool
  }

  private var columns: [Key: Wrapping] = [:]
  private var isWrapped: [Int: Bool] = [:]
  private let vocabulary: Vocabulary

  init(_ rows: [CollaborationRow], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let told = rows.compactMap(\.isWrapped)
    let usual = told.count { $0 } * 2 > told.count
    for row in rows { isWrapped[row.line] = row.isWrapped ?? usual }
    for column in Self.terms {
      for wrapped in [true, false] {
        let cells = rows.filter { isWrapped[$0.line] == wrapped }.map { $0[column] }
        columns[Key(column: "\(column)", isWrapped: wrapped)] = Wrapping(
          cells, style: .terms, isWrapped: wrapped ? true : nil, vocabulary: vocabulary)
      }
    }
  }

  /// A cell without the spaces of line ends.
  func text(_ column: CollaborationColumns.Column, of row: CollaborationRow) -> String {
    let key = Key(column: "\(column)", isWrapped: isWrapped[row.line] ?? false)
    let wrapping =
      columns[key]
      ?? Wrapping(
        [row[column]], style: .prose, isWrapped: setsProse(row) ? true : nil,
        vocabulary: vocabulary)
    return wrapping.unwrap(row[column])
  }

  /// True where the sentences of a row kept their line ends, too: no piece is longer than a line.
  private func setsProse(_ row: CollaborationRow) -> Bool {
    guard isWrapped[row.line] == true else { return false }
    return Wrapping.chunks(Substring(row[.purpose] + " " + row[.effect])).allSatisfy {
      $0.count <= 24
    }
  }

  private static let terms: [CollaborationColumns.Column] = [
    .name, .organizations, .hosts, .dates, .participants,
  ]
}
