internal import CLibrary

/// Adds, replaces and deletes documents of an index. What it does is seen by readers, and lasts,
/// from `commit` on; until then the last commit stays as it is, whatever happens.
///
///     let writer = try IndexWriter(path: "Index", schema: schema)
///     try writer.add(["id": "1", "title": "まちかどミーティング", "year": 2023])
///     try writer.commit()
///
/// One thread at a time may use a writer. There is one writer at a time for an index. After an error other than `DocumentError` a writer
/// does nothing more: open another, which starts from the last commit.
public final class IndexWriter {
  /// How a writer works.
  public struct Options: Sendable, Hashable {
    /// How much memory, in bytes, documents may take before they are written to disk, what
    /// writing them needs included; of more than 16 MiB up to 6 are kept for what else a writer takes.
    /// Only a document that needs more by itself gets more, as do the empty tables of small budgets
    /// (2 MiB and 80 KiB a field, times `workers`). Merging takes its place then: some twenty bytes
    /// for each document of the merge and each distinct key.
    public var memoryBudget = 256 << 20
    var pairs = PairRule.standard
    /// How much of the stored documents of a segment is not packed, in bytes.
    package var plainLength = DocumentBlockLayout.plainLength
    /// How many threads analyze and invert documents and list pairs, the caller's included. Answers
    /// are the same whatever their number, and so is the index where the budget holds all documents.
    public var workers = 1

    public init() {}
  }

  public let schema: Schema
  let directory: IndexDirectory
  let plan: DocumentPlan
  let analyzers: AnalyzerSet
  let options: Options
  private let lock: WriterLock
  /// The last commit; nil when there is none, or when it is being replaced.
  var committed: Manifest?
  var generation: UInt64
  /// The number of the next segment.
  var nextSegment: UInt64
  /// Those in the names of all files of the folder, the user's own included.
  let foreignNumbers: Set<UInt64>
  /// What the next commit will hold, except what `builder` has.
  var segments: [SegmentRecord]
  var builder: SegmentBuilder?
  /// Keys whose documents are to be deleted from all that is in `segments`.
  var deletedKeys: Set<ExactString> = []
  private var failure: (any Error)?

  /// Opens an index for writing, or makes a new one.
  ///
  /// - Throws: `IndexLocked` when another writer has it; `SchemaError` when the index there has
  ///   another schema; `AnalyzerMismatch`, `FormatError`, `StorageError`.
  public convenience init(
    path: String, schema: Schema, options: Options = Options()
  ) throws {
    try self.init(
      IndexDirectory(path: path), schema: schema, options: options, replacing: false)
  }

  /// Opens an index for writing with other words for its analyzer. What is there stays cut as it is:
  /// whoever changes the words adds the documents again that have one of those that differ.
  ///
  /// - Throws: as the other.
  package convenience init(
    path: String, changingWordsTo schema: Schema, options: Options = Options()
  ) throws {
    try self.init(
      IndexDirectory(path: path), schema: schema, options: options, replacing: false,
      changesWords: true)
  }

  /// Begins an index anew. The index that is there is replaced by the first commit, and untouched
  /// without one; it may have another schema, or be damaged.
  ///
  /// - Throws: `IndexLocked` when another writer has it; `AnalysisError`, `StorageError`.
  public convenience init(
    replacing path: String, schema: Schema, options: Options = Options()
  ) throws {
    try self.init(
      IndexDirectory(path: path), schema: schema, options: options, replacing: true)
  }

  init(
    _ directory: IndexDirectory, schema: Schema, options: Options, replacing: Bool,
    changesWords: Bool = false
  ) throws {
    self.schema = schema
    self.directory = directory
    self.options = options
    plan = DocumentPlan(schema, pairs: options.pairs, plainLength: options.plainLength)
    analyzers = try AnalyzerSet(schema)
    try directory.make()
    if replacing, let name = directory.foreignFile {
      throw StorageError(.create, directory.path(of: name), code: EEXIST)
    }
    lock = try WriterLock(directory)
    let found = try Self.cleaned(directory, replacing: replacing)
    foreignNumbers = StaleFiles.numbers(try directory.list())
    committed = replacing ? nil : found
    generation = found?.generation ?? 0
    nextSegment = found?.nextSegment ?? 1
    segments = committed?.segments ?? []
    if let committed { try check(committed, changesWords) }
  }

  /// Removes what was written and not committed.
  deinit {
    // A commit that cannot be read does not tell what it needs.
    if let names = try? Manifest.last(directory)?.fileNames ?? [] {
      try? StaleFiles.remove(directory, keeping: names)
    }
  }

