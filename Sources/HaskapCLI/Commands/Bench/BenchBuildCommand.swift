import ArgumentParser
import CLibrary
import FoundationEssentials
import Haskap
import HaskapBench
import HaskapCivic
import HaskapDocuments

struct BenchBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build indexes of growing size and measure each.",
    discussion: """
      Takes what `haskap index` takes: reports, or files of documents. Builds go round
      in turn; shown are medians, ± is the distance of the quartiles, and the CPU time
      as a multiple of a plain loop over ICU's words, which goes through the texts of
      the first 20,000 documents and counts by the MiB. Every index is checked before
      its figures count: its documents are counted, its files read through, and
      sampled terms and phrases asked and compared with the texts.

      EXAMPLES:
        haskap bench build
        haskap bench build docs.jsonl --sizes 1000,10000,100000 --threads 1,2
        haskap bench build made --repeat 5 --chart growth.svg --save before.json
        haskap bench build made --repeat 5 --compare before.json
        haskap bench build --kept before.json --chart growth.svg
      """)

  @Argument(help: "Reports, folders of reports, or files of documents.", completion: .file())
  var paths: [String] = ["Corpus"]

  @Option(
    parsing: .unconditional,
    help:
      "Numbers of documents to build with, separated by commas. (default: a tenth, a third, all)")
  var sizes: String?

  @Option(parsing: .unconditional, help: "Numbers of threads, separated by commas.")
  var threads = "1"

  @Option(
    parsing: .unconditional, help: "Memory budgets in MiB, from 16, separated by commas.")
  var memory = "256"

  @Option(
    name: .customLong("repeat"), parsing: .unconditional, help: "How often each index is built.")
  var rounds = 3

  @Option(help: "Tell what changed against figures that were kept.", completion: .file())
  var compare: String?

  @Option(help: "Show figures that were kept, and build nothing.", completion: .file())
  var kept: String?

  @OptionGroup var output: BenchOutput

  func validate() throws {
    guard kept == nil || compare == nil else {
      throw ValidationError("--kept and --compare exclude each other")
    }
    guard rounds > 0 else { throw ValidationError("--repeat takes a number above 0") }
    _ = try options(documents: 1)
  }

  func run() throws {
    try output.check()
    if let kept { return try show(try Self.result(in: kept, "--kept")) }
    let earlier = try compare.map { try Self.result(in: $0, "--compare") }
    var progress = Progress()
    progress.update(told("reading \(paths.joined(separator: ", "))"))
    let start = ProcessClock.now
    let (schema, documents) = try corpus()
    let reading = (ProcessClock.now - start).cpu
    guard !documents.isEmpty else {
      throw UserError(description: "\(paths.joined(separator: ", ")): no documents to build with")
    }
    let folder = try BenchFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let benchmark = BuildBenchmark(
      documents: documents, schema: schema, options: try options(documents: documents.count),
      folder: folder)
    var result = try BenchFolder.building(in: folder) {
      try benchmark.run(comparingWith: earlier) { done, all in
        progress.update(told("build \(done + 1) of \(all)"))
      }
    }
    progress.finish()
    (result.readingSeconds, result.documentsRead) = (reading, documents.count)
    try show(result)
  }
}

extension BenchBuildCommand {
  private func options(documents: Int) throws -> BuildBenchmark.Options {
    var options = BuildBenchmark.Options()
    options.sizes =
      try sizes.map { try BenchOutput.numbers($0, "--sizes") } ?? Self.steps(documents)
    options.threads = try BenchOutput.threads(threads)
    options.memoryBudgets = try BenchOutput.numbers(memory, "--memory")
    try BuildingOptions.check(options.memoryBudgets)
    options.rounds = rounds
    options.corpus = paths.map { String($0.split(separator: "/").last ?? Substring($0)) }
    options.program = HaskapCommand.configuration.version
    return options
  }

  /// A tenth, a third and all.
  private static func steps(_ documents: Int) -> [Int] {
    Array(Set([documents / 10, documents / 3, documents].filter { $0 > 0 })).sorted()
  }

  private func corpus() throws -> (schema: Schema, documents: [Document]) {
    guard let files = try DocumentFiles.among(paths) else {
      return try CivicIndexBuilder.documents(
        of: try ReportFiles(paths).contents)
    }
    var sources = DocumentSources(paths: files)
    let schema = try SchemaGuess.schema(of: try sources.sample())
    var mapping = DocumentMapping(schema)
    var documents: [Document] = []
    while let source = try sources.next() { documents.append(try mapping.document(source)) }
    return (schema, documents)
  }

  /// - Throws: `UserError` where the file has other things.
  private static func result(in path: String, _ option: String) throws -> BuildResult {
    let kept = Data(try InputFile.read(path))
    guard let result = try? JSONDecoder().decode(BuildResult.self, from: kept) else {
      throw UserError(
        description: "\(path): has no figures of haskap bench build; give \(option) a file that "
          + "--save wrote")
    }
    return result
  }

  private func show(_ result: BuildResult) throws {
    let report = BuildReport(result, words: retold)
    let comparison = report.comparison.map { told("against \(compare ?? ""):") + "\n\($0)" }
    let text = [report.text, comparison].compactMap(\.self).joined(separator: "\n\n")
    try output.show(result, table: report.table, text: text, chart: report.chart)
  }
}
