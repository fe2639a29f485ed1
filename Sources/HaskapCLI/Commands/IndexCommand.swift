import ArgumentParser
import FoundationEssentials
import Glibc
import HaskapCivic
import HaskapDocuments

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build the index of reports, or of any documents.",
    usage: "haskap index [<paths> ...] [<options>]",
    discussion: """
      The index that is there is replaced only when the new one is complete.
      Reports that have not changed are not read again.

      Files with a document on each line (.jsonl, or .tsv with the names in the
      first row) make an index of their own kind: by the fields of a schema, which
      is guessed and shown when none is given. Then search it by the same commands.

      Names of one organisation that no rule can join stand in a small text, which
      the index keeps: searches use it, and so does building again without it.

        北洋大学 < 苫小牧駒澤大学               its earlier name
        苫小牧青年会議所 = 苫小牧JC | 苫JC      the same body, written otherwise
        地名 苫小牧 = とまこまい | TOMAKOMAI    a place, in every name
        # a remark

      So it keeps a thesaurus, a group of words a line:

        保育所 = 保育園 > 小規模保育 ~ 待機児童  the same > narrower ~ related

      EXAMPLES:
        haskap index
        haskap index reports --aliases aliases.txt
        haskap index reports/2024 reports/2025 --index Index/all
        haskap index docs.jsonl --index Index/docs
        haskap index docs.jsonl --guess > schema.json
        haskap index docs.jsonl --schema schema.json --index Index/docs
        xzcat docs.jsonl.xz | haskap index - --index Index/docs
      """)

  @Argument(
    help: "Reports, folders of reports, or files of documents; - is standard input.",
    completion: .file())
  var paths: [String] = ["Corpus"]

  @OptionGroup var place: IndexOptions

  @Option(help: "A file with the fields of the documents.", completion: .file())
  var schema: String?

  @Option(
    help: "A file with other and earlier names of organisations.", completion: .file())
  var aliases: String?

  @Option(
    help: "A file with words of the same or a near meaning, beside those that ship.",
    completion: .file())
  var thesaurus: String?

  @Flag(help: "Only show the schema that is guessed for the documents.")
  var guess = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func validate() throws {
    guard schema == nil || !guess else {
      throw ValidationError("--schema and --guess exclude each other")
    }
  }

  func run() throws {
    if let documents = try documents {
      guard aliases == nil, thesaurus == nil else {
        let option = aliases == nil ? "--thesaurus" : "--aliases"
        throw UserError(description: "\(option) is for reports, and these are other documents")
      }
      return try guess ? documents.showSchema() : place.write { try documents.run() }
    }
    try indexReports()
  }

  /// Nil when the paths are reports.
  private var documents: DocumentIndexing? {
    get throws {
      let areDocuments = schema != nil || guess
      let files = try areDocuments ? DocumentFiles.all(paths) : DocumentFiles.among(paths)
      return files.map {
        DocumentIndexing(files: $0, index: place.index, schemaPath: schema, json: json)
      }
    }
  }

  private func indexReports() throws {
    let start = ContinuousClock.now
    var progress = Progress()
    let files = try ReportFiles.list(paths).map { path in
      progress.update("reading \(path)")
      return CivicIndexBuilder.File(path: path, bytes: try ReportFiles.read(path))
    }
    let aliasFile = try aliases.map { AliasFile(path: $0, text: try TextFile.read($0)) }
    let thesaurusFile = try thesaurus.map {
      ThesaurusFile(path: $0, text: try TextFile.read($0))
    }
    let summary = try place.write {
      let builder = CivicIndexBuilder(
        path: place.index, aliases: aliasFile, thesaurus: thesaurusFile)
      return try builder.build(files) { progress.update("indexing: \($0) documents") }
    }
    progress.finish()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if json { try printJSON(summary, seconds) } else { printText(summary, seconds) }
  }

  private func printText(_ summary: CivicIndexBuilder.Summary, _ seconds: Double) {
    let complaints = Output(STDERR_FILENO)
    for warning in summary.warnings { complaints.warning(warning) }
    let output = Output()
    for report in summary.reports { output.line(Self.line(report)) }
    let changes = [
      ("added", summary.added), ("changed", summary.changed), ("unchanged", summary.unchanged),
      ("dropped", summary.dropped),
    ]
    output.line(changes.map { "\($0.1.count) \($0.0)" }.joined(separator: ", "))
    for path in summary.dropped { output.line("dropped \(path)") }
    if let aliases = summary.aliases { output.line("with the aliases of \(aliases)") }
    output.line(
      "\(summary.reports.count) reports, \(summary.records) records, "
        + "\(summary.organizations) organizations")
    output.line(
      "\(summary.documents.grouped) documents, \(summary.words.grouped) words, "
        + "\(summary.bytes.grouped) bytes, \((seconds * 100).rounded() / 100) seconds")
    output.line("in \(place.index)")
  }

  /// A layout half understood is told with counts, so that nobody takes the index for complete.
  private static func line(_ report: CivicIndexBuilder.Report) -> String {
    let unread =
      report.unreadLines == 0
      ? "" : ", \(report.unreadLines) of \(report.lines) lines not understood"
    return "\(report.path): \(report.layout.rawValue), \(report.records) records\(unread)"
  }

  private func printJSON(_ summary: CivicIndexBuilder.Summary, _ seconds: Double) throws {
    struct Timed: Encodable {
      var summary: CivicIndexBuilder.Summary
      var seconds: Double
    }
    Output().line(try JSONText.line(Timed(summary: summary, seconds: seconds)))
  }
}
