import ArgumentParser
import HaskapCivic
import HaskapText

struct OrganizationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organization",
    abstract: "Show everything that an organisation did, however its name was spelt.",
    usage: "haskap organization <name> ... [<options>]",
    discussion: """
      EXAMPLES:
        haskap organization 苫小牧市社会福祉協議会
        haskap organization ㈱苫東
        haskap organization 民報社 --json
      """)

  @Argument(help: "The name, or a part of it.")
  var name: [String]

  @OptionGroup var place: IndexOptions

  @Flag(help: "Also what its branches, committees and centres did.")
  var withChildren = false

  @Flag(help: "Only where it is listed, not where a title or a description names it.")
  var listedOnly = false

  @Option(parsing: .unconditional, help: "How many activities to show.")
  var limit = 1000

  @Flag(help: "The answer as JSON.")
  var json = false

  func validate() throws {
    guard !name.joined().allSatisfy(\.isWhitespace) else {
      throw ValidationError("the name is empty; give an organisation's name or a part of it")
    }
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0") }
  }

  func run() throws {
    let name = name.joined(separator: " ")
    let answer = try place.ask {
      try $0.organization(name, withChildren: withChildren, withMentions: !listedOnly)
    }
    let output = Output()
    if json {
      output.line(try JSONText.line(answer))
    } else {
      OrganizationPrinter(output: output, limit: limit).print(answer, askedFor: name)
    }
    output.flush()
    if answer.organizations.isEmpty { throw ExitStatus.nothingFound.code }
  }
}
