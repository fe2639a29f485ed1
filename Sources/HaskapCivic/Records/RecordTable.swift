internal import HaskapText

/// Records as rows of a table, for spreadsheets: one row a record, lists in one cell with a line each.
public enum RecordTable {
  /// A column: its heading, and what stands in it.
  private static let columns: [(name: String, value: @Sendable (Record) -> String?)] = [
    ("id", { $0.id }),
    ("document", { $0.document }),
    ("file", { $0.file }),
    ("sheet", { $0.sheet }),
    ("page", { $0.page.map(String.init) }),
    ("line", { String($0.line) }),
    ("section", { $0.section }),
    ("fiscalYear", { $0.fiscalYear.map(String.init) }),
    ("number", { $0.number.map(String.init) }),
    ("name", { $0.name }),
    ("departments", { lines($0.departments) }),
    ("implementation", { $0.implementation?.kind.rawValue }),
    ("since", { $0.implementation?.since.map(String.init) }),
    ("organizations", { lines($0.organizations.map(\.name)) }),
    ("occurrences", { lines($0.occurrences.map(\.summary)) }),
    ("totalParticipants", { $0.totalParticipants.map(String.init) }),
    ("cancelled", { $0.cancelled.map(String.init) }),
    ("purpose", { $0.purpose }),
    ("effect", { $0.effect }),
    ("base", { $0.base }),
    ("service", { $0.service }),
    ("subItem", { $0.subItem }),
    ("goal", { $0.goal }),
    ("results", { lines($0.results.map(\.summary)) }),
    ("policy", { $0.policy }),
    ("pledge", { $0.pledge.map(String.init) }),
    ("pledgeTitle", { $0.pledgeTitle }),
    ("measure", { $0.measure.map(String.init) }),
    ("stars", { $0.stars.map(String.init) }),
    ("progress", { $0.progress.map(String.init) }),
    ("bullets", { lines($0.bullets) }),
    ("text", { $0.text }),
    ("rest", { lines($0.rest) }),
    ("notes", { lines($0.notes.map { "\($0.field): \($0.reason)" }) }),
  ]

  public static var headings: [String] { columns.map(\.name) }

  public static func cells(of record: Record) -> [String] {
    columns.map { $0.value(record) ?? "" }
  }

  private static func lines(_ texts: [String]) -> String { texts.joined(separator: "\n") }
}

extension Record.Occurrence {
  /// On one line: `2020-08-25 – 2020-10-29 庭木の剪定 約15人 中止`.
  var summary: String {
    let dates = [start, end].compactMap { $0?.description }.joined(separator: " – ")
    let people = participants.map { "\(approximate == true ? "約" : "")\($0)\(unit ?? "")" }
    let parts = [dates, label, people, cancelled == true ? "中止" : nil]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Record.Result {
  /// On one line: `2025 参加支援 10件`.
  var summary: String {
    let number = value.map { Int(exactly: $0).map(String.init) ?? String($0) } ?? ""
    return [fiscalYear.map(String.init), label, number + (unit ?? "")]
      .compactMap(\.self).joined(separator: " ")
  }
}
