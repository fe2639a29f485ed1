internal import HaskapText

/// Records as rows of a table, for spreadsheets: one row a record, lists in one cell with a line each.
/// `ReportReader` reads the same records out of such a table.
public enum RecordTable {
  public static var headings: [String] { headings(in: .english) }

  public static func headings(in words: TableWords) -> [String] {
    columns.map { words.heading($0.name) }
  }

  public static func cells(of record: Record, in words: TableWords = .english) -> [String] {
    columns.map { $0.write(record, words) ?? "" }
  }

  /// Without these columns a table is none of ours.
  static let telling: Set = ["document", "line", "layout", "name"]

  static let columns: [RecordColumn] = [
    .text("id", \.id),
    .needed("document", \.document),
    .text("file", \.file),
    .text("sheet", \.sheet),
    .number("page", \.page),
    RecordColumn(name: "line") { record, _ in
      String(record.line)
    } read: { record, cell in
      record.line = Int(cell) ?? record.line
      return Int(cell) != nil
    },
    .text("section", \.section),
    .list("forms", \.forms),
    .number("fiscalYear", \.fiscalYear),
    period,
    .number("number", \.number),
    .needed("name", \.name),
    .list("departments", \.departments),
    implementation,
    since,
    .items("organizations", \.organizations),
    .items("occurrences", \.occurrences),
    .number("totalParticipants", \.totalParticipants),
    RecordColumn(name: "cancelled") { record, words in
      record.cancelled.map { words.word(String($0), of: "cancelled") }
    } read: { record, cell in
      record.cancelled = TableWords.code(of: cell, in: "cancelled").flatMap { Bool($0) }
      return record.cancelled != nil
    },
    .text("purpose", \.purpose),
    .text("effect", \.effect),
    .list("remarks", \.remarks),
    .text("base", \.base),
    .text("service", \.service),
    .text("subItem", \.subItem),
    .text("goal", \.goal),
    .items("results", \.results),
    .text("policy", \.policy),
    .text("policyTitle", \.policyTitle),
    .number("pledge", \.pledge),
    .text("pledgeTitle", \.pledgeTitle),
    .number("measure", \.measure),
    .number("stars", \.stars),
    .number("progress", \.progress),
    .list("bullets", \.bullets),
    .text("text", \.text),
    .list("rest", \.rest),
    .text("municipality", \.municipality),
    RecordColumn(name: "layout") { record, words in
      words.word(record.layout.rawValue, of: "layout")
    } read: { record, cell in
      let layout = TableWords.code(of: cell, in: "layout").flatMap(Record.Layout.init(rawValue:))
      record.layout = layout ?? record.layout
      return layout != nil
    },
    .items("notes", \.notes),
  ]

  private static let period = RecordColumn(name: "period") { record, _ in
    record.period.flatMap { DateCell.text($0.start, $0.end) }
  } read: { record, cell in
    guard let dates = DateCell.dates(cell), let start = dates.start, let end = dates.end else {
      return false
    }
    record.period = Record.Period(start: start, end: end)
    return true
  }

  private static let implementation = RecordColumn(name: "implementation") { record, words in
    record.implementation.map { words.word($0.kind.rawValue, of: "implementation") }
  } read: { record, cell in
    let kind = TableWords.code(of: cell, in: "implementation")
    record.implementation = kind.flatMap(Record.Implementation.Kind.init(rawValue:))
      .map { Record.Implementation(kind: $0) }
    return record.implementation != nil
  }

  /// The year, and behind it whether it is about right: `1972 | 約`.
  private static let since = RecordColumn(name: "since") { record, words in
    guard let held = record.implementation, held.since != nil || held.isApproximate != nil else {
      return nil
    }
    let approximate = held.isApproximate.map {
      words.word($0 ? "approximate" : "exact", of: "occurrence")
    }
    return CellFields.line([held.since.map(String.init), approximate])
  } read: { record, cell in
    let fields = CellFields(line: cell)
    record.implementation?.since = fields[0].flatMap { Int($0) }
    record.implementation?.isApproximate = fields.flag(1, "approximate", of: "occurrence")
    return record.implementation != nil
  }
}
