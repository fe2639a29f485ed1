import ArgumentParser
import HaskapCivic

struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "Show a project through the years, with its participants.",
    discussion: """
      EXAMPLES:
        haskap project まちかどミーティング
        haskap project 消費生活講演会 --json
      """)

  @Argument(help: "The name, or a part of it.")
  var name: [String]

  @OptionGroup var place: IndexOptions

  @Flag(help: "The answer as JSON.")
  var json = false

  func run() throws {
    let name = name.joined(separator: " ")
    let answer = try place.ask { try $0.project(name) }
    let output = Output()
    if json {
      output.line(try JSONText.line(answer))
    } else {
      ProjectPrinter(output: output).print(answer, askedFor: name)
    }
    output.flush()
    if answer.projects.isEmpty { throw ExitStatus.nothingFound.code }
  }
}
