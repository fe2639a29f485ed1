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
  /// The folder of the index.
  public let path: String
  let manifest: Manifest
  let segments: [Segment]
  private let directory: IndexDirectory
  let memory = ReaderMemory()

  /// - Throws: `StorageError` when there is no index; `FormatError` when it is damaged;
  ///   `AnalyzerMismatch` when this process would cut words otherwise than the index does.
  public convenience init(path: String) throws {
    try self.init(IndexDirectory(path: path))
  }

  convenience init(_ directory: IndexDirectory) throws {
    let (manifest, segments) = try Self.snapshot(directory)
    self.init(directory, manifest, segments)
  }

  private init(_ directory: IndexDirectory, _ manifest: Manifest, _ segments: [Segment]) {
    self.directory = directory
    self.manifest = manifest
    self.segments = segments
    path = directory.path
  }

  /// The bytes that were given to the last commit of an index, whether or not its other files can
  /// be read; nil when there is no index.
  ///
  /// - Throws: `FormatError` when the manifest is damaged, `StorageError` when it cannot be read.
  public static func payload(path: String) throws -> [UInt8]? {
    try Manifest.last(IndexDirectory(path: path))?.payload
  }

  public var schema: Schema { manifest.schema }
  /// The bytes that were given to the commit.
  public var payload: [UInt8] { manifest.payload }
  /// Counts the commits of the index.
  public var generation: UInt64 { manifest.generation }
  /// The documents that are not deleted.
  public var documentCount: Int { manifest.segments.reduce(0) { $0 + $1.liveCount } }
  public var segmentCount: Int { segments.count }
  /// The size of all files in bytes, the manifest's not counted.
  public var byteCount: Int {
    manifest.segments.reduce(0) { $0 + $1.files.entries.reduce(0) { $0 + $1.value.length } }
  }

  /// A reader on the newest commit; this one when nothing was committed since. Segments that both
  /// commits have are shared, with what has been checked of them.
  public func reopenIfChanged() throws -> IndexReader {
    guard try Manifest(directory) != manifest else { return self }
    let (manifest, segments) = try Self.snapshot(directory, sharing: self)
    return IndexReader(directory, manifest, segments)
  }

  /// The stored fields of a document, in the order in which they were given.
  ///
  /// - Parameters:
  ///   - segment: the number of the segment in this snapshot, from 0.
  ///   - document: the number of the document in the segment, from 0.
  /// - Throws: `FormatError`, also when there is no such document.
  public func storedDocument(segment: Int, document: Int) throws -> Document {
    guard segments.indices.contains(segment) else {
      throw FormatError(
        file: Manifest.name, offset: 0, expected: "a segment below \(segments.count)",
        found: "\(segment)", remedy: "use numbers that this reader gave")
    }
    return try segments[segment].documents.document(document, fields: schema.fields)
  }

  /// Opens the files of the newest commit. A file that is gone means that another commit came
  /// between reading the manifest and opening; then it begins anew.
  private static func snapshot(
    _ directory: IndexDirectory, sharing earlier: IndexReader? = nil
  ) throws -> (Manifest, [Segment]) {
    var manifest = try Manifest(directory)
    while true {
      do {
        try manifest.schema.checkAnalyzers(
          against: manifest.fingerprints, path: directory.path)
        let known = earlier.map { $0.schema == manifest.schema ? $0.segments : [] } ?? []
        let segments = try manifest.segments.map { record in
          try known.first { $0.record.number == record.number }?.changed(directory, to: record)
            ?? Segment(directory, record, schema: manifest.schema)
        }
        return (manifest, segments)
      } catch let error as StorageError {
        let newer = try Manifest(directory)
        guard newer != manifest else { throw error }
        manifest = newer
      }
    }
  }
}
