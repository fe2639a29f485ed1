internal import CLibrary
internal import FoundationEssentials

/// The system's memory of what was read from files.
enum PageCache {
  /// Asks the system to forget the files of a folder, so that the next to read them waits for the
  /// disk (posix_fadvise(2)). Pages that a process has mapped stay.
  static func evict(folder: String) {
    #if os(Linux)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let file = open("\(folder)/\(name)", O_RDONLY)
        guard file >= 0 else { continue }
        fdatasync(file)
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        close(file)
      }
    #endif
  }
}
