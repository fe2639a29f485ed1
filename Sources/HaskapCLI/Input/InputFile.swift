import Glibc

/// Opens what a user names for reading.
enum InputFile {
  /// A file that lies on the disk. From a pipe nothing might ever come, and a device never ends.
  static func open(_ path: String) throws -> Int32 {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    var status = stat()
    guard file >= 0 else { throw cannotRead(path) }
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw UserError(
        description: "\(path): is a folder, a pipe or a device; name a file, or give lines of "
          + "JSON by standard input as -")
    }
    return file
  }

  /// Why the system would not, by `errno`.
  static func cannotRead(_ path: String) -> UserError {
    UserError(
      description: "\(path): cannot be read (\(String(cString: strerror(errno)))); "
        + "check the name and its permissions")
  }
}
