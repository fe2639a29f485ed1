import ArgumentParser
import HaskapBench
import HaskapDocuments

struct BenchCorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Write reports of cities that do not exist.",
    discussion: """
      Each city reports every year in a layout of its own: names follow Zipf's law,
      projects go on, pause and are renamed, bodies are written in several ways and
      now and then misprinted. Beside the folder stands the key, a line of JSON for
      each row: its fields, the project that it is a holding of, and whom each name
      of a body means. The same seed gives the same bytes.

      EXAMPLES:
        haskap bench corpus --reports 2000 --seed 7 made
        haskap bench score made
        haskap bench corpus --reports 2000 --years 20 --rows 250 large
        haskap index made --index Index/made
        haskap bench corpus --documents --reports 20000 --years 30 made.jsonl
      """)

  @Argument(
    help: "The folder to write to; it is made. A file with --documents.", completion: .file())
  var folder: String

  @Option(parsing: .unconditional, help: "How many reports to write.")
  var reports = 100

  @Option(parsing: .unconditional, help: "How many years each city reports on, 1 to 50.")
  var years = 5

  @Option(parsing: .unconditional, help: "About how many rows a report has, 2 to 1000.")
  var rows = ReportCorpus.usualRows

  @Option(parsing: .unconditional, help: "The seed of the random numbers.")
  var seed: UInt64 = 7

  @Flag(help: "Write the rows as documents, a line of JSON each, into one file, without a key.")
  var documents = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func validate() throws {
    guard reports > 0, (1...ReportCorpus.maxYears).contains(years),
      (2...ReportCorpus.maxRows).contains(rows)
    else {
      throw ValidationError("--reports takes a number above 0, --years 1 to 50, --rows 2 to 1000")
    }
  }

  func run() throws {
    var progress = Progress()
    let corpus = ReportCorpus(reports: reports, years: years, rows: rows, seed: seed)
    let summary = try (documents ? corpus.writeDocuments : corpus.write)(
      folder,
      { made in BenchFolder.onSignal { for _ in 0..<10 { made.remove() } } },
      { progress.update(told("writing: \($0.grouped) of \(reports.grouped) reports")) })
    progress.finish()
    let output = Output()
    if json { return output.line(try JSONText.line(summary)) }
    output.line(
      told(
        """
        \(folder): reports \(summary.reports.grouped), cities \(summary.cities.grouped), \
        rows \(summary.records.grouped), bytes \(summary.bytes.grouped)
        """))
    if !documents { output.line(told("its key: \(summary.key)")) }
  }
}
