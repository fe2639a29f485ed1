import ArgumentParser
import CLibrary
import HaskapCivic
import HaskapDocuments

struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "Show a project through the years, with its participants.",
    usage: "haskap project <name> ... [<options>]",
    discussion: """
      Each year is told against the last report before it: whether the project is new
      or renamed in it, and how its participants changed. A later report that has the
      form but not the project is named below.

      EXAMPLES:
        haskap project まちかどミーティング
        haskap project 消費生活講演会 --year 令和5 --json
        haskap project 市民文化祭 --csv > 市民文化祭.csv

      \(PeriodOptions.help)
      """)

  @OptionGroup var options: NameOptions

  @Option(
    help: "Draw the participants by year as SVG or PNG into a file.", completion: .file())
  var chart: String?

  func run() throws {
    let name = options.text
    let period = try options.time.period
    let answer = try options.place.ask { try $0.project(name, period: period) }
    let isEmpty = answer.projects.allSatisfy(\.years.isEmpty)
    if let chart { try draw(answer, to: chart) }
    let output = Output()
    if answer.isNearSpelling {
      options.export.notes(beside: output)?.wrapped(told("「\(name)」という事業はありません。名称の近いものを示します。"))
    }
    if options.export.json {
      output.line(try JSONText.line(answer))
    } else if options.export.csv {
      ProjectTables.activities.write(ProjectTables.rows(answer), to: output)
      if isEmpty {
        ProjectPrinter(output: Output(STDERR_FILENO)).print(
          answer, askedFor: name, option: options.place.option)
      }
    } else {
      ProjectPrinter(output: output).print(answer, askedFor: name, option: options.place.option)
    }
    output.flush()
    if isEmpty { throw ExitStatus.nothingFound }
  }
  private func draw(_ answer: ProjectAnswer, to path: String) throws {
    let bars = answer.projects.flatMap(\.years).map { year in
      BarChart.Bar(
        label: year.fiscalYear.map(AnswerPrinter.fiscalYear) ?? told("年度不明"),
        value: year.participants, text: Self.people(year))
    }
    let title = answer.projects.first?.title ?? options.text
    try BarChart(title: title, unit: told("People"), bars: bars).write(to: path)
  }

  /// How many came; why there is no number where none is told.
  private static func people(_ year: ProjectAnswer.Year) -> String {
    guard let number = year.participants?.grouped else {
      return year.cancelled ? AnswerPrinter.off(year.occurrences) : told("not told")
    }
    return year.approximate ? told("about \(number)") : number
  }
}
