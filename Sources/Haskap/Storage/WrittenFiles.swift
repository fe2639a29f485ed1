internal import CLibrary
internal import Synchronization

/// Files that were written and not yet forced to the disk, still open.
///
/// An error of writing that the system meets later is told to the descriptor that wrote; one that
/// is opened anew may never hear of it. So descriptors are kept until the commit, which forces
/// them to the disk; those of segments that were merged before it are closed without.
final class WrittenFiles: Sendable {
  /// So many stay open at once; of more the first is forced to the disk before the commit.
  private static let limit = 64
  private let files = Mutex<[(name: String, descriptor: Int32)]>([])
  private let system: SystemCalls

  init(_ system: SystemCalls) { self.system = system }

  deinit {
    files.withLock { for file in $0 { _ = system.close(file.descriptor) } }
  }

  func add(_ descriptor: Int32, name: String, in path: String) throws(StorageError) {
    let first = files.withLock { files in
      files.append((name, descriptor))
      return files.count > Self.limit ? files.removeFirst() : nil
    }
    if let first { try synchronize(first.descriptor, "\(path)/\(first.name)") }
  }

  /// Forces a file to the disk and closes it; nothing when that has been done.
  func synchronize(_ name: String, in path: String) throws(StorageError) {
    if let descriptor = take(name) { try synchronize(descriptor, "\(path)/\(name)") }
  }

  func forget(_ name: String) {
    if let descriptor = take(name) { _ = system.close(descriptor) }
  }

  private func take(_ name: String) -> Int32? {
    files.withLock { files in
      files.firstIndex { $0.name == name }.map { files.remove(at: $0).descriptor }
    }
  }

  private func synchronize(_ descriptor: Int32, _ path: String) throws(StorageError) {
    let code = system.synchronize(descriptor) == 0 ? 0 : errno
    let closing = system.close(descriptor) == 0 || errno == EINTR ? 0 : errno
    guard code == 0, closing == 0 else {
      throw StorageError(.synchronize, path, code: code == 0 ? closing : code)
    }
  }
}
