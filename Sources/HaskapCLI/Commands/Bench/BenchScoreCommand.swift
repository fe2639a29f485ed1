import ArgumentParser
import FoundationEssentials
import HaskapBench
import HaskapCivic
import HaskapDocuments

struct BenchScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score what is read of made reports against their key.",
    discussion: """
      Builds the index of reports that `haskap bench corpus` wrote, as `haskap index`
      does, and compares with the key: rows, their fields, and who is who. Of bodies,
      and of projects through the years, pairs of mentions count: those that the key
      calls one against those that the index calls one, in all cities together. The
      cities with the lowest score and some of what differs follow.

      EXAMPLES:
        haskap bench corpus --reports 400 made
        haskap bench score made
        haskap bench score made --differences 20
        haskap bench score made --key made.key.jsonl --json
      """)

  @Argument(help: "The folder of the reports.", completion: .directory)
  var folder: String

  @Option(
    help: "The key. (default: the file that was written beside the folder)", completion: .file())
  var key: String?

  @Option(parsing: .unconditional, help: "How many cities to show.")
  var cities = 10

  @Option(parsing: .unconditional, help: "How many differences of each kind to show.")
  var differences = 3

  @Flag(help: "The figures as JSON.")
  var json = false

  func validate() throws {
    guard cities >= 0, differences >= 0 else {
      throw ValidationError("--cities and --differences take numbers from 0")
    }
  }

  func run() throws {
    let files = try ReportFiles([folder]).contents
    let place = try BenchFolder.make()
    defer { try? FileManager.default.removeItem(atPath: place) }
    var progress = Progress()
    let benchmark = ScoreBenchmark(
      files: files, key: key ?? ReportCorpus.key(of: folder), folder: place,
      maxDifferences: differences)
    let score = try BenchFolder.building(in: place) {
      try benchmark.run { step in
        switch step {
        case .reading(let path): progress.update(told("reading \(path)"))
        case .writing(let count): progress.update(told("indexing: \(count) documents"))
        }
      }
    }
    progress.finish()
    let report = ScoreReport(score, cities: cities, words: retold)
    Output().line(json ? try JSONText.line(score) : report.text)
  }
}
