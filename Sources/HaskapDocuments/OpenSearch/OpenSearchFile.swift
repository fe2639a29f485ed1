internal import Glibc

/// A file of an export while it is written.
final class OpenSearchFile {
  let path: String
  private(set) var byteCount = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// - Throws: `InputError` where it cannot be made.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.cannotWrite(path) }
  }

  deinit { close(descriptor) }

  func line(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    buffer.append(0x0A)
    byteCount += text.utf8.count + 1
    if buffer.count >= 1 << 20 { try flush() }
  }

  func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.cannotWrite(path) }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  static func write(_ text: String, to path: String) throws {
    let file = try OpenSearchFile(path)
    try file.line(text)
    try file.flush()
  }

  private static func cannotWrite(_ path: String) -> InputError {
    InputError(
      description: "\(path): cannot be written (\(String(cString: strerror(errno)))); "
        + "name a file in a folder of yours")
  }
}
