import HaskapCivic
import HaskapDocuments
import HaskapText

/// Prints what each year's reports hold, a table a year, and below it what changed.
struct YearsPrinter {
  /// How many of a list's projects are named.
  private static let few = 4
  /// Five columns of numbers stand beside the labels.
  private static var labelColumns: Int { Language.current == .english ? 25 : 30 }
  let output: Output
  let namesAll: Bool

  func print(_ answer: YearsAnswer) throws {
    try output.parts(answer.years.count) { [namesAll] place, output in
      YearsPrinter(output: output, namesAll: namesAll).print(answer.years[place])
    }
  }

  private func print(_ year: YearsAnswer.Year) {
    let title = AnswerPrinter.years([year.fiscalYear].compactMap(\.self))
    output.line(
      Self.isTable
        ? output.style.bold(title.padded(to: Self.labelColumns)) + Self.cells(Self.headings)
        : output.style.bold(title))
    for form in year.forms { print(form.form, form.counts) }
    if year.forms.count > 1 { print(told("計"), year.total) }
    if year.total.paused > 0 { output.line("  \(told("休止")): \(year.total.paused.grouped)") }
    for change in year.changes { print(change) }
    output.line()
  }

  /// A narrow screen has no room for five columns.
  private static var isTable: Bool { AnswerPrinter.columns >= 80 }

  private static var headings: [String] {
    [told("Projects"), told("Activities"), told("Called off"), told("Orgs."), told("People")]
  }

  private func print(_ label: String, _ counts: YearsAnswer.Counts) {
    let numbers = Self.numbers(counts)
    if Self.isTable {
      return output.line("  " + label.padded(to: Self.labelColumns - 2) + Self.cells(numbers))
    }
    let told = zip(Self.headings, numbers).filter { !$1.isEmpty }.map { "\($0) \($1)" }
    output.wrapped(
      "\(label): \(told.joined(separator: Language.current.listMark))", indent: "  ",
      hanging: "    ")
  }

  private func print(_ change: YearsAnswer.Change) {
    output.line()
    let counts = [
      (told("継続"), change.continued.count), (told("名称変更"), change.renamed.count),
      (told("中止・休止"), change.calledOff.count), (told("再開"), change.resumed.count),
      (told("他の形態から"), change.moved.count), (told("以前から"), change.older.count),
      (told("新規"), change.new.count), (told("他の形態へ"), change.left.count),
      (told("隔年実施で今回の表にない"), change.notDue.count), (told("休止"), change.paused.count),
      (told("この名称では今回の表にない"), change.ended.count),
    ].filter { $0.1 > 0 }
    let since = AnswerPrinter.fiscalYear(change.comparedWith)
    let numbers = counts.map { "\($0.0) \($0.1)" }.joined(separator: Language.current.listMark)
    output.wrapped(told("\(change.form)、\(since)と比べて: \(numbers)"), indent: "  ")
    printNames(told("新規"), change.new)
    printNames(told("以前から（この名称では前の表にない）"), change.older)
    printNames(told("再開"), change.resumed)
    printNames(told("中止・休止"), change.calledOff)
    printNames(told("隔年実施で今回の表にない"), change.notDue)
    printNames(told("休止"), change.paused)
    printNames(told("この名称では今回の表にない"), change.ended)
    printNames(told("他の形態から"), change.moved)
    printNames(told("他の形態へ"), change.left)
    printNames(told("名称変更"), change.renamed.map(\.text))
    printNames(told("名称変更か"), change.perhapsRenamed.map(\.text))
    printNames(told("単年度とあるが前の報告にもある"), change.calledSingle)
  }

  private func printNames(_ label: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    let named = namesAll ? names : Array(names.prefix(Self.few))
    let more =
      named.count < names.count
      ? Language.current.listMark + told("ほか\(names.count - named.count)") : ""
    output.wrapped(
      "\(label): \(named.joined(separator: Language.current.listMark))\(more)", indent: "    ",
      hanging: "      ")
  }

  private static func numbers(_ counts: YearsAnswer.Counts) -> [String] {
    let people = counts.participants.map { number in
      counts.approximate == true ? told("約\(number.grouped)") : number.grouped
    }
    return [
      counts.projects, counts.activities, counts.cancelled, counts.organizations,
    ].map(\.grouped) + [people ?? ""]
  }

  /// Aligned to the right.
  private static func cells(_ texts: [String]) -> String {
    let width = (80 - labelColumns) / 5
    return texts.map { $0.leftPadded(to: width) }.joined()
  }
}
