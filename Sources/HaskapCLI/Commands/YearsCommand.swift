import ArgumentParser
import HaskapCivic
import HaskapText

struct YearsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "years",
    abstract: "Show how much each fiscal year's reports hold, by form.",
    discussion: """
      Below stands what is new, renamed or gone against the last report before that
      has the form.

      EXAMPLES:
        haskap years
        haskap years --changes
        haskap years --csv > years.csv
      """)

  @OptionGroup var place: IndexOptions

  @Flag(help: "Name all projects that are new or gone, not only the first of them.")
  var changes = false

  @OptionGroup var export: ExportOptions

  func run() throws {
    let answer = try place.ask { try $0.years() }
    let output = Output()
    if export.json {
      output.line(try JSONText.line(answer))
    } else if export.csv {
      ProjectTables.years.write(ProjectTables.rows(answer), to: output)
    } else {
      YearsPrinter(output: output, namesAll: changes).print(answer)
    }
  }
}
