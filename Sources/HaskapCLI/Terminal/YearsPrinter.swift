import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints what each year's reports hold, a table a year, and below it what changed.
struct YearsPrinter {
  /// How many of a list's projects are named.
  private static let few = 4
  let output: Output
  let namesAll: Bool

  func print(_ answer: YearsAnswer) {
    for year in answer.years {
      let title = AnswerPrinter.years([year.fiscalYear].compactMap(\.self))
      output.line(
        output.style.bold(title.padded(to: 30)) + Self.cells(["事業", "活動", "中止", "団体"]))
      for form in year.forms {
        output.line("  " + form.form.padded(to: 28) + Self.cells(form.counts))
      }
      if year.forms.count > 1 { output.line("  " + "計".padded(to: 28) + Self.cells(year.total)) }
      for change in year.changes { print(change) }
      output.line()
    }
  }

  private func print(_ change: YearsAnswer.Change) {
    output.line()
    let counts = [
      ("継続", change.continued.count), ("名称変更", change.renamed.count),
      ("再開", change.resumed.count), ("他の形態から", change.moved.count),
      ("以前から", change.older.count), ("新規", change.new.count),
      ("他の形態へ", change.left.count), ("終了", change.ended.count),
    ].filter { $0.1 > 0 }
    let since = AnswerPrinter.shortYear(change.comparedWith)
    output.wrapped(
      "\(change.form)、\(since)年度と比べて: "
        + counts.map { "\($0.0) \($0.1)" }.joined(separator: "、"), indent: "  ")
    printNames("新規", change.new)
    printNames("以前から（前の表にはない）", change.older)
    printNames("再開", change.resumed)
    printNames("終了", change.ended)
    printNames("他の形態から", change.moved)
    printNames("他の形態へ", change.left)
    printNames("名称変更", change.renamed.map(\.text))
    printNames("名称変更か", change.perhapsRenamed.map(\.text))
  }

  private func printNames(_ label: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    let named = namesAll ? names : Array(names.prefix(Self.few))
    let more = named.count < names.count ? "、ほか\(names.count - named.count)" : ""
    output.wrapped(
      "\(label): \(named.joined(separator: "、"))\(more)", indent: "    ", hanging: "      ")
  }

  private static func cells(_ counts: YearsAnswer.Counts) -> String {
    cells(
      [counts.projects, counts.activities, counts.cancelled, counts.organizations].map(\.grouped))
  }

  /// Aligned to the right.
  private static func cells(_ texts: [String]) -> String {
    texts.map { $0.leftPadded(to: 10) }.joined()
  }
}
