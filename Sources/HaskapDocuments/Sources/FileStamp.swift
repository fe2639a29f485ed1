internal import CLibrary

/// What the system tells of a file, by which to see whether it has changed: as `git` and `rsync` do,
/// without reading it. A change within the grain of the system's clock (a hundredth of a second) that
/// leaves the size as it is stays unseen.
struct FileStamp: Codable, Equatable {
  private let size: Int64
  private let inode: UInt64
  /// When its bytes were changed, in nanoseconds since 1970.
  private let modified: Int64
  /// When it was changed in any way, its name and times included.
  private let changed: Int64

  /// Nil where there is no such file.
  init?(path: String) {
    var status = stat()
    guard path != "-", stat(path, &status) == 0 else { return nil }
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
