import ArgumentParser
import HaskapCivic
import HaskapText

struct YearsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "years",
    abstract: "Show how much each fiscal year's reports hold, by form.",
    discussion: """
      EXAMPLES:
        haskap years
        haskap years --json
      """)

  @OptionGroup var place: IndexOptions

  @Flag(help: "The answer as JSON.")
  var json = false

  func run() throws {
    let answer = try place.ask { try $0.years() }
    let output = Output()
    if json {
      output.line(try JSONText.line(answer))
    } else {
      for year in answer.years { print(year, to: output) }
    }
  }

  private func print(_ year: YearsAnswer.Year, to output: Output) {
    let title = AnswerPrinter.years([year.fiscalYear].compactMap(\.self))
    output.line(output.style.bold(title.padded(to: 30)) + Self.cells(["事業", "活動", "中止", "団体"]))
    for form in year.forms {
      output.line("  " + form.form.padded(to: 28) + Self.cells(form.counts))
    }
    if year.forms.count > 1 { output.line("  " + "計".padded(to: 28) + Self.cells(year.total)) }
    output.line()
  }

  private static func cells(_ counts: YearsAnswer.Counts) -> String {
    cells(
      [counts.projects, counts.activities, counts.cancelled, counts.organizations].map(\.grouped))
  }

  /// Aligned to the right.
  private static func cells(_ texts: [String]) -> String {
    texts.map { text in
      String(repeating: " ", count: max(0, 10 - DisplayWidth.of(text))) + text
    }.joined()
  }
}
