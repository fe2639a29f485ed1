import ArgumentParser
import HaskapCivic

struct OrganizationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organizations",
    abstract: "List all organizations, with their years and how often they are named.",
    usage: "haskap organizations [<options>]",
    discussion: """
      EXAMPLES:
        haskap organizations
        haskap organizations --year 令和2 --sort name
        haskap organizations --csv > 団体.csv
      """)

  @OptionGroup var options: CatalogOptions

  func run() throws { try options.run(.organizations) }
}

struct ProjectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "List all projects, each through its years, with the people who took part.",
    usage: "haskap projects [<options>]",
    discussion: """
      EXAMPLES:
        haskap projects --limit 20
        haskap projects --sort participants
        haskap projects --year 令和5 --csv > 事業.csv
      """)

  @OptionGroup var options: CatalogOptions

  func run() throws { try options.run(.projects) }
}

struct DepartmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "departments",
    abstract: "List all departments, with how many projects each looks after.",
    usage: "haskap departments [<options>]",
    discussion: """
      EXAMPLES:
        haskap departments
        haskap departments --year 令和5 --json
      """)

  @OptionGroup var options: CatalogOptions

  func run() throws { try options.run(.departments) }
}
