/// What the manifest says about a segment.
struct SegmentRecord: Equatable, Sendable {
  var number: UInt64
  /// Deleted documents included.
  var documentCount: Int
  var deletedCount: Int = 0
  var files: KeyedList<FileKind, FileRecord>

  var liveCount: Int { documentCount - deletedCount }

  /// Whether both have the same files but for the deletions.
  func isSame(as other: SegmentRecord) -> Bool {
    var (own, others) = (files, other.files)
    own[.deletions] = nil
    others[.deletions] = nil
    return number == other.number && documentCount == other.documentCount && own == others
  }
}
