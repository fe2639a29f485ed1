import HaskapCivic
import HaskapText

/// Prints records a line each, by year: role, title, form and department.
struct RecordList {
  let output: Output
  private var style: Style { output.style }

  func print(_ records: [RecordReference], limit: Int) {
    let shown = records.prefix(limit)
    let years = Dictionary(grouping: shown) { $0.fiscalYear }
    for year in years.keys.sorted(by: { ($0 ?? 0) < ($1 ?? 0) }) {
      print(year, years[year] ?? [])
    }
    output.line()
    let count =
      shown.count < records.count
      ? "全\(records.count)件中 \(shown.count)件" : "全\(records.count)件"
    output.line(style.bold(count))
  }

  private func print(_ year: Int?, _ records: [RecordReference]) {
    output.line()
    output.line(
      style.bold("\(AnswerPrinter.years([year].compactMap(\.self))) \(records.count)件"))
    for record in records {
      let facts = [record.form].compactMap(\.self) + record.departments.prefix(1)
      let role = record.role.map { $0.label.padded(to: 6) } ?? ""
      // Half of what the screen has beyond 80 columns goes to the title.
      let more = max(0, AnswerPrinter.columns - 80) / 2
      let title = DisplayWidth.truncate(record.title, to: 42 + more).padded(to: 42 + more)
      let place = DisplayWidth.truncate(facts.joined(separator: "・"), to: 28 + more)
      output.line("  \(role)\(title)  \(style.dim(place))".trimmingEnd)
    }
  }
}

extension OrganizationEntity.Role {
  var label: String {
    switch self {
    case .host: "主催"
    case .partner: "協力"
    case .related: "関係"
    case .mentioned: "記載"
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
