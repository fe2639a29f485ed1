internal import Glibc

/// Builds an index from pre-tokenized text, or answers queries for a harness.
///
/// `HASKAP_WORKERS` gives the number of threads that build, `HASKAP_BUDGET` the memory in MiB.
///
///     haskap-bench build TOKENS.tsv INDEX     lines of `id TAB tokens, separated by spaces`
///     haskap-bench tokens TEXT.tsv TOKENS.tsv lines of `id TAB text` in, their words out
///     haskap-bench raw TEXT.tsv INDEX words   lines of `id TAB text`: words with positions
///     haskap-bench raw TEXT.tsv INDEX grams   words, grams and word boundaries
///     haskap-bench substring INDEX            strings in, times out
///     haskap-bench query INDEX                `COMMAND TAB QUERY` in, `count TAB nanoseconds` out
@main
struct Main {
  static func main() {
    do {
      try run(CommandLine.arguments)
    } catch {
      writeLine("haskap-bench: \(error)", to: STDERR_FILENO)
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    switch (arguments.dropFirst().first, arguments.count) {
    case ("build", 4): try Build.run(tokens: arguments[2], index: arguments[3])
    case ("tokens", 4): try Tokens.run(text: arguments[2], tokens: arguments[3])
    case ("raw", 5):
      try RawBuild.run(
        text: arguments[2], index: arguments[3], grams: arguments[4] == "grams")
    case ("substring", 3):
      var substrings = try Substrings(index: arguments[2])
      try substrings.run()
    case ("query", 3): try QueryServer(index: arguments[2]).run()
    default:
      writeLine(
        """
        usage: haskap-bench build TOKENS.tsv INDEX | tokens TEXT.tsv TOKENS.tsv | raw TEXT.tsv INDEX words|grams
               | substring INDEX | query INDEX
        """,
        to: STDERR_FILENO)
      exit(2)
    }
  }
}
