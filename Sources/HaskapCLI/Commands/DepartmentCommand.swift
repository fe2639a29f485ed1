import ArgumentParser
import HaskapCivic

struct DepartmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "department",
    abstract: "Show the projects of a department, by year.",
    discussion: """
      EXAMPLES:
        haskap department 生涯学習課
        haskap department 環境 --json
      """)

  @Argument(help: "The name, or a part of it.")
  var name: [String]

  @OptionGroup var place: IndexOptions

  @Option(help: "How many projects to show.")
  var limit = 1000

  @Flag(help: "The answer as JSON.")
  var json = false

  func run() throws {
    let name = name.joined(separator: " ")
    let answer = try place.ask { try $0.department(name) }
    let output = Output()
    if json { output.line(try JSONText.line(answer)) } else { print(answer, name, to: output) }
    output.flush()
    if answer.departments.isEmpty { throw ExitStatus.nothingFound.code }
  }

  private func print(_ answer: DepartmentAnswer, _ name: String, to output: Output) {
    for department in answer.departments {
      let owner = department.owner.map { "（\($0)）" } ?? ""
      output.line(output.style.title(department.name) + owner)
      RecordList(output: output).print(department.projects, limit: limit)
    }
    guard answer.departments.isEmpty else { return }
    if answer.candidates.isEmpty {
      output.line("「\(name)」という課は見つかりません。")
    } else {
      output.line("「\(name)」に当たる課が\(answer.candidates.count)あります。どれですか。")
      for candidate in answer.candidates { output.line("  \(candidate)") }
    }
  }
}
