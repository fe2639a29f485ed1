import HaskapCivic
import HaskapText

/// Prints what an organisation did, by year.
struct OrganizationPrinter {
  let output: Output
  let limit: Int
  private var style: Style { output.style }

  func print(_ answer: OrganizationAnswer, askedFor name: String) {
    for body in answer.organizations { print(body) }
    guard answer.organizations.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line("「\(name)」という団体は見つかりません。")
    } else {
      output.line("「\(name)」に当たる団体が\(answer.candidates.count)あります。どれですか。")
      for candidate in answer.candidates {
        output.line("  \(candidate.name)（\(candidate.activities)件）")
      }
    }
  }

  private func print(_ body: OrganizationAnswer.Body) {
    output.line(style.title(body.name))
    printList("表記", body.spellings.map { "\($0.text) \($0.count)" })
    printList("別名", body.otherNames)
    printList("上部団体", [body.parent].compactMap(\.self))
    printList("内部組織", body.children)
    let shown = body.activities.prefix(limit)
    let years = Dictionary(grouping: shown) { $0.fiscalYear }
    for year in years.keys.sorted(by: { ($0 ?? 0) < ($1 ?? 0) }) {
      printYear(year, years[year] ?? [])
    }
    output.line()
    let all = body.activities.count
    output.line(style.bold(shown.count < all ? "全\(all)件中 \(shown.count)件" : "全\(all)件"))
  }

  private func printList(_ label: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let text = "\(label): \(values.joined(separator: "、"))"
    for line in DisplayWidth.wrap(text, to: AnswerPrinter.columns) { output.line(line) }
  }

  private func printYear(_ year: Int?, _ activities: [RecordReference]) {
    output.line()
    output.line(
      style.bold("\(AnswerPrinter.years([year].compactMap(\.self))) \(activities.count)件"))
    for activity in activities {
      let facts = [activity.form].compactMap(\.self) + activity.departments.prefix(1)
      let role = (activity.role?.label ?? "").padded(to: 4)
      let title = DisplayWidth.truncate(activity.title, to: 42).padded(to: 42)
      let place = DisplayWidth.truncate(facts.joined(separator: "・"), to: 28)
      output.line("  \(role)  \(title)  \(style.dim(place))".trimmingEnd)
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
}
