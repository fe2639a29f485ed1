/// What an index consists of: written anew by each commit, and put into place in one step.
///
/// A file that the manifest does not name does not belong to the index. Layout: a record, in the
/// order of the properties; see `Manifest+Record.swift`.
struct Manifest: Equatable, Sendable {
  static let name = "manifest"
  static let temporaryName = "manifest.new"

  /// Counts the commits.
  var generation: UInt64 = 0
  /// The number of the next segment. No number is used twice, so no file name is either.
  var nextSegment: UInt64 = 1
  var schema: Schema
  /// Of each analyzer of the schema, the fingerprint of the data that it cuts by.
  var fingerprints: KeyedList<String, String> = [:]
  /// Bytes that the caller of the commit keeps with it.
  var payload: [UInt8] = []
  var segments: [SegmentRecord] = []

  /// The names of all files that belong to the index.
  var fileNames: Set<String> {
    Set([Self.name] + segments.flatMap { $0.files.entries.map(\.value.name) })
  }
}
