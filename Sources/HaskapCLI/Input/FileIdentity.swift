import CLibrary

/// A file or folder by whatever path it is reached.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let inode: ino_t

  /// Nil where there is none; `-` is standard input.
  init?(_ path: String) {
    var status = stat()
    guard (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0 else {
      return nil
    }
    self.init(status)
  }

  init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
}
