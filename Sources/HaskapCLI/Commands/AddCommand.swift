import ArgumentParser
import HaskapCivic
import HaskapDocuments

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add reports or documents to the index, or read them again.",
    usage: "haskap add <paths> ... [<options>]",
    discussion: """
      All others of the index stay as they are. From then on haskap index reads
      these as well. A document takes the place of the one with the same key. What
      comes by standard input (-) is added to what came by it before.

      EXAMPLES:
        haskap add report-2026.pdf
        haskap add docs-2026.jsonl --index Index/docs
        haskap add reports/2025 reports/2026 --index Index/all
      """)

  @Argument(
    help: "Reports, folders of reports, or files of documents; - is standard input.",
    completion: .file())
  var paths: [String]

  @OptionGroup var place: IndexOptions
  @OptionGroup var userFiles: UserFileOptions

  @Flag(help: "Pass over documents that cannot be read, and count them.")
  var skipBad = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func run() throws {
    if place.holdsDocuments { return try addDocuments() }
    if place.holdsReports, let document = try DocumentFiles.among(paths)?.first {
      throw UserError(
        description:
          "\(document) holds documents, and the index '\(place.index)' holds reports; "
          + "choose another index by --index")
    }
    let files = try ReportFiles(paths)
    try ReportIndexing(place: place, json: json, passedOver: files.passedOver).run { progress in
      try userFiles.builder(of: place.index).add(files.contents, of: paths, progress: progress)
    }
  }

  private func addDocuments() throws {
    if let option = userFiles.given {
      throw UserError(
        description:
          "\(option) is for reports, and the index '\(place.index)' holds other documents")
    }
    try DocumentIndexing(place: place, json: json, skipsBad: skipBad)
      .add(DocumentFiles.all(paths), of: paths)
  }
}
