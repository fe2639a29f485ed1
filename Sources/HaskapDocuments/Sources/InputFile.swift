internal import CLibrary

/// Opens what a user names for reading.
package enum InputFile {
  /// A file that lies on the disk. From a pipe nothing might ever come, and a device never ends.
  package static func open(_ path: String) throws -> Int32 {
    let file = CLibrary.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    var status = stat()
    guard file >= 0 else { throw cannotRead(path) }
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw InputError(
        description: "\(path): is a folder, a pipe or a device; name a file, or give lines of "
          + "JSON by standard input as -")
    }
    return file
  }

  /// The whole content of a file.
  package static func read(_ path: String) throws -> [UInt8] {
    let file = try open(path)
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = CLibrary.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw cannotRead(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  package static func isEmpty(_ path: String) -> InputError {
    InputError(
      description: "\(path): is empty, and the index has documents of it; was it cut short? "
        + "Give it back, or take it out with: haskap remove \(path)")
  }

  /// Why the system would not, by `errno`.
  package static func cannotRead(_ path: String) -> InputError {
    InputError(
      description: "\(path): cannot be read (\(String(cString: strerror(errno)))); "
        + "check the name and its permissions")
  }
}
