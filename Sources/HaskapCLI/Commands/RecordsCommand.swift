import ArgumentParser
import Glibc
import HaskapCivic

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Show the records that reports hold, as data.",
    discussion: """
      EXAMPLES:
        haskap records Corpus --json | head -n 3
        haskap records report.txt --json > records.jsonl
      """)

  @Argument(help: "Reports, or folders of reports.", completion: .file())
  var paths: [String] = ["Corpus"]

  @Flag(help: "One line of JSON for each record.")
  var json = false

  func run() throws {
    let output = Output()
    let complaints = Output(STDERR_FILENO)
    for path in try ReportFiles.list(paths) {
      let text = try ReportText(file: path, bytes: ReportFiles.read(path))
      let reading = ReportReader.read(text)
      for warning in reading.warnings { complaints.line("haskap: warning: \(warning)") }
      for record in reading.records { output.line(try JSONText.line(record)) }
    }
  }
}
