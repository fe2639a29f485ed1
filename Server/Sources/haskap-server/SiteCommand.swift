import ArgumentParser
import HaskapServer

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write the pages as files for an ordinary web server.",
    usage: "haskap site --out <folder> [<options>]",
    discussion: """
      The same pages as those of haskap serve, but for the search, with the same
      content as JSON and CSV beside each, or of other documents than reports as JSON.
      They link to each other wherever they lie.

      EXAMPLES:
        haskap site --out public
        haskap site --index Index/mine --out public --url https://city.example.jp/reports
      """)

  @Option(help: "The folder of the index.", completion: .directory)
  var index = "Index/current"

  @Option(help: "A new or empty folder for the files.", completion: .directory)
  var out: String

  @Option(help: "Where the files will be, for the links that are kept, and for a sitemap.")
  var url: String?

  @Flag(help: "Write in English; what the reports say stays Japanese.")
  var english = false

  func run() throws {
    let writer = try SiteWriter(index: index, url: url, inEnglish: english)
    print("\(try writer.write(to: out)) pages in \(out)")
  }
}
