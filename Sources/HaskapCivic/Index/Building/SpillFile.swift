internal import CLibrary
internal import Haskap
internal import Synchronization

/// What a build sets aside until it needs it again, in a file without a name among the system's temporary
/// ones: it goes with the process, however that ends.
final class SpillFile: Sendable {
  /// Where in the file.
  typealias Place = Range<Int>

  private let path: String
  private let file: Int32
  private let end = Mutex(0)

  /// - Throws: `StorageError`.
  init() throws {
    path = (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/haskap-XXXXXX"
    var name = Array(path.utf8CString)
    file = mkstemp(&name)
    guard file >= 0 else { throw StorageError(.setAside, path, code: errno) }
    unlink(name)
    // Not for the programs that are started to read PDF.
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(file) }

  /// Several threads may do it at the same time.
  ///
  /// - Throws: `StorageError`.
  func keep(_ value: some Packable) throws -> Place {
    let bytes = PackedWriter.bytes(of: value)
    let start = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    try transfer(bytes.count) { done in
      bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(start + done))
      }
    }
    return start..<start + bytes.count
  }

  /// What was kept there.
  ///
  /// - Throws: `StorageError`.
  func read<Value: Unpackable>(_: Value.Type = Value.self, _ place: Place) throws -> Value {
    var bytes = [UInt8](repeating: 0, count: place.count)
    try transfer(bytes.count) { done in
      bytes.withUnsafeMutableBytes {
        pread(
          file, $0.baseAddress.map { $0 + done }, place.count - done,
          off_t(place.lowerBound + done))
      }
    }
    var reader = try PackedReader(bytes)
    return try reader.read()
  }

  private func transfer(_ count: Int, _ some: (_ done: Int) -> Int) throws {
    var done = 0
    while done < count {
      let more = some(done)
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw StorageError(.setAside, path, code: more < 0 ? errno : EIO) }
      done += more
    }
  }
}
