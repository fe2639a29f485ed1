internal import CLibrary

/// Held by the one writer of an index. The system takes it back when the process ends, however it
/// ends. The file stays; it is the lock on it that counts.
struct WriterLock: ~Copyable {
  static let name = "writer.lock"
  private let file: FileDescriptor

  init(_ directory: IndexDirectory) throws {
    let path = directory.path(of: Self.name)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    file = FileDescriptor(open(path, flags, 0o666))
    guard let status = file.status() else { throw StorageError(.lock, path, code: errno) }
    // Another file's name, or something else than a file, is not to be written to.
    guard status.isRegularFile, status.st_nlink == 1 else {
      throw StorageError(.lock, path, code: EEXIST)
    }
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw StorageError(.lock, path, code: errno) }
      throw IndexLocked(path: directory.path, owner: Self.owner(file.number))
    }
    guard Self.isOwn(file.number) else { throw StorageError(.lock, path, code: EEXIST) }
    let own = Array("\(getpid())\n".utf8)
    guard ftruncate(file.number, 0) == 0, pwrite(file.number, own, own.count, 0) == own.count
    else { throw StorageError(.write, path, code: errno) }
  }

  /// Closing would not do: a program that this process starts has a copy of the descriptor until it
  /// runs, and would keep the lock so long.
  deinit { flock(file.number, LOCK_UN) }

  /// Whether a file holds no more than the number of a process, or what a loss of power leaves of one.
  static func isOwn(_ file: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(file, &bytes, bytes.count, 0)
    return count < bytes.count
      && bytes.prefix(max(0, count)).allSatisfy { $0 == 0 || $0 == 10 || 0x30...0x39 ~= $0 }
  }

  /// The process that the file names.
  private static func owner(_ file: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(file, &bytes, bytes.count, 0)
    return Int32(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self))
  }
}
