import ArgumentParser

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write the same pages as files for an ordinary web server.",
    usage: "haskap site --out <folder> [--index <index>] [--url <url>] [--english]")

  @Argument(parsing: .captureForPassthrough)
  var options: [String] = []

  func run() throws { try ServerProgram.run(["site"] + options) }
}
