import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure index builds, and make corpora to measure with.",
    subcommands: [BenchBuildCommand.self, BenchCorpusCommand.self])
}
