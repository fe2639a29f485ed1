import ArgumentParser
import Haskap
import HaskapCivic
import HaskapDocuments

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build the index of reports, or of any documents.",
    usage: "haskap index [<paths> ...] [<options>]",
    discussion: """
      The index that is there is replaced only when the new one is complete.
      Reports that have not changed are not read again. Without paths it is made
      of what it was made of before, the first time of Corpus, and of documents too
      only what has changed is read. A file that cannot be read, or a path that is
      not there any more, is named and stays as it was in the index, and the others
      are indexed; the exit status is then 5.

      Files with a document on each line (.jsonl), in an array (.json) or in each
      row of a table with headings (.csv, .tsv), packed by gzip, zstd or not, make an
      index of their own kind: by the fields of a schema, which is guessed and shown
      when none is given. Then search it by the same commands.

      Names of one organization that no rule can join stand in a small text, which
      the index keeps: searches use it, and so does building again without it.

        北洋大学 < 苫小牧駒澤大学               its earlier name
        苫小牧青年会議所 = 苫小牧JC | 苫JC      the same body, written otherwise
        地名 苫小牧 = とまこまい | TOMAKOMAI    a place, in every name
        # a remark

      So it keeps a thesaurus, a group of words a line:

        保育所 = 保育園 > 小規模保育 ~ 待機児童  the same > narrower ~ related

      EXAMPLES:
        haskap index
        haskap add report-2026.pdf
        haskap index reports --aliases aliases.txt
        haskap index reports/2024 reports/2025 --index Index/all
        haskap index docs.jsonl --index Index/docs
        haskap index docs.jsonl --guess > schema.json
        haskap index docs.jsonl --schema schema.json --index Index/docs
        xzcat docs.jsonl.xz | haskap index - --index Index/docs
      """)

  @Argument(
    help: """
      Reports, folders of reports, or files of documents; - is standard input. (default: \
      what the index was made of, or Corpus)
      """,
    completion: .file())
  var paths: [String] = []

  @OptionGroup var place: IndexOptions

  @Option(help: "A file with the fields of the documents.", completion: .file())
  var schema: String?

  @OptionGroup var userFiles: UserFileOptions

  @Flag(help: "Pass over documents that cannot be read, and count them.")
  var skipBad = false

  @OptionGroup var building: BuildingOptions

  @Flag(help: "Make the index of these paths alone, though it was made of others.")
  var replace = false

  @Flag(help: "Only show the schema that is guessed for the documents.")
  var guess = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func validate() throws {
    guard building.skipped == nil || skipBad else {
      throw ValidationError("--skipped needs --skip-bad")
    }
    guard schema == nil || !guess else {
      throw ValidationError("--schema and --guess exclude each other")
    }
  }

  func run() throws {
    if let paths = try documents { return try index(documents: paths) }
    if let option = building.given {
      throw UserError(description: "\(option) is for documents, and these are reports")
    }
    let sources = try sources
    let files = try ReportFiles(sources.paths)
    let reports = files.contents.filter { sources.holds($0.path) }
    try ReportIndexing(place: place, json: json, passedOver: files.passedOver).run { progress in
      try userFiles.builder(of: place.index).build(reports, of: sources, progress: progress)
    }
  }

  /// The paths of documents, given or remembered; nil when they are reports.
  private var documents: SourcePaths? {
    get throws {
      let earlier = (try? DocumentIndexer.sources(of: place.index)) ?? nil
      if paths.isEmpty, let earlier { return earlier }
      let areDocuments = try schema != nil || guess || DocumentFiles.among(paths) != nil
      return areDocuments ? SourcePaths(paths) : nil
    }
  }

  private func index(documents sources: SourcePaths) throws {
    if let option = userFiles.given {
      throw UserError(description: "\(option) is for reports, and these are other documents")
    }
    let indexing = DocumentIndexing(
      place: place, json: json, skipsBad: skipBad, building: building)
    let files = try DocumentFiles.all(sources)
    if guess { return try indexing.showSchema(files) }
    if paths.isEmpty, schema == nil { return try indexing.update(files) }
    guard !paths.isEmpty || !files.contains("-") else {
      throw UserError(
        description:
          "what came by standard input cannot be read again with another schema; give it once more: "
          + "haskap index - --schema FILE --index '\(place.index)'")
    }
    if !replace {
      try place.refuseIndex(ofReports: true)
      try refuseOthers(sources, than: (try? DocumentIndexer.sources(of: place.index)) ?? nil)
    }
    try indexing.build(files, of: sources, schemaPath: schema)
  }

  /// What the index is to be made of: what it was made of before, unless there is none, or the user
  /// says that others replace it.
  private var sources: SourcePaths {
    get throws {
      let given = SourcePaths(paths)
      if replace, !paths.isEmpty { return given }
      try place.refuseIndex(ofReports: false)
      guard let earlier = try earlierSources else {
        guard paths.isEmpty else { return given }
        guard !CivicIndex.lacksManifest(path: place.index) else {
          throw UserError(
            description:
              "the folder '\(place.index)' holds files of an index but no manifest, and what that was "
              + "made of is unknown; name it: haskap index PATH… --index '\(place.index)'",
            status: .indexMissingOrDamaged)
        }
        return SourcePaths(["Corpus"])
      }
      if !paths.isEmpty { try refuseOthers(given, than: earlier) }
      guard earlier.paths.isEmpty else { return earlier }
      guard !paths.isEmpty else {
        throw UserError(
          description:
            "all that the index '\(place.index)' was made of has been taken out of it; name something: "
            + "haskap index PATH… --index '\(place.index)'")
      }
      return given
    }
  }

  /// What an index of reports was made of. Where a damaged manifest does not tell, paths must.
  private var earlierSources: SourcePaths? {
    get throws {
      do {
        return try CivicIndex.sources(path: place.index)
      } catch is FormatError where paths.isEmpty {
        throw UserError(
          description:
            "the manifest of the index '\(place.index)' is damaged, and what the index was made of is "
            + "unknown; name that: haskap index PATH… --index '\(place.index)'",
          status: .indexMissingOrDamaged)
      } catch {
        return nil
      }
    }
  }

  private func refuseOthers(_ given: SourcePaths, than earlier: SourcePaths?) throws {
    guard let earlier, !earlier.paths.isEmpty,
      !SourcePaths(earlier.spelled(given.paths)).names(theSameAs: earlier)
    else { return }
    let others = paths.joined(separator: " ")
    throw UserError(
      description:
        "the index '\(place.index)' is made of \(earlier.paths.joined(separator: ", ")); "
        + "add to it with: haskap add \(others)\(place.option); or let these take its place with --replace; "
        + "or choose another index by --index")
  }
}
