internal import Glibc

/// Builds an index from pre-tokenised text, or answers queries for a harness.
///
///     haskap-bench build TOKENS.tsv INDEX     lines of `id TAB tokens, separated by spaces`
///     haskap-bench query INDEX                `COMMAND TAB QUERY` in, `count TAB nanoseconds` out
@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("build", 4): try Build.run(tokens: arguments[2], index: arguments[3])
    case ("query", 3): try QueryServer(index: arguments[2]).run()
    default:
      writeLine(
        "usage: haskap-bench build TOKENS.tsv INDEX | haskap-bench query INDEX",
        to: STDERR_FILENO)
      exit(2)
    }
  }
}