  /// Adds a document. If the schema has a key, earlier documents of the same key are deleted.
  ///
  /// - Throws: `DocumentError` when the document does not fit the schema; the writer goes on.
  public func add(_ document: Document) throws {
    let items = try plan.items(of: document)
    let key = try plan.key(of: document)
    try working {
      if let key { delete(ExactString(key)) }
      try insert(items, key: key)
    }
  }

  /// Adds a document and deletes those that have the same key.
  ///
  /// - Throws: `SchemaError` when the schema has no key; `DocumentError` like `add`.
  public func replace(_ document: Document) throws {
    let items = try plan.items(of: document)
    guard let key = try plan.key(of: document) else { throw missingKey }
    try working {
      delete(ExactString(key))
      try insert(items, key: key)
    }
  }

  /// Deletes the documents that have this key.
  ///
  /// - Throws: `SchemaError` when the schema has no key; `StorageError`, `FormatError`.
  public func delete(key: String) throws {
    guard schema.key != nil else { throw missingKey }
    try working { delete(ExactString(key)) }
  }

  /// Joins all segments to one, and leaves out what was deleted. Seen from the next commit on. What
  /// the last commit has is checked first, as `IndexCheck` does.
  ///
  /// - Parameters:
  ///   - reorder: numbers the documents so that those with words in common stand together, which
  ///     makes an index smaller and searching faster whose documents came in no particular order;
  ///     an order that is better already is kept. Answers stay the same, but documents of equal
  ///     rank may come in another order. It takes some seconds a hundred thousand documents, and
  ///     as much memory as their terms need, four bytes each, up to the budget.
  ///   - progress: is told how much of the reordering has been done, of 1.
  public func optimize(reorder: Bool = false, progress: (Double) -> Void = { _ in }) throws {
    try working {
      try IndexCheck.require(committed?.segments ?? [], schema, in: directory)
      try flush()
      try reorder ? mergeAllReordered(progress) : mergeAll()
    }
  }

  /// Makes everything since the last commit lasting, and seen by readers that open from now on.
  ///
  /// - Parameter payload: bytes to be kept with the commit, for the caller's own use.
  /// - Throws: `StorageError` when a file cannot be written; the last commit stays then.
  public func commit(payload: [UInt8] = []) throws {
    try working {
      try flush()
      try mergeByPolicy()
      try publish(payload: payload)
    }
  }

  /// Forgets everything since the last commit.
  ///
  /// - Throws: `WriterStopped` after an error.
  public func rollback() throws {
    try working {
      builder = nil
      deletedKeys.removeAll()
      segments = committed?.segments ?? []
    }
  }

  private func insert(_ items: [DocumentPlan.Item], key: String?) throws {
    if let builder, try !builder.hasRoom(for: items) { try flushFull() }
    let builder = try builder ?? makeBuilder()
    self.builder = builder
    try builder.add(items, key: key)
  }

  private func delete(_ key: ExactString) {
    builder?.delete(key: key)
    if !segments.isEmpty { deletedKeys.insert(key) }
  }

  private var missingKey: SchemaError {
    SchemaError(
      field: "", problem: "there is no key", remedy: "name a keyword field as the schema's key")
  }

  /// Does nothing after a failure, and remembers one.
  func working(_ body: () throws -> Void) throws {
    if let failure { throw WriterStopped(path: directory.path, cause: "\(failure)") }
    do {
      try body()
    } catch {
      failure = error
      builder = nil
      throw error
    }
  }

  /// The last commit, after what it does not need has been removed: on a full disk there may be no
  /// room but that. Where the index is replaced, a commit that is damaged counts as none; one that
  /// the system would not read does not, since it may be sound.
  private static func cleaned(
    _ directory: IndexDirectory, replacing: Bool
  ) throws -> Manifest? {
    do {
      let last = try Manifest.last(directory)
      try StaleFiles.remove(directory, keeping: last?.fileNames ?? [])
      return last
    } catch is FormatError where replacing {
      return nil
    }
  }

  private func check(_ manifest: Manifest, _ changesWords: Bool) throws {
    let known = manifest.schema
    let isSame =
      changesWords ? (known.fields, known.key) == (schema.fields, schema.key) : known == schema
    guard isSame else {
      throw SchemaError(
        field: "", problem: "the fields are not those of the index '\(directory.path)'",
        remedy: "use its schema, or build it anew with IndexWriter(replacing:)")
    }
    try known.checkAnalyzers(against: manifest.fingerprints, path: directory.path)
  }
}
