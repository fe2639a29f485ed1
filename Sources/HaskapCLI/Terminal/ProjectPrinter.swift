import HaskapCivic
import HaskapText

/// Prints a project by year, with a bar for its participants.
struct ProjectPrinter {
  private static let barColumns = 24
  let output: Output
  private var style: Style { output.style }

  func print(_ answer: ProjectAnswer, askedFor name: String) {
    for series in answer.projects { print(series) }
    guard answer.projects.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line("「\(name)」という事業は見つかりません。")
    } else {
      output.line("「\(name)」に当たる事業が\(answer.candidates.count)あります。どれですか。")
      for candidate in answer.candidates {
        printWrapped("  ", "\(candidate.title)（\(AnswerPrinter.years(candidate.years))）")
      }
    }
  }

  private func print(_ series: ProjectAnswer.Series) {
    for line in DisplayWidth.wrap(series.title, to: AnswerPrinter.columns) {
      output.line(style.title(line))
    }
    let others = series.names.filter { $0 != series.title }
    if !others.isEmpty { printWrapped("", "名称: " + others.joined(separator: "、")) }
    let most = series.years.compactMap(\.participants).max() ?? 0
    for year in series.years { print(year, most: most) }
  }

  private func print(_ year: ProjectAnswer.Year, most: Int) {
    output.line()
    let title = AnswerPrinter.years([year.fiscalYear].compactMap(\.self))
    output.line("\(style.bold(title))  \(year.sections.joined(separator: "、"))")
    if let earlier = year.renamedFrom { printWrapped("  ", "前の名称: \(earlier)") }
    if let participants = year.participants {
      let about = year.approximate ? "約" : ""
      let change = Self.change(year).map { "  \($0)" } ?? ""
      output.line("  参加 \(bar(participants, of: most)) \(about)\(participants.grouped)人\(change)")
    }
    if year.cancelled { output.line("  中止") }
    for occurrence in year.occurrences.prefix(12) {
      printWrapped("  ", "・" + Self.text(occurrence))
    }
    if year.occurrences.count > 12 { output.line("  ・ほか\(year.occurrences.count - 12)回") }
    if !year.partners.isEmpty { printWrapped("  ", "団体: " + year.partners.joined(separator: "、")) }
    if !year.departments.isEmpty { output.line("  担当: \(year.departments.joined(separator: "、"))") }
  }

  private func bar(_ value: Int, of most: Int) -> String {
    let length = most == 0 ? 0 : max(value > 0 ? 1 : 0, value * Self.barColumns / most)
    return String(repeating: "█", count: length).padded(to: Self.barColumns)
  }

  private func printWrapped(_ indent: String, _ text: String) {
    for line in DisplayWidth.wrap(text, to: AnswerPrinter.columns - indent.count) {
      output.line(indent + line)
    }
  }

  /// Against the year before: +44人（+16.9%、令和2年度比）.
  private static func change(_ year: ProjectAnswer.Year) -> String? {
    guard let change = year.change, let before = year.comparedWith else { return nil }
    let sign = change > 0 ? "+" : change < 0 ? "-" : "±"
    let percent = year.changePercent.map { percent in
      let tenths = Int((percent.magnitude * 10).rounded())
      return "\(sign)\(tenths / 10).\(tenths % 10)%、"
    }
    return "\(sign)\(Int(change.magnitude).grouped)人（\(percent ?? "")\(before)年度比）"
  }

  private static func text(_ occurrence: Record.Occurrence) -> String {
    let dates = [occurrence.start, occurrence.end].compactMap { $0?.wareki }
    let about = occurrence.approximate == true ? "約" : ""
    let people = occurrence.participants.map { "\(about)\($0.grouped)\(occurrence.unit ?? "人")" }
    let parts = [
      dates.isEmpty ? nil : dates.joined(separator: "～"), occurrence.label, people,
      occurrence.cancelled == true ? "中止" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
