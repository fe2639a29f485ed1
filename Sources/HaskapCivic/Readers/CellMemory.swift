import HaskapText

/// What the cells of a table were read as, so that one that is printed in many rows is taken apart once.
final class CellMemory {
  private var departments = Kept<CellBytes, [String]>()
  private var organizations = Kept<RoledCell, [Record.OrganizationMention]>()
  private var occurrences = Kept<DatedCell, OccurrenceCell>()
  private var people = Kept<CellBytes, PeopleCell?>()
  private var years = Kept<CellBytes, Int?>()
  private var datedYears = Kept<DatedCell, Int?>()

  /// Bodies that the table prints on one line.
  private var bodies: Set<String> = []

  /// Takes the cells of a table that prints some bodies on one line.
  func know(_ bodies: Set<String>) {
    if bodies == self.bodies { return }
    organizations = Kept()
    self.bodies = bodies
  }

  /// Those of a table where cells are printed on several lines.
  static func bodies(_ rows: [ReportTable.Row], columns: TableColumns) -> Set<String> {
    let cells = columns.organizations.flatMap { column in rows.map { $0.cells[safe: column] } }
    let hasLines = cells.contains { $0.contains(CellText.lineBreak) }
    return hasLines ? Set(cells.flatMap(names)) : []
  }

  private static func names(_ cell: String) -> [String] {
    cell.unicodeScalars.split { scalar in
      switch scalar {
      case "\u{2028}", "、", "，", ",": true
      default: false
      }
    }.map { Trimming.spaces(Substring($0)) }
  }

  /// A text that is told from others by its bytes, without a look at what Unicode holds equal.
  private struct CellBytes: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.hasPrefix(right.text)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private struct RoledCell: Hashable {
    var text: CellBytes
    var role: Record.OrganizationMention.Role
  }

  private struct DatedCell: Hashable {
    var text: CellBytes
    var fiscalYear: Int?
    var era: Era?
  }

  func departments(_ cell: String) -> [String] {
    departments.value(CellBytes(text: cell)) { DepartmentCell.read(cell) }
  }

  func organizations(
    _ cell: String, role: Record.OrganizationMention.Role
  ) -> [Record.OrganizationMention] {
    organizations.value(RoledCell(text: CellBytes(text: cell), role: role)) {
      OrganizationCell(cell, role: role, known: bodies).mentions
    }
  }

  func occurrences(_ cell: String, fiscalYear: Int?, era: Era?) -> OccurrenceCell {
    let key = DatedCell(text: CellBytes(text: cell), fiscalYear: fiscalYear, era: era)
    return occurrences.value(key) {
      let notation = DateNotation(era: era, fiscalYear: fiscalYear)
      var read = OccurrenceCell(notation.normalized(cell), fiscalYear: fiscalYear)
      read.openStart(of: cell)
      return read
    }
  }

  /// The fiscal year of the first day that a cell tells by itself.
  func year(ofDate cell: String, era: Era?) -> Int? {
    datedYears.value(DatedCell(text: CellBytes(text: cell), fiscalYear: nil, era: era)) {
      let read = OccurrenceCell(DateNotation(era: era).normalized(cell), fiscalYear: nil)
      return read.occurrences.compactMap { $0.start?.fiscalYear ?? $0.start?.year }.first
    }
  }

  func people(_ cell: String) -> PeopleCell? {
    people.value(CellBytes(text: cell)) { PeopleCell(cell) }
  }

  /// Of a cell below 年度.
  func year(_ cell: String) -> Int? {
    years.value(CellBytes(text: cell)) { TitleYear.year(ofCell: cell, near: nil) }
  }
}

extension CellMemory {
  /// What cells of a kind were read as: those of a table have few kinds or are all different.
  private struct Kept<Key: Hashable, Value> {
    private var values: [Key: Value] = [:]
    /// How often one of them was asked for again.
    private var hits = 0
    /// Whether so few were that no more are kept.
    private var isInVain = false

    private static var limit: Int { 10_000 }

    mutating func value(_ key: Key, _ read: () -> Value) -> Value {
      if isInVain { return read() }
      if let known = values[key] {
        hits += 1
        return known
      }
      let value = read()
      if values.count >= Self.limit {
        isInVain = hits < Self.limit / 4
        (values, hits) = ([:], 0)
      }
      if !isInVain { values[key] = value }
      return value
    }
  }
}
