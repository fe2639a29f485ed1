internal import CLibrary

/// An open file of the operating system, closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  /// Gives the file away, to be closed by whoever takes it.
  consuming func take() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// What was opened; nil, and `errno` set, when nothing was.
  func status() -> stat? {
    var status = stat()
    return number >= 0 && fstat(number, &status) == 0 ? status : nil
  }
}

extension stat {
  /// Whether it is a file that lies on the disk, and no pipe, device, folder or link.
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
