/// The rows of a table as records need them: without sums, with what merged cells and `〃` repeat, and
/// with the rest of broken cells in the row that they broke from.
struct TableRows {
  private(set) var rows: [ReportTable.Row] = []
  /// How many of the table's rows are sums, and go on with a row above.
  private(set) var sums = 0
  /// Other lines that stand with rows.
  var notes: Int { rows.reduce(rows.isEmpty ? early.count : 0) { $0 + $1.notes.count } - sums }
  private(set) var continuations = 0
  /// Notes of a table before its first row.
  private var early: [String] = []
  /// The row, if any, from which on long cells that hold for several rows stay in the first.
  private(set) var firstUncopied: ReportTable.Row?
  /// How many bytes of long cells may still be copied; short ones are no burden.
  private var room = 8 << 20
  private static let shortCell = 64
  private let columns: TableColumns
  private let isList: Bool
  /// The columns of departments that say the same row after row where cells could be merged: a blank cell of
  /// theirs tells nothing.
  private let repeated: Set<Int>

  init(_ table: ReportTable, columns: TableColumns) {
    self.columns = columns
    isList = table.isList
    repeated = Set(columns.columns(.department).filter { Self.isRepeated($0, table.rows) })
    for row in table.rows { take(row) }
    if !early.isEmpty, !rows.isEmpty { rows[0].notes = early + rows[0].notes }
  }

  private mutating func take(_ row: ReportTable.Row) {
    if isSum(row) {
      sums += 1
      note(Self.text(row), row.notes)
    } else if isBroken(row), let last = rows.indices.last {
      continuations += 1
      append(row, to: last)
    } else {
      let row = inherited(row)
      rows.append(row)
    }
  }

  private mutating func note(_ text: String, _ notes: [String]) {
    guard let last = rows.indices.last else {
      early += [text] + notes
      return
    }
    rows[last].notes += [text] + notes
  }

