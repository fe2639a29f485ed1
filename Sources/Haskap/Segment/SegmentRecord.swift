/// What the manifest says about a segment.
struct SegmentRecord: Equatable, Sendable {
  var number: UInt64
  /// Deleted documents included.
  var documentCount: Int
  var deletedCount: Int = 0
  var files: KeyedList<FileKind, FileRecord>

  var liveCount: Int { documentCount - deletedCount }
}
