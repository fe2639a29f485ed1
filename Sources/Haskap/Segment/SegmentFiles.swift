internal import Synchronization

/// The files of one segment, one of each kind, by the segment's number.
///
/// The writing side records every file that it has finished, for the manifest. Several threads may
/// write one file each.
final class SegmentFiles: Sendable {
  let directory: IndexDirectory
  let segment: UInt64
  private let finished: Mutex<KeyedList<FileKind, FileRecord>>

  init(
    _ directory: IndexDirectory, segment: UInt64,
    records: KeyedList<FileKind, FileRecord> = [:]
  ) {
    self.directory = directory
    self.segment = segment
    finished = Mutex(records)
  }

  var records: KeyedList<FileKind, FileRecord> { finished.withLock { $0 } }

  static func name(_ kind: FileKind, segment: UInt64) -> String { "\(segment).\(kind.suffix)" }

  func writer(_ kind: FileKind) throws(StorageError) -> FileWriter {
    try FileWriter(
      directory, name: Self.name(kind, segment: segment), kind: kind, segment: segment)
  }

  /// Finishes a file and takes it into the segment.
  func finish(_ writer: FileWriter) throws(StorageError) {
    let record = try writer.finish()
    finished.withLock { $0[writer.kind] = record }
  }

  func mapped(_ kind: FileKind) throws -> MappedFile {
    guard let record = records[kind] else {
      throw FormatError(
        file: directory.label(of: Self.name(kind, segment: segment)), offset: 0,
        expected: "a file of this kind in the manifest", found: "none")
    }
    return try MappedFile(
      directory, name: record.name, kind: kind, segment: segment, record: record)
  }
}
