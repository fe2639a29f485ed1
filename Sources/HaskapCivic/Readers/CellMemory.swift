import HaskapText

/// What the cells of a table were read as, so that one that is printed in many rows is taken apart once.
struct CellMemory {
  private var departments: [String: [String]] = [:]
  private var organizations: [RoledCell: [Record.OrganizationMention]] = [:]
  private var occurrences: [DatedCell: OccurrenceCell] = [:]
  private var people: [String: PeopleCell?] = [:]

  /// Cells of a kind that are kept: those of a table have few kinds or are all different.
  private static let limit = 10_000

  private struct RoledCell: Hashable {
    var text: String
    var role: Record.OrganizationMention.Role
  }

  private struct DatedCell: Hashable {
    var text: String
    var fiscalYear: Int?
    var era: Era?
  }

  mutating func departments(_ cell: String) -> [String] {
    Self.kept(cell, in: &departments) { DepartmentCell.read(cell) }
  }

  mutating func organizations(
    _ cell: String, role: Record.OrganizationMention.Role
  ) -> [Record.OrganizationMention] {
    Self.kept(RoledCell(text: cell, role: role), in: &organizations) {
      OrganizationCell(cell, role: role).mentions
    }
  }

  mutating func occurrences(_ cell: String, fiscalYear: Int?, era: Era?) -> OccurrenceCell {
    Self.kept(DatedCell(text: cell, fiscalYear: fiscalYear, era: era), in: &occurrences) {
      let notation = DateNotation(era: era, fiscalYear: fiscalYear)
      return OccurrenceCell(notation.normalized(cell), fiscalYear: fiscalYear)
    }
  }

  mutating func people(_ cell: String) -> PeopleCell? {
    Self.kept(cell, in: &people) { PeopleCell(cell) }
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
