import ArgumentParser
import Glibc

@main
struct HaskapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "haskap",
    abstract: "Full-text search for Japanese reports.",
    version: "0.1.0",
    subcommands: [RecordsCommand.self])

  /// As `ParsableCommand.main()`, but with the exit statuses of `ExitStatus`.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as UserError {
      complain(error.description, status: error.status.rawValue)
    } catch {
      let status = exitCode(for: error).rawValue
      if status == 0 { exit(withError: error) }
      let isUsage = exitCode(for: error) == .validationFailure
      complain(
        message(for: error) + (isUsage ? "\nSee 'haskap --help'." : ""),
        status: isUsage ? ExitStatus.wrongUse.rawValue : status)
    }
  }

  private static func complain(_ message: String, status: Int32) -> Never {
    let output = Output(STDERR_FILENO)
    if !message.isEmpty { output.line("haskap: \(message)") }
    output.flush()
    Glibc.exit(status)
  }
}
