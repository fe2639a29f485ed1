import ArgumentParser

@main
struct HaskapServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "haskap-server",
    abstract: "Pages and an HTTP interface for an index.",
    version: "0.1.0", subcommands: [ServeCommand.self, SiteCommand.self])
}
