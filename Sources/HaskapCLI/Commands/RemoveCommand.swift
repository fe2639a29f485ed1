import ArgumentParser
import HaskapCivic

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take reports, or the documents of a file, out of the index.",
    usage: "haskap remove <paths> ... [<options>]",
    discussion: """
      The files themselves stay where they are; haskap add brings them back.

      EXAMPLES:
        haskap remove Corpus/tomakomai-pledges-2024.txt
        haskap remove reports/2019 --index Index/all
        haskap remove docs-2019.jsonl --index Index/docs
      """)

  @Argument(help: "Files as the index names them, or folders of them.", completion: .file())
  var paths: [String]

  @OptionGroup var place: IndexOptions

  @Flag(help: "The summary as JSON.")
  var json = false

  func run() throws {
    if place.holdsDocuments {
      return try DocumentIndexing(place: place, json: json).remove(paths)
    }
    try ReportIndexing(place: place, json: json).run { progress in
      try CivicIndexBuilder(path: place.index).remove(paths, progress: progress)
    }
  }
}
