import ArgumentParser
import CLibrary
import HaskapDocuments

@main
struct HaskapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "haskap",
    abstract: "Full-text search for Japanese reports.",
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, AddCommand.self, RemoveCommand.self, SearchCommand.self,
      OrganizationCommand.self, ProjectCommand.self, DepartmentCommand.self, YearsCommand.self,
      OrganizationsCommand.self, ProjectsCommand.self, DepartmentsCommand.self, WhoWithCommand.self,
      ShowCommand.self, SimilarCommand.self, SuggestCommand.self, RecordsCommand.self,
      ServeCommand.self, SiteCommand.self,
      CheckCommand.self, OptimizeCommand.self, MergeCommand.self, ExportCommand.self,
      AnalyzeCommand.self, BenchCommand.self,
    ])

  /// As `ParsableCommand.main()`, but with the exit statuses of `ExitStatus`.
  static func main() {
    // A limit of the size of files is then an error of writing, with a sentence.
    signal(SIGXFSZ, SIG_IGN)
    // Not even the program's own name: Swift reads the arguments from /proc.
    guard !CommandLine.arguments.isEmpty else {
      complain(told("/proc cannot be read, which tells the arguments; mount it"), status: 2)
    }
    do {
      try Language.check()
      if Language.isPaged { Pager.start(for: Language.arguments) }
      if let search = SearchTask(plain: Language.arguments) {
        return try search.run()
      }
      try ArgumentCheck(configuration.subcommands).check(Language.arguments)
      var command = try parseAsRoot(Language.arguments)
      try command.run()
    } catch let status as ExitStatus {
      CLibrary.exit(status.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success { show(error) }
      // All but what the parser says of wrong use names things on one line.
      let message =
        code == .failure
        ? HarmlessText.line("\(error)") : ArgumentCheck.withoutFarGuess(message(for: error))
      complain(retold(message) + hint(for: error), status: ExitStatus.of(error, code).rawValue)
    }
  }

  /// Where the parser, which knows the command that was meant, sends the reader for help.
  private static func hint(for error: any Error) -> String {
    let line = fullMessage(for: error).split(separator: "\n").last { $0.contains("See 'haskap") }
    return line.map { "\n" + retold(String($0.drop { $0 == " " })) } ?? ""
  }

  /// Help, the version or completions: what the parser gives instead of a command.
  private static func show(_ request: any Error) -> Never {
    let text = fullMessage(for: request, columns: 10_000)
    let isHelp = text.hasPrefix("OVERVIEW: ")
    let output = Output()
    output.line(
      isHelp
        ? HelpText.render(text, columns: AnswerPrinter.columns, in: .current) : text)
    output.flush()
    CLibrary.exit(0)
  }

  private static func complain(_ message: String, status: Int32) -> Never {
    let output = Output(STDERR_FILENO)
    if !message.isEmpty { output.line("haskap: \(message)") }
    output.flush()
    CLibrary.exit(status)
  }
}
