import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure builds, queries and reading, and make corpora to measure with.",
    subcommands: [
      BenchBuildCommand.self, BenchQueryCommand.self, BenchPartCommand.self,
      BenchCorpusCommand.self, BenchScoreCommand.self,
    ])
}
