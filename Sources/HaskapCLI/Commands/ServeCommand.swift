import ArgumentParser

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show an index as pages, and to programs.",
    usage: "haskap serve [--index <index>] [--port <port>] [--host <host>] [--url <url>]")

  @Argument(parsing: .captureForPassthrough)
  var options: [String] = []

  func run() throws { try ServerProgram.run(["serve"] + options) }
}
