import ArgumentParser
import CLibrary
import HaskapCivic
import HaskapDocuments
import HaskapText

struct DepartmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "department",
    abstract: "Show the projects of a department, by year.",
    usage: "haskap department <name> ... [<options>]",
    discussion: """
      EXAMPLES:
        haskap department 生涯学習課
        haskap department 環境生活課 --year 令和2 --json
        haskap department 生涯学習課 --csv > 生涯学習課.csv

      \(PeriodOptions.help)
      """)

  @OptionGroup var options: NameOptions

  @Option(parsing: .unconditional, help: "How many projects to show on the screen.")
  var limit = 1000

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0") }
  }

  func run() throws {
    let name = options.text
    let period = try options.time.period
    let answer = try options.place.ask { try $0.department(name, period: period) }
    let output = Output()
    if answer.isNearSpelling {
      options.export.notes(beside: output)?.wrapped(told("「\(name)」という課はありません。名称の近いものを示します。"))
    }
    if options.export.json {
      var others = answer
      others.departments = []
      try output.line(others, filling: "departments", with: answer.departments)
    } else if options.export.csv {
      let rows = answer.departments.flatMap { one in one.projects.map { (one, $0) } }
      RecordTables.projects.write(rows, to: output)
      if rows.isEmpty { try print(answer, name, period, to: Output(STDERR_FILENO)) }
    } else {
      try print(answer, name, period, to: output)
    }
    output.flush()
    if answer.departments.allSatisfy(\.projects.isEmpty) { throw ExitStatus.nothingFound }
  }

  private func print(
    _ answer: DepartmentAnswer, _ name: String, _ period: CivicPeriod, to output: Output
  ) throws {
    let limit = limit
    try output.parts(answer.departments.count) { place, output in
      let department = answer.departments[place]
      let owner = department.owner.map { "（\($0)）" } ?? ""
      output.line(output.style.title(department.name) + owner)
      if !period.isAlways { output.line(told("Period") + ": \(period)") }
      RecordList(output: output).print(department.projects, limit: limit)
    }
    guard answer.departments.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line(told("「\(name)」という課は見つかりません。"))
    } else {
      output.line(told("「\(name)」に当たる課が\(answer.candidates.count)あります。どれですか。"))
      for candidate in answer.candidates { output.line("  \(candidate)") }
    }
  }
}
