import ArgumentParser
import HaskapCivic
import HaskapDocuments
import HaskapText

struct YearsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "years",
    abstract: "Show how much each fiscal year's reports hold, by form.",
    usage: "haskap years [<options>]",
    discussion: """
      Below stands what is new, renamed or gone against the last report before that
      has the form, or with --from and --to between two years.

      EXAMPLES:
        haskap years
        haskap years --from 令和2 --to 令和5
        haskap years --changes
        haskap years --csv > years.csv
      """)

  @OptionGroup var place: IndexOptions

  @Flag(help: "Name all projects that are new or gone, not only the first of them.")
  var changes = false

  @Option(help: "Compare with the reports of this fiscal year; needs --to.")
  var from: String?

  @Option(help: "Tell what this fiscal year's reports gained and lost; needs --from.")
  var to: String?

  @Option(
    help: "Draw the number of projects by year as SVG or PNG into a file.", completion: .file())
  var chart: String?

  @OptionGroup var export: ExportOptions

  func validate() throws {
    guard (from == nil) == (to == nil) else {
      throw ValidationError("--from and --to belong together: --from 令和2 --to 令和5")
    }
  }

  func run() throws {
    let pair = try pair
    let answer = try place.ask { try $0.years(comparing: pair) }
    try pair.map { try Self.check($0, have: answer) }
    if let chart {
      let bars = answer.years.map { year in
        (year.fiscalYear.map(AnswerPrinter.fiscalYear) ?? told("年度不明"), year.total.projects)
      }
      try BarChart(title: told("Projects"), unit: told("Projects"), bars: BarChart.bars(bars))
        .write(to: chart)
    }
    let output = Output()
    if export.json {
      output.line(try JSONText.line(answer))
    } else if export.csv {
      ProjectTables.years.write(ProjectTables.rows(answer), to: output)
    } else {
      try YearsPrinter(output: output, namesAll: changes).print(answer)
      if pair != nil, answer.years.allSatisfy(\.changes.isEmpty) {
        output.line(told("No form has reports of both years, so nothing was compared."))
      }
    }
  }

  private static func check(_ pair: (Int, Int), have answer: YearsAnswer) throws {
    let known = answer.years.compactMap(\.fiscalYear)
    for (option, year) in [("--from", pair.0), ("--to", pair.1)] where !known.contains(year) {
      let years = known.map(String.init).joined(separator: ", ")
      throw UserError(
        description: "\(option) \(year): no report is of that fiscal year; there are: \(years)")
    }
  }

  private var pair: (Int, Int)? {
    get throws {
      guard let from, let to else { return nil }
      let (first, last) = (try Self.year("--from", from), try Self.year("--to", to))
      guard first < last else {
        throw UserError(description: "--to (\(to)) does not lie behind --from (\(from)): swap them")
      }
      return (first, last)
    }
  }

  private static func year(_ option: String, _ text: String) throws -> Int {
    guard let span = try? YearExpression.parse(text), let year = span.first, span.last == year
    else { throw UserError(description: "\(option) \(text): give one year, as 令和2 or 2020") }
    return year
  }
}