  static func text(_ row: ReportTable.Row) -> String {
    row.cells.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Sums

  /// `合計`, `小　計`, `計 5件`, `環境課 計`: a sum stands where the name or a cell before it does, and the row tells nothing of
  /// who or when.
  private func isSum(_ row: ReportTable.Row) -> Bool {
    guard let name = columns.name,
      row.cells.contains(where: SumWord.mayMatch) || Self.isSumWord(row.cells[safe: name]),
      !tellsWho(row, name)
    else { return false }
    // A sum may begin behind the name, right before its figure.
    let filled = row.cells.filter { !$0.isEmpty }
    if let first = filled.first, SumWord.matches(first), filled.count <= 3 { return true }
    if row.cells[safe: name].isEmpty || Self.isSumWord(row.cells[safe: name]),
      Self.areSums(filled)
    {
      return true
    }
    let cells = row.cells.prefix(name + 1).filter { !$0.isEmpty }
    guard let cell = cells.first(where: SumWord.matches) else { return false }
    return cells.count == 1 || SumWord.matches(row.cells[safe: name])
      || row.cells[safe: name].isEmpty
      || cell == cells.first
  }

  /// What groups rows stands left of their names: a body or an office at the right, or beside a number of
  /// the row's own, is that of a project, whatever its name.
  private func tellsWho(_ row: ReportTable.Row, _ name: Int) -> Bool {
    let number = columns.number.flatMap { CollaborationRow.number(row.cells[safe: $0]) }
    return (columns.organizations + columns.columns(.department)).contains { column in
      let cell = row.cells[safe: column]
      return (column > name || number != nil) && cell.contains(where: \.isLetter)
        && !Folding.folded(cell).contains(where: \.isDigit) && !SumWord.matches(cell)
    }
  }

  /// `258名` and `合計`, in whatever order, and nothing else.
  private static func areSums(_ cells: [String]) -> Bool {
    cells.contains(where: isSumWord)
      && cells.allSatisfy { isSumWord($0) || $0.utf8.count <= 40 && $0.contains(where: \.isNumber) }
  }

  /// `合計`, and `延べ参加者数` where names stand.
  private static func isSumWord(_ cell: String) -> Bool {
    SumWord.matches(cell)
      || ["延", "のべ", "総", "全"].contains(where: cell.hasPrefix)
        && HeadingWords.meaning(of: cell)?.kind == .participants
  }

  /// True where the first words of a row are a sum's.
  static func beginsAsSum(_ row: ReportTable.Row) -> Bool {
    row.cells.filter { !$0.isEmpty }.prefix(2).contains(where: SumWord.matches)
  }

  // MARK: Broken rows

  /// A row without the number that all others have, or without a name, and with too little to be a row
  /// of its own.
  private func isBroken(_ row: ReportTable.Row) -> Bool {
    guard let name = columns.name, !rows.isEmpty else { return false }
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    let told = filled.filter { !CellText.isDitto(row.cells[$0]) }
    if told.isEmpty { return true }
    if endsPeriod(row, told) { return true }
    if isOwnBelowMerged(row, told) { return false }
    if let number = columns.number {
      guard row.cells[safe: number].isEmpty else { return false }
      let tellsMore = told.contains { columns.kinds[safe: $0].tellsWhenOrHowMany }
      return row.cells[safe: name].isEmpty || !tellsMore && told.count * 2 <= columns.headings.count
    }
    return row.cells[safe: name].isEmpty
      && !told.contains { $0 < name && !columns.kinds[safe: $0].isProse }
  }

  /// A body with a figure of its own below another's: name and number of the row above hold for it too.
  private func isOwnBelowMerged(_ row: ReportTable.Row, _ told: [Int]) -> Bool {
    guard let above = rows.last else { return false }
    func isBesideAbove(_ column: Int) -> Bool { !above.cells[safe: column].isEmpty }
    return told.contains { columns.kinds[safe: $0].namesOrganizations && isBesideAbove($0) }
      && told.contains { column in
        columns.kinds[safe: column].tellsWhenOrHowMany && isBesideAbove(column)
          && row.cells[column].contains(where: \.isNumber)
      }
  }

  /// `令和5年3月31日` below `令和4年4月1日～`, or `～4月14日` below `4月10日`, is the end of the period, and the
  /// row of it no row of its own.
  private func endsPeriod(_ row: ReportTable.Row, _ told: [Int]) -> Bool {
    guard let above = rows.last, columns.number.map({ row.cells[safe: $0].isEmpty }) ?? true else {
      return false
    }
    let isOpen = columns.dates.contains { column in
      let (begin, end) = (above.cells[safe: column], row.cells[safe: column])
      let isOpen = ["～", "〜", "~", "から"].contains(where: begin.hasSuffix)
      let closes =
        columns.number != nil && !begin.isEmpty && ["～", "〜", "~"].contains(where: end.hasPrefix)
      return (isOpen || closes) && ColumnContents.isDate(end)
    }
    return isOpen && told.count < above.cells.count { !$0.isEmpty }
  }

  private mutating func append(_ row: ReportTable.Row, to last: Int) {
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !CellText.isDitto(cell) {
      while rows[last].cells.count <= column { rows[last].cells.append("") }
      let above = rows[last].cells[column]
      rows[last].cells[column] =
        above.isEmpty ? cell : above + String(CellText.lineBreak) + cell
    }
    rows[last].notes += row.notes
  }

  // MARK: Merged cells

  private mutating func inherited(_ row: ReportTable.Row) -> ReportTable.Row {
    guard let above = rows.last, !isList else { return row }
    let printed = row
    var row = row
    let sameGroup = row.group == above.group
    var isLeading = true
    for column in columns.headings.indices {
      let cell = row.cells[safe: column]
      if column == columns.number { continue }
      if CellText.isDitto(cell) {
        row.cells[column] = copied(above.cells[safe: column], into: printed)
      } else if cell.isEmpty, sameGroup, repeats(column, isLeading: isLeading, in: printed),
        column != columns.name || !isNumbered(printed, unlike: above)
      {
        while row.cells.count <= column { row.cells.append("") }
        row.cells[column] = copied(above.cells[safe: column], into: printed)
        row.inherited.append(column)
      } else if !cell.isEmpty {
        isLeading = false
      }
    }
    return row
  }

  /// A row with a number of its own is another project: its name is missing, and not that of the row above.
  private func isNumbered(_ row: ReportTable.Row, unlike above: ReportTable.Row) -> Bool {
    guard let column = columns.number, let own = CollaborationRow.number(row.cells[safe: column]),
      let number = CollaborationRow.number(above.cells[safe: column])
    else { return false }
    return own != number
  }

  private mutating func copied(_ cell: String, into row: ReportTable.Row) -> String {
    let length = max(0, cell.utf8.count - Self.shortCell)
    guard length <= room else {
      firstUncopied = firstUncopied ?? row
      return ""
    }
    room -= length
    return cell
  }

  /// Where more cells say what the one above says than are blank below one, none is merged with the one above.
  private static func isRepeated(_ column: Int, _ rows: [ReportTable.Row]) -> Bool {
    let pairs = zip(rows, rows.dropFirst()).map { ($0.cells[safe: column], $1.cells[safe: column]) }
    let same = pairs.count { !$0.isEmpty && $0 == $1 }
    return same > 0 && same >= pairs.count { !$0.isEmpty && $1.isEmpty }
  }

  /// Merged cells come out blank below their first row: those that lead the rows, and departments, which
  /// every row has.
  private func repeats(_ column: Int, isLeading: Bool, in row: ReportTable.Row) -> Bool {
    let kind = columns.kinds[column]
    if kind == .department {
      if repeated.contains(column) { return false }
      // 関係課 may have none.
      return column == columns.columns(.department).first
        || columns.columns(.department).allSatisfy { row.cells[safe: $0].isEmpty }
    }
    guard isLeading, let name = columns.name, column <= name else { return false }
    return ![.code, .participants, .remarks, .money, .count, .contact].contains(kind)
  }
}

extension HeadingKind {
  /// Of a row of its own these tell something.
  fileprivate var tellsWhenOrHowMany: Bool {
    [.date, .start, .end, .participants, .money].contains(self)
  }

  fileprivate var isProse: Bool { [.purpose, .effect, .remarks].contains(self) }
}

extension [String] {
  /// The cell of a column, empty where the row is too short.
  subscript(safe index: Int) -> String { indices.contains(index) ? self[index] : "" }
}

extension [HeadingKind] {
  subscript(safe index: Int) -> HeadingKind { indices.contains(index) ? self[index] : .other }
}
