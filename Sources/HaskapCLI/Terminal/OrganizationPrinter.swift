import HaskapCivic
import HaskapText

/// Prints what an organisation did, by year.
struct OrganizationPrinter {
  let output: Output
  let limit: Int
  let period: CivicPeriod
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
    printList("旧称", body.formerNames)
    printList("上部団体", [body.parent].compactMap(\.self))
    printList("内部組織", body.children)
    if !period.isAlways { printList("期間", [period.description]) }
    RecordList(output: output).print(body.activities, limit: limit)
  }

  private func printList(_ label: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let text = "\(label): \(values.joined(separator: "、"))"
    for line in DisplayWidth.wrap(text, to: AnswerPrinter.columns) { output.line(line) }
  }
}
