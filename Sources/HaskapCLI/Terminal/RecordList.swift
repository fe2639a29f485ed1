import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints records a line each, by year: role, title, form and department.
struct RecordList {
  let output: Output
  private static var roleColumns: Int { Language.current == .english ? 9 : 6 }
  private var style: Style { output.style }

  func print(_ records: [RecordReference], limit: Int) {
    let shown = records.prefix(limit)
    let all = Dictionary(grouping: records, by: \.fiscalYear).mapValues(\.count)
    let years = Dictionary(grouping: shown, by: \.fiscalYear)
    // Years of which nothing fits in are named as well, with what they have.
    for year in all.keys.sorted(by: { ($0 ?? 0) < ($1 ?? 0) }) {
      print(year, years[year] ?? [], of: all[year] ?? 0)
    }
    output.line()
    if let sums = Self.participants(records) { output.wrapped(sums, hanging: "  ") }
    output.line(
      style.bold(
        shown.count < records.count
          ? told("全\(records.count)件中 \(shown.count)件") : told("全\(records.count)件")))
  }

  /// The sums of participants by year, of all records; nil where none tells any.
  private static func participants(_ records: [RecordReference]) -> String? {
    let years = Dictionary(grouping: records.filter { $0.participants != nil }) {
      $0.fiscalYear ?? .max
    }
    guard !years.isEmpty else { return nil }
    let sums = years.sorted { $0.key < $1.key }.map { year, records in
      let name = year == .max ? told("年度不明") : AnswerPrinter.fiscalYear(year)
      let people = records.compactMap(\.participants).saturatedSum.grouped
      let isApproximate = records.contains { $0.approximate == true }
      return "\(name) " + (isApproximate ? told("約\(people)人") : told("\(people)人"))
    }
    return told("Participants: \(sums.joined(separator: Language.current.listMark))")
  }

  private static func count(_ shown: Int, of all: Int) -> String {
    shown < all ? told("\(shown) of \(all)") : told("\(all)件")
  }

  private func print(_ year: Int?, _ records: [RecordReference], of all: Int) {
    let title = AnswerPrinter.years([year].compactMap(\.self))
    output.line()
    output.line(style.bold("\(title) \(Self.count(records.count, of: all))"))
    for record in records {
      let facts = [record.city, record.form].compactMap(\.self) + record.departments.prefix(1)
      let role = record.role.map { $0.label.padded(to: Self.roleColumns) } ?? ""
      // Half of what the screen has beyond 80 columns, or lacks, is the titles', and what a place
      // leaves.
      let more = (AnswerPrinter.columns - 80) >> 1
      let place = DisplayWidth.truncate(facts.joined(separator: "・"), to: 28 + more)
      let room = AnswerPrinter.columns - DisplayWidth.of(role) - DisplayWidth.of(place) - 4
      let title = DisplayWidth.truncate(record.title, to: max(48 - Self.roleColumns + more, room))
        .padded(to: 48 - Self.roleColumns + more)
      output.line("  \(role)\(title)  \(style.dim(place))".trimmingEnd)
    }
  }
}

extension OrganizationEntity.Role {
  var label: String {
    switch self {
    case .host: told("主催")
    case .partner: told("協力")
    case .related: told("関係")
    case .mentioned: told("記載")
    }
  }
}

extension String {
  /// With spaces behind up to a width in columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
  }

  /// With spaces before it up to a width in columns.
  func leftPadded(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.of(self))) + self
  }
}
