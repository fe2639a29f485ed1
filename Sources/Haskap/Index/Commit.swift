/// What the newest commit of one folder holds, its files open.
struct Commit: Sendable {
  let directory: IndexDirectory
  let manifest: Manifest
  let segments: [Segment]

  /// Opens the files of the newest commit. A file that is gone means that another commit came
  /// between reading the manifest and opening; then it begins anew.
  ///
  /// - Parameter earlier: a commit of the same folder, with which unchanged segments are shared.
  init(_ directory: IndexDirectory, sharing earlier: Commit? = nil) throws {
    var manifest = try Manifest(directory)
    while true {
      do {
        segments = try Self.segments(of: manifest, directory, sharing: earlier)
        break
      } catch let error as StorageError {
        let newer = try Manifest(directory)
        guard newer != manifest else { throw error }
        manifest = newer
      }
    }
    self.directory = directory
    self.manifest = manifest
  }

  private static func segments(
    of manifest: Manifest, _ directory: IndexDirectory, sharing earlier: Commit?
  ) throws -> [Segment] {
    try manifest.schema.checkAnalyzers(against: manifest.fingerprints, path: directory.path)
    let known = earlier.map { $0.manifest.schema == manifest.schema ? $0.segments : [] } ?? []
    return try manifest.segments.map { record in
      try known.first { $0.record.number == record.number }?.changed(directory, to: record)
        ?? Segment(directory, record, schema: manifest.schema)
    }
  }

  /// The newest commit; nil when nothing was committed since.
  func newer() throws -> Commit? {
    try Manifest(directory) == manifest ? nil : Commit(directory, sharing: self)
  }
}
