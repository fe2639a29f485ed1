import HaskapText

/// What the cells of a table were read as, so that one that is printed in many rows is taken apart once.
struct CellMemory {
  private var departments: [CellBytes: [String]] = [:]
  private var organizations: [RoledCell: [Record.OrganizationMention]] = [:]
  private var occurrences: [DatedCell: OccurrenceCell] = [:]
  private var people: [CellBytes: PeopleCell?] = [:]
  private var years: [CellBytes: Int?] = [:]

  /// Bodies that the table prints on one line.
  private var bodies: Set<String> = []

  /// Takes the cells of a table that prints some bodies on one line.
  mutating func know(_ bodies: Set<String>) {
    if bodies == self.bodies { return }
    organizations = [:]
    self.bodies = bodies
  }

  /// Those of a table where cells are printed on several lines.
  static func bodies(_ rows: [ReportTable.Row], columns: TableColumns) -> Set<String> {
    let cells = columns.organizations.flatMap { column in rows.map { $0.cells[safe: column] } }
    let hasLines = cells.contains { $0.contains(CellText.lineBreak) }
    return hasLines ? Set(cells.flatMap(names)) : []
  }

  private static func names(_ cell: String) -> [String] {
    cell.split { $0 == CellText.lineBreak || "、，,".contains($0) }.map { Trimming.spaces($0) }
  }

  /// Cells of a kind that are kept: those of a table have few kinds or are all different.
  private static let limit = 10_000

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

  mutating func departments(_ cell: String) -> [String] {
    Self.kept(CellBytes(text: cell), in: &departments) { DepartmentCell.read(cell) }
  }

  mutating func organizations(
    _ cell: String, role: Record.OrganizationMention.Role
  ) -> [Record.OrganizationMention] {
    Self.kept(RoledCell(text: CellBytes(text: cell), role: role), in: &organizations) {
      OrganizationCell(cell, role: role, known: bodies).mentions
    }
  }

  mutating func occurrences(_ cell: String, fiscalYear: Int?, era: Era?) -> OccurrenceCell {
    let key = DatedCell(text: CellBytes(text: cell), fiscalYear: fiscalYear, era: era)
    return Self.kept(key, in: &occurrences) {
      let notation = DateNotation(era: era, fiscalYear: fiscalYear)
      var read = OccurrenceCell(notation.normalized(cell), fiscalYear: fiscalYear)
      read.openStart(of: cell)
      return read
    }
  }

  mutating func people(_ cell: String) -> PeopleCell? {
    Self.kept(CellBytes(text: cell), in: &people) { PeopleCell(cell) }
  }

  /// Of a cell below 年度.
  mutating func year(_ cell: String) -> Int? {
    Self.kept(CellBytes(text: cell), in: &years) { TitleYear.year(ofCell: cell, near: nil) }
  }

  private static func kept<Key: Hashable, Value>(
    _ key: Key, in memory: inout [Key: Value], _ read: () -> Value
  ) -> Value {
    if let known = memory[key] { return known }
    let value = read()
    if memory.count >= limit { memory = [:] }
    memory[key] = value
    return value
  }
}
