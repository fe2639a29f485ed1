/// How the columns of one page were set: rows that kept their line ends are measured apart from
/// rows that did not.
struct PageWrapping {
  private struct Key: Hashable {
    var column: CollaborationColumns.Column
    var isWrapped: Bool
  }

  private var columns: [Key: Wrapping] = [:]
  private var isWrapped: [Int: Bool] = [:]
  private let vocabulary: Vocabulary

  /// `usual` is how the same columns were set in the whole report, for pages with few cells.
  init(_ rows: [CollaborationRow], usual: PageWrapping?, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let each = rows.map(\.isWrapped)
    let told = each.compactMap(\.self)
    let mostly = told.count { $0 } * 2 > told.count
    for (row, isOwn) in zip(rows, each) { isWrapped[row.line] = isOwn ?? mostly }
    for column in Self.terms {
      for wrapped in [true, false] {
        let cells = rows.filter { isWrapped[$0.line] == wrapped }.map { Self.cell(column, of: $0) }
        let key = Key(column: column, isWrapped: wrapped)
        let own = Wrapping(
          cells, style: column == .dates ? .dates : .terms, isWrapped: wrapped ? true : nil,
          vocabulary: vocabulary)
        columns[key] = Self.better(own, usual?.columns[key])
      }
    }
  }

  /// A cell without the spaces of line ends.
  func text(_ column: CollaborationColumns.Column, of row: CollaborationRow) -> String {
    let cell = Self.cell(column, of: row)
    guard cell.mayHaveSpaces else { return DatePadding.spaces(cell) }
    let key = Key(column: column, isWrapped: isWrapped[row.line] ?? false)
    let wrapping =
      columns[key]
      ?? Wrapping(
        [row[column]], style: .prose, isWrapped: setsProse(row) ? true : nil,
        vocabulary: vocabulary)
    return DatePadding.spaces(wrapping.unwrap(cell))
  }

  /// A page with too few full lines to tell follows the others, if nothing on it is wider.
  private static func better(_ own: Wrapping, _ usual: Wrapping?) -> Wrapping {
    guard let usual, usual.isWrapped, !own.isWrapped, own.width <= usual.width else { return own }
    return usual
  }

  /// The padding of dates is no place where a line could end.
  private static func cell(
    _ column: CollaborationColumns.Column, of row: CollaborationRow
  ) -> String {
    column == .dates ? DatePadding.marks(row[column]) : row[column]
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
