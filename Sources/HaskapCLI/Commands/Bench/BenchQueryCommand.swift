import ArgumentParser
import FoundationEssentials
import Haskap
import HaskapBench

struct BenchQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Measure how long the queries of an index take.",
    discussion: """
      Queries of every kind are drawn from the texts of the index, or given in a file
      with a kind, a tab and a query on each line. Before anything is measured, every
      answer is compared with a plain search through a sample of the documents, and a
      wrong one ends the benchmark: texts that are not stored, as those of reports, are
      put together from the words of the index for it; of questions only the number and
      order of the hits is looked at.

      The time is that from the query's terms to its ten best answers and the number
      of all; cold is the opening of the index and its first query, after the system
      was asked to forget the files. The writer works on a copy of the index.

      KINDS: \(QueryKind.allCases.map(\.rawValue).joined(separator: ", "))

      EXAMPLES:
        haskap bench query
        haskap bench query Index/docs --threads 1,2,4 --writer 3
        haskap bench query Index/docs --kinds term,phrase --queries 200 --seed 8
        haskap bench query Index/docs --from queries.tsv --json
        haskap bench query Index/docs --chart latencies.svg
        haskap bench query shards
      """)

  @Argument(help: "The folder of the index.", completion: .directory)
  var index = IndexFolder.standard.path

  @Option(help: "Kinds of queries, separated by commas.")
  var kinds: String?

  @Option(parsing: .unconditional, help: "How many queries of each kind are drawn.")
  var queries = 20

  @Option(parsing: .unconditional, help: "The seed of the random numbers.")
  var seed: UInt64 = 7

  @Option(
    help: "Take the queries from a file: a kind, a tab and a query a line.", completion: .file())
  var from: String?

  @Option(help: "The text field to search. (default: the one with the most words)")
  var field: String?

  @Option(
    name: .customLong("repeat"), parsing: .unconditional, help: "How often each query is asked.")
  var rounds = 10

  @Option(parsing: .unconditional, help: "How many queries of each kind are asked cold.")
  var cold = 3

  @Option(
    parsing: .unconditional, help: "Numbers of threads that ask at once, separated by commas.")
  var threads = "1,2"

  @Option(parsing: .unconditional, help: "For how many seconds a writer commits beside.")
  var writer = 0.0

  @OptionGroup var output: BenchOutput

  func validate() throws {
    guard rounds > 0, queries > 0, cold >= 0, (0...600).contains(writer) else {
      throw ValidationError(
        "--repeat and --queries take numbers above 0, --cold none below 0, --writer 0 to 600")
    }
    _ = try options
  }

  func run() throws {
    try output.check()
    let place = IndexFolder(path: index)
    _ = try place.askReader { $0.generation }
    if writer > 0, try place.single != [index] {
      throw UserError(
        description: "--writer is for one index, and '\(index)' is made of shards; "
          + "name one of them")
    }
    var progress = Progress()
    let folder = try BenchFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try QueryBenchmark(path: index, options: options).run(folder: folder) {
      progress.update($0)
    }
    progress.finish()
    let report = QueryReport(result, words: retold)
    try output.show(result, table: report.table, text: report.text, chart: report.chart)
  }

  private var options: QueryBenchmark.Options {
    get throws {
      var options = QueryBenchmark.Options()
      if let kinds { options.kinds = try BenchOutput.parts(kinds, "--kinds").map(Self.kind) }
      (options.queriesByKind, options.seed, options.rounds) = (queries, seed, rounds)
      (options.file, options.field) = (from, field)
      (options.coldQueries, options.writerSeconds) = (cold, writer)
      options.threads = try BenchOutput.threads(threads)
      return options
    }
  }

  private static func kind(_ name: Substring) throws -> QueryKind {
    guard let kind = QueryKind(rawValue: String(name)) else {
      let kinds = QueryKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--kinds takes some of \(kinds), not '\(name)'")
    }
    return kind
  }
}
