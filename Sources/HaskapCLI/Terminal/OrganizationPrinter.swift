import HaskapCivic
import HaskapText

/// Prints what an organization did, by year.
struct OrganizationPrinter {
  let output: Output
  let limit: Int
  let period: CivicPeriod
  private var style: Style { output.style }

  func print(_ answer: OrganizationAnswer, askedFor name: String) {
    for body in answer.organizations { print(body) }
    guard answer.organizations.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line(told("「\(name)」という団体は見つかりません。"))
    } else {
      output.line(told("「\(name)」に当たる団体が\(answer.candidates.count)あります。どれですか。"))
      for candidate in answer.candidates {
        output.line("  \(candidate.name) " + told("\(candidate.activities)件"))
      }
    }
  }

  private func print(_ body: OrganizationAnswer.Body) {
    output.line(style.title(body.name))
    printList(told("Spellings"), body.spellings.map(Self.spelling))
    printList(told("Other names"), body.otherNames)
    printList(told("Former names"), body.formerNames)
    printList(told("Part of"), [body.parent].compactMap(\.self))
    printList(told("Its bodies"), body.children)
    if !body.cities.isEmpty {
      let cities = body.cities.map { "\($0.name) \($0.activities)" }
        .joined(separator: Language.current.listMark)
      output.wrapped(told("名称のある報告: \(cities)（同じ団体とは限りません）"), hanging: "  ")
    }
    if !period.isAlways { printList(told("Period"), [period.description]) }
    RecordList(output: output).print(body.activities, limit: limit)
  }

  /// How often it is spelled so, and in the reports of which years.
  private static func spelling(_ spelling: OrganizationAnswer.Spelling) -> String {
    let years = CatalogOptions.years(spelling.years)
    return "\(spelling.text) \(spelling.count)" + (years.isEmpty ? "" : " (\(years))")
  }

  private func printList(_ label: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let text = "\(label): \(values.joined(separator: Language.current.listMark))"
    for line in DisplayWidth.wrap(text, to: AnswerPrinter.columns) { output.line(line) }
  }
}
