/// What each column holds, as the heading of a page says.
///
/// Rows of the usual columns come with shifted cells, and `CouncilRow` finds them by their content;
/// columns that are missing, added or moved can be known by the heading alone.
struct CouncilColumns: Equatable {
  enum Column: Equatable {
    case placement, number, project, department, goal, purpose, effect
    /// The figures of a year, where the heading prints one.
    case figures(year: Int?)
    case other(String)
  }

  /// Empty titles left out.
  let columns: [Column]
  private let cells: [Column?]

  /// The cells of a heading, without white space.
  init(_ titles: [String]) {
    cells = titles.map { $0.isEmpty ? nil : Self.column($0) }
    columns = cells.compactMap(\.self)
  }

  var hasGoals: Bool { columns.contains(.goal) }

  var years: [Int] {
    columns.compactMap { if case .figures(let year?) = $0 { year } else { nil } }
  }

  /// True where the columns are those of every report known, the goal left out at most, this year
  /// before last.
  var areUsual: Bool {
    let isFigures = columns.map { if case .figures = $0 { true } else { false } }
    let others = zip(columns, isFigures).filter { !$0.1 }.map(\.0)
    let order: [Column] = [.placement, .project, .goal, .purpose, .effect]
    return others == order.filter { $0 != .goal || hasGoals }
      && isFigures.suffix(2) == [true, true]
      && isFigures.count { $0 } == 2 && years == years.sorted(by: >)
  }

  /// The cells of a row below their columns; nil where their number or the name's cell differs.
  func placed(_ row: [String]) -> [(column: Column, cell: String)]? {
    guard row.count <= cells.count, let name = cells.firstIndex(of: .project), name < row.count,
      CouncilCells.project(row[name]) != nil || columns.contains(.department)
        || row[...name].allSatisfy(\.isEmpty)
    else { return nil }
    return zip(cells, row).compactMap { column, cell in column.map { ($0, cell) } }
  }

  /// The first of these words that a title holds tells its column.
  private static func column(_ title: String) -> Column {
    if title.contains("実績"), !title.contains("内容") {
      return .figures(year: PrintedYear.year(in: title))
    }
    let words: [(String, Column)] = [
      ("拠点", .placement), ("サービス区分", .placement), ("事業名", .project), ("担当", .department),
      ("No", .number), ("番号", .number), ("計画", .goal), ("目標", .goal),
      ("実施事項", .purpose), ("事業内容", .purpose), ("目的", .purpose), ("実績内容", .effect),
      ("実施内容", .effect),
    ]
    return words.first { title.contains($0.0) }?.1 ?? .other(title)
  }
}
