import ArgumentParser
import CLibrary
import Haskap
import HaskapBench
import HaskapCivic
import HaskapDocuments

struct ExportCommand: IndexesCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Carry an index to a cluster of OpenSearch.",
    usage: "haskap export --opensearch <folder> [<options>]",
    discussion: """
      The folder gets settings.json and mapping.json, the documents in files for _bulk with their
      texts already cut, and verify.jsonl: queries with what Haskap finds, and as the cluster is
      asked them. The cluster needs no plug-in. Scripts/opensearch/verify.py loads the folder into
      one and compares its answers; Index/OPENSEARCH.md tells what differs.

      EXAMPLES:
        haskap export --opensearch out
        haskap export --opensearch out --index shards --queries questions.txt
        python3 Scripts/opensearch/verify.py out --url http://localhost:9200 --load
      """)

  @OptionGroup var place: IndexesOptions

  @Option(help: "A new or empty folder for the export.", completion: .directory)
  var opensearch: String

  @Option(
    help: "A file of queries to verify by, one a line, in place of drawn ones.",
    completion: .file())
  var queries: String?

  @Option(name: .customLong("draw"), help: "How many queries are drawn to verify by.")
  var drawn = 300

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 7

  @Option(help: "How many MiB a file of documents may have.")
  var size = 64

  @Flag(help: "The summary as JSON.")
  var json = false

  func validate() throws {
    guard 1...1024 ~= size, 0...100_000 ~= drawn else {
      throw ValidationError("--size takes MiB from 1 to 1024, --draw numbers from 0 to 100,000")
    }
  }

  func run() throws {
    let summary = try place.folder.askReader { reader in
      try OpenSearchCommand.export(of: reader, to: opensearch, options: try options).run(
        SeededGenerator(seed: seed), request: OpenSearchCommand.reading(reader))
    }
    let output = Output()
    let errors = Output(STDERR_FILENO)
    for problem in summary.refused { errors.warning(problem) }
    errors.flush()
    output.line(
      json
        ? try JSONText.line(summary)
        : told(
          """
          \(opensearch): \(String.counted(summary.documents, "document")), \
          \(String.counted(summary.bytes, "byte")), \(String.counted(summary.files, "file")), \
          \(summary.queries) queries to verify by
          """))
    output.flush()
  }

  private var options: OpenSearchExport.Options {
    get throws {
      var options = OpenSearchExport.Options()
      (options.mostBytes, options.queryCount) = (size << 20, drawn)
      options.queries = try queries.map { path in
        try TextFile.read(path).split(whereSeparator: \.isNewline).map(String.init)
      }
      return options
    }
  }
}

/// How an index reads what it is asked, whatever it holds.
enum OpenSearchCommand {
  static func export(
    of reader: IndexReader, to folder: String, options: OpenSearchExport.Options
  ) -> OpenSearchExport {
    guard CivicIndex.isCivic(reader) else {
      return OpenSearchExport(reader, to: folder, options: options)
    }
    return OpenSearchExport(reader, to: folder, options: options) {
      try JSONText.line(try CivicEntry(packed: $0))
    }
  }

  static func reading(_ reader: IndexReader) -> (String) throws -> OpenSearchRequest {
    guard CivicIndex.isCivic(reader) else { return { try OpenSearchRequest($0, in: reader) } }
    let index = CivicIndex(reader)
    return { try index.openSearchRequest($0) }
  }
}
