/// A snapshot of an index: what one commit holds, whatever is committed after it.
///
///     let reader = try IndexReader(path: "Index")
///     let query = Query.term(field: "title", Array("会議".utf8))
///     let found = try reader.makeSearcher().search(query, limit: 10)
///     for hit in found.hits { print(try reader.storedDocument(hit)) }
///
/// Opening maps the files and checks their frames; what is read later is checked when it is first
/// touched. A reader may be used from several threads at once.
public final class IndexReader: Sendable {
  /// The folder of the index; of several, all of them with commas between.
  public let path: String
  let commits: [Commit]
  /// Of all indexes, in their order.
  let segments: [Segment]
  let memory = ReaderMemory()

  /// - Throws: `StorageError` when there is no index; `FormatError` when it is damaged;
  ///   `AnalyzerMismatch` when this process would cut words otherwise than the index does.
  public convenience init(path: String) throws {
    try self.init(IndexDirectory(path: path))
  }

  /// Several indexes as one: all that is asked is answered as by one index that was given the
  /// documents of the first folder, then those of the second, and so on, to the last bit of the
  /// scores. Hits of equal rank come in that order. Where a schema has a key, a document that
  /// several of the indexes have is found in each of them.
  ///
  /// - Throws: `JointIndexError` when their schemas differ, or one is named twice; as the other.
  public convenience init(paths: [String]) throws {
    let isOne = paths.count == 1
    var commits: [Commit] = []
    try OrderedWork.run(paths.count) { number in
      Result { try Commit(IndexDirectory(path: paths[number], namesFolder: !isOne)) }
    } take: {
      commits.append(try $0.get())
    }
    try self.init(commits)
  }

  convenience init(_ directory: IndexDirectory) throws {
    try self.init([Commit(directory)])
  }

  private init(_ commits: [Commit]) throws {
    if commits.count != 1 { try JointIndexError.check(commits) }
    self.commits = commits
    segments = commits.count == 1 ? commits[0].segments : commits.flatMap(\.segments)
    path = commits.map(\.directory.path).joined(separator: ", ")
  }

  /// The bytes that were given to the last commit of an index, whether or not its other files can
  /// be read; nil when there is no index.
  ///
  /// - Throws: `FormatError` when the manifest is damaged, `StorageError` when it cannot be read.
  public static func payload(path: String) throws -> [UInt8]? {
    try Manifest.last(IndexDirectory(path: path))?.payload
  }

  /// Whether a folder holds files of an index but no manifest, without which nobody knows what they
  /// are: it was lost, or the first commit never made.
  package static func lacksManifest(path: String) -> Bool {
    let directory = IndexDirectory(path: path)
    guard let names = try? directory.list(), !names.contains(Manifest.name) else { return false }
    return names.contains { SerialNumber.inName($0) != nil && directory.isOwn($0) }
  }

  /// Whether a folder holds a file of somebody else's where an index would be written.
  package static func holdsForeignFile(path: String) -> Bool {
    IndexDirectory(path: path).foreignFile != nil
  }

  public var schema: Schema { commits[0].manifest.schema }
  /// The bytes that were given to the commit; of several indexes, the first's.
  public var payload: [UInt8] { commits[0].manifest.payload }
  /// The bytes that were given to the commit of each index.
  public var payloads: [[UInt8]] { commits.map(\.manifest.payload) }
  /// Counts the commits of the index; of several, all of theirs.
  public var generation: UInt64 { commits.reduce(0) { $0 &+ $1.manifest.generation } }
  /// The documents that are not deleted.
  public var documentCount: Int { segments.reduce(0) { $0 + $1.record.liveCount } }
  public var segmentCount: Int { segments.count }
  /// Whether dictionaries may have terms of documents that are gone.
  package var hasDeletedDocuments: Bool {
    segments.contains { $0.record.liveCount < $0.documentCount }
  }
  /// The size of all files in bytes, the manifests' not counted.
  public var byteCount: Int {
    segments.reduce(0) { $0 + $1.record.files.entries.reduce(0) { $0 + $1.value.length } }
  }

  /// A reader on the newest commits; this one when nothing was committed since. Segments that both
  /// commits have are shared, with what has been checked of them.
  ///
  /// - Throws: as `init`.
  public func reopenIfChanged() throws -> IndexReader {
    let newer = try commits.map { try $0.newer() }
    guard newer.contains(where: { $0 != nil }) else { return self }
    return try IndexReader(zip(commits, newer).map { $1 ?? $0 })
  }

  /// Checks, as `IndexCheck` does, the segments that an older snapshot of the same folders does not have;
  /// without one, all.
  ///
  /// - Throws: the first problem that is found.
  public func check(since older: IndexReader? = nil) throws {
    for commit in commits {
      let known = (older?.commits ?? []).filter { $0.directory.path == commit.directory.path }
        .flatMap(\.manifest.segments)
      let new = commit.manifest.segments.filter { own in !known.contains { $0.isSame(as: own) } }
      try IndexCheck.require(new, schema, in: commit.directory)
    }
  }

  /// The stored fields of a document, in the order in which they were given.
  ///
  /// - Parameters:
  ///   - segment: the number of the segment in this snapshot, from 0.
  ///   - document: the number of the document in the segment, from 0.
  /// - Throws: `FormatError`, also when there is no such document.
  public func storedDocument(segment: Int, document: Int) throws -> Document {
    try documents(ofSegment: segment).document(document, fields: schema.fields)
  }

  /// What is wrong with a document that was read, and where its block stands.
  package func damage(
    segment: Int, document: Int, expected: String, found: String
  ) throws -> FormatError {
    try documents(ofSegment: segment).damage(document, expected: expected, found: found)
  }

  func documents(ofSegment segment: Int) throws -> DocumentStore {
    guard segments.indices.contains(segment) else {
      throw FormatError(
        file: Manifest.name, offset: 0, expected: "a segment below \(segments.count)",
        found: "\(segment)", remedy: "use numbers that this reader gave")
    }
    return segments[segment].documents
  }
}
