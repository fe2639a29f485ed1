internal import CLibrary
public import Haskap

/// Builds an index of any documents, and changes it.
///
///     let indexer = DocumentIndexer(index: "Index/docs")
///     try indexer.build(["2024.jsonl"])
///     try indexer.add(["2025.jsonl"])
///
/// The index remembers its files. Where the schema has a key, of documents of the same key the one
/// that is read last stays; when its file goes, those that it had replaced come back, but for what
/// came by standard input, which can be read only once.
public struct DocumentIndexer {
  /// Is told what is being done, for people: before each file and after each document.
  public typealias Progress = (_ message: @autoclosure () -> String) -> Void

  /// The folder of the index.
  public let index: String
  /// Whether documents that cannot be read are passed over and counted instead of being an error.
  public var skipsBad = false
  /// Is told each document that is passed over.
  public var onSkip: (SkippedDocument) throws -> Void = { _ in }
  /// How much memory, in bytes, documents may take before they are written to disk. Nil for 256 MiB a
  /// thread, of which each has words of its own, and 1 GiB at most.
  public var memoryBudget: Int?
  /// How many threads read texts; the answers are the same whatever their number. Nil for all cores.
  public var workers: Int?

  public init(index: String) { self.index = index }

  /// Replaces the index by one of the documents of these files.
  ///
  /// - Parameters:
  ///   - files: as `DocumentSource` reads them.
  ///   - sources: what the user named, in which the files were found; the index remembers it.
  ///   - schema: nil for a guessed one.
  /// - Throws: `InputError` with file and line for a document that cannot be read or does not fit
  ///   the schema; errors of the index. The earlier index is untouched then.
  @discardableResult
  public func build(
    _ files: [String], of sources: SourcePaths? = nil, schema: Schema? = nil,
    progress: Progress = { _ in }
  ) throws -> Summary {
    let start = ContinuousClock.now
    let files = files.map(SourcePaths.plain)
    var documents = self.documents(of: files)
    let chosen = try schema ?? SchemaGuess.schema(of: try documents.sample())
    let writer = try IndexWriter(
      replacing: index, schema: try FileField.added(to: chosen), options: options)
    var feed = DocumentFeed(chosen, writer)
    try feed.read(&documents, progress)
    progress("writing the index")
    let payload = DocumentPayload(
      facets: feed.facets, sources: sources ?? SourcePaths(files), files: try feed.files())
    try writer.commit(payload: payload.bytes)
    var summary = Summary(index: index, schema: chosen)
    summary.isSchemaGuessed = schema == nil
    summary.added = payload.files.map(\.path)
    return try finish(summary, documents, feed, start)
  }

  /// Makes the index hold these files alone, with the schema that it has: reads those that are new
  /// or have changed, and takes out all others but what came by standard input, which stays as it is.
  ///
  /// - Throws: `DocumentIndexError` where there is no index to change; errors as `build`. A file that
  ///   cannot be read, or a folder, is told in the summary, and the index keeps what it has of it.
  @discardableResult
  public func update(_ files: [String], progress: Progress = { _ in }) throws -> Summary {
    try change(progress) { change in
      let files = change.payload.sources.spelled(files)
      for file in files where file != "-" { change.read(file, always: false) }
      change.dropOthers(than: files)
    }
  }

  /// Adds files to the index, or reads them again; all others stay as they are. What comes by standard
  /// input is added to what came by it before.
  ///
  /// - Parameter sources: what the user named, in which the files were found; nil for the files.
  /// - Throws: as `update`.
  @discardableResult
  public func add(
    _ files: [String], of sources: [String]? = nil, progress: Progress = { _ in }
  ) throws -> Summary {
    try change(progress) { change in
      let known = change.payload.sources
      for file in known.spelled(files) { change.read(file, always: file == "-") }
      change.remember(known.spelled(sources ?? files))
    }
  }

  /// Takes out the documents of files, or of all that a folder holds.
  ///
  /// - Throws: `DocumentIndexError` where the index has no file of such a path; as `update`.
  @discardableResult
  public func remove(_ paths: [String], progress: Progress = { _ in }) throws -> Summary {
    try change(progress) { change in
      let paths = change.payload.sources.spelled(paths)
      let files = change.payload.files.map(\.path)
      let known = files + change.payload.sources.paths
      for path in paths where !known.contains(where: { SourcePaths.covers(path, $0) }) {
        throw DocumentIndexError.notInIndex(path, index: index, files: files)
      }
      change.payload.sources.remove(paths)
      change.drop { file in paths.contains { SourcePaths.covers($0, file) } }
    }
  }

  /// What the index is made of, as the user named it; nil where that is not known.
  ///
  /// - Throws: `FormatError` when the index is damaged, `StorageError` when it cannot be read.
  public static func sources(of index: String) throws -> SourcePaths? {
    try IndexReader.payload(path: index).flatMap { DocumentPayload($0)?.sources }
  }

  var options: IndexWriter.Options {
    var options = IndexWriter.Options()
    options.workers = max(1, workers ?? SystemThread.processorCount)
    options.memoryBudget = memoryBudget ?? min(options.workers, 4) * options.memoryBudget
    return options
  }
}

extension DocumentIndexer {
  private func change(
    _ progress: Progress, _ plan: (inout DocumentChange) throws -> Void
  ) throws -> Summary {
    let start = ContinuousClock.now
    // Once there is a writer, nobody else changes what the plan is made for.
    let writer = try IndexWriter(
      path: index, schema: try DocumentChange(index: index).reader.schema, options: options)
    var change = try DocumentChange(index: index)
    try plan(&change)
    try change.findUncovered()
    let schema = try FileField.removed(from: writer.schema)
    var feed = DocumentFeed(schema, writer)
    if !change.stale.isEmpty {
      progress("taking out what has changed")
      try writer.delete(where: .any(change.stale.map(FileField.query)))
    }
    var documents = self.documents(of: change.waiting)
    try feed.read(&documents, progress)
    progress("writing the index")
    let payload = try change.payload(after: feed.files()).bytes
    if change.isNeeded || payload != change.reader.payload { try writer.commit(payload: payload) }
    var summary = change.summary(of: schema)
    summary.documentsBefore = change.documentsKept
    return try finish(summary, documents, feed, start)
  }

  private func documents(of files: [String]) -> DocumentSources {
    var sources = DocumentSources(paths: files)
    sources.skipsBad = skipsBad
    sources.onSkip = onSkip
    return sources
  }

  private func finish(
    _ summary: Summary, _ sources: DocumentSources, _ feed: DocumentFeed,
    _ start: ContinuousClock.Instant
  ) throws -> Summary {
    var summary = summary
    try measure(&summary, since: start)
    summary.replaced = summary.documentsBefore + feed.count - summary.documents
    summary.leftOut = feed.leftOut
    (summary.skipped, summary.replacements) = (sources.skipped, sources.replacements)
    summary.doubts = sources.doubts
    return summary
  }

  /// Tells what the index holds now.
  func measure(_ summary: inout Summary, since start: ContinuousClock.Instant) throws {
    let reader = try IndexReader(path: index)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    summary.documents = reader.documentCount
    summary.words = summary.schema.textFields.reduce(0) { $0 + reader.wordCount(of: $1.name) }
    summary.bytes = reader.byteCount
    summary.seconds = (seconds * 100).rounded() / 100
  }
}
