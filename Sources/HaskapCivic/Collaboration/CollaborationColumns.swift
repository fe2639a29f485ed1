/// What each column of a table holds, as its heading says.
struct CollaborationColumns: Hashable, Sendable {
  enum Column: Hashable, Sendable {
    case number, name, implementation, purpose, organizations, hosts, dates, participants, effect
    case department
    case other(String)
  }

  let columns: [Column]

  static let activities = Self(
    columns: [.number, .name, .implementation, .purpose, .organizations, .dates, .effect])
  static let sponsorships = Self(columns: [.number, .name, .hosts, .department])

  private init(columns: [Column]) {
    self.columns = columns
  }

  /// Nil where the cells are no headings of such a report: a name, and who did it or when.
  init?(heading cells: [String]) {
    guard cells.count >= 3, cells.allSatisfy({ $0.utf8.count < 120 }) else { return nil }
    var columns = cells.map { Self.column(Folding.folded($0.withoutSpaces)) }
    if cells.first?.isEmpty == true { columns[0] = .number }
    let known = columns.count { if case .other = $0 { false } else { true } }
    let tellsWho = columns.contains { [.organizations, .hosts, .dates].contains($0) }
    guard columns.contains(.name), tellsWho, known >= 3 else { return nil }
    self.columns = columns
  }

  /// True of short cells, one with a figure at most: the headings of another table, whose rows are
  /// no records.
  static func looksLikeHeading(_ cells: [String]) -> Bool {
    cells.count >= 3 && cells.allSatisfy { $0.utf8.count < 72 }
      && cells.count { $0.contains(where: \.isWholeNumber) } <= 1
  }

  /// The columns of rows whose heading is lost, told by their cells.
  static func guess(_ cells: [String]) -> Self? {
    guard let first = cells.first, CollaborationRow.number(first) != nil || first.isEmpty else {
      return nil
    }
    if cells.count >= 5, isImplementation(cells[2]) { return activities }
    if cells.count == 4, DepartmentCell.isDepartment(cells[3]) { return sponsorships }
    return nil
  }

  func index(of column: Column) -> Int? { columns.firstIndex(of: column) }

  /// Whether each column is of a known kind, and no two of one.
  var areAllKnown: Bool {
    Set(columns).count == columns.count
      && columns.allSatisfy { if case .other = $0 { false } else { true } }
  }

  /// True of a cell of the column 実施区分.
  static func isImplementation(_ cell: String) -> Bool {
    let text = Folding.folded(cell.withoutSpaces)
    guard text.count < 40 else { return false }
    return ["例年", "毎年", "単年度", "新規", "隔年", "一度", "1回", "未定"].contains { text.hasPrefix($0) }
      || text.hasSuffix("実施") || text.contains("継続実施")
      || (text.first?.isDigit ?? false) && text.contains("年に")
  }

  /// The first of these words that a heading holds tells its column.
  private static let words: [(String, Column)] = [
    ("No", .number), ("NO", .number), ("番号", .number), ("名称", .name), ("事業名", .name),
    ("実施区分", .implementation), ("区分", .implementation), ("主催", .hosts), ("申請者", .hosts),
    ("団体", .organizations), ("年月日", .dates), ("実施日", .dates), ("開催日", .dates), ("日時", .dates),
    ("参加人数", .participants), ("参加者数", .participants), ("効果", .effect), ("反響", .effect),
    ("目的", .purpose), ("内容", .purpose), ("担当", .department), ("所管", .department),
  ]

  private static func column(_ heading: String) -> Column {
    words.first { heading.contains($0.0) }?.1 ?? .other(heading)
  }
}
