import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure index builds and queries, and make corpora to measure with.",
    subcommands: [
      BenchBuildCommand.self, BenchQueryCommand.self, BenchPartCommand.self,
      BenchCorpusCommand.self,
    ])
}
