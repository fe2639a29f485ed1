import ArgumentParser
import Glibc

@main
struct HaskapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "haskap",
    abstract: "Full-text search for Japanese reports.",
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, OrganizationCommand.self, RecordsCommand.self,
      CheckCommand.self, OptimizeCommand.self, AnalyzeCommand.self,
    ])

  /// As `ParsableCommand.main()`, but with the exit statuses of `ExitStatus`.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      let hint = code == .validationFailure ? "\nSee 'haskap --help'." : ""
      complain(message(for: error) + hint, status: ExitStatus.of(error, code).rawValue)
    }
  }

  private static func complain(_ message: String, status: Int32) -> Never {
    let output = Output(STDERR_FILENO)
    if !message.isEmpty { output.line("haskap: \(message)") }
    output.flush()
    Glibc.exit(status)
  }
}
