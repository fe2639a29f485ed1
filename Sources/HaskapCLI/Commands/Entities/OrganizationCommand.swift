import ArgumentParser
import CLibrary
import HaskapCivic
import HaskapDocuments
import HaskapText

struct OrganizationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organization",
    abstract: "Show everything that an organization did, however its name was spelled.",
    usage: "haskap organization <name> ... [<options>]",
    discussion: """
      EXAMPLES:
        haskap organization 苫小牧市社会福祉協議会
        haskap organization ㈱苫東
        haskap organization 民報社 --since 令和2年10月 --json
        haskap organization 苫小牧市社会福祉協議会 --csv > 社協.csv

      \(PeriodOptions.help)
      """)

  @OptionGroup var options: NameOptions

  @Flag(help: "Also what its branches, committees and centres did.")
  var withChildren = false

  @Flag(help: "Only where it is listed, not where a title or a description names it.")
  var listedOnly = false

  @Option(parsing: .unconditional, help: "How many activities to show on the screen.")
  var limit = 1000

  @Option(
    help: "Draw the number of activities by year as SVG or PNG into a file.", completion: .file())
  var chart: String?

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0") }
  }

  func run() throws {
    let name = options.text
    let period = try options.time.period
    let answer = try options.place.ask {
      try $0.organization(
        name, withChildren: withChildren, withMentions: !listedOnly, period: period)
    }
    if let chart { try draw(answer, to: chart) }
    let output = Output()
    if answer.isNearSpelling {
      options.export.notes(beside: output)?.wrapped(told("「\(name)」という団体はありません。名称の近いものを示します。"))
    }
    if options.export.json {
      output.line(try JSONText.line(answer))
    } else if options.export.csv {
      let rows = answer.organizations.flatMap { body in body.activities.map { (body, $0) } }
      RecordTables.activities.write(rows, to: output)
      if rows.isEmpty { print(answer, name, period, to: Output(STDERR_FILENO)) }
    } else {
      print(answer, name, period, to: output)
    }
    output.flush()
    if answer.organizations.allSatisfy(\.activities.isEmpty) { throw ExitStatus.nothingFound }
  }

  private func print(
    _ answer: OrganizationAnswer, _ name: String, _ period: CivicPeriod, to output: Output
  ) {
    OrganizationPrinter(output: output, limit: limit, period: period).print(answer, askedFor: name)
  }
  private func draw(_ answer: OrganizationAnswer, to path: String) throws {
    let years = Dictionary(grouping: answer.organizations.flatMap(\.activities)) {
      $0.fiscalYear ?? .max
    }
    let bars = years.sorted { $0.key < $1.key }.map { year, activities in
      (year == .max ? told("年度不明") : AnswerPrinter.fiscalYear(year), activities.count)
    }
    let title = answer.organizations.first?.name ?? options.text
    try BarChart(title: title, unit: told("Records"), bars: BarChart.bars(bars)).write(to: path)
  }
}
