import ArgumentParser
import HaskapCivic

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add reports to the index, or read them again.",
    usage: "haskap add <paths> ... [<options>]",
    discussion: """
      All other reports of the index stay as they are. From then on haskap index
      reads these as well.

      EXAMPLES:
        haskap add report-2026.pdf
        haskap add reports/2025 reports/2026 --index Index/all
      """)

  @Argument(help: "Reports, or folders of reports.", completion: .file())
  var paths: [String]

  @OptionGroup var place: IndexOptions
  @OptionGroup var userFiles: UserFileOptions

  @Flag(help: "The summary as JSON.")
  var json = false

  func run() throws {
    let files = try ReportFiles(paths)
    try ReportIndexing(place: place, json: json, passedOver: files.passedOver).run { progress in
      try userFiles.builder(of: place.index).add(files.contents, of: paths, progress: progress)
    }
  }
}
