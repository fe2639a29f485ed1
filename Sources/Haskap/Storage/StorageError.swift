internal import Glibc

/// The operating system refused an operation on a file or folder of the index.
public struct StorageError: Error, Hashable, Sendable {
  /// What was tried, as an infinitive: "write", "open".
  public var operation: String
  public var path: String
  /// The system's error number (`errno`).
  public var code: Int32

  public init(_ operation: String, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  public var remedy: String {
    switch code {
    case ENOSPC, EDQUOT: "make room on the disk and build again; the last commit is untouched"
    case EACCES, EPERM, EROFS: "check the folder's permissions, or choose another folder"
    case ENOENT: "build an index there first, or check the path"
    case ENOTDIR, EEXIST: "choose a path that is a folder or does not exist yet"
    case EMFILE, ENFILE: "close other indexes, or raise the limit of open files"
    default: "check the disk; the last commit is untouched"
    }
  }
}

extension StorageError: CustomStringConvertible {
  public var description: String {
    "Could not \(operation) '\(path)': \(String(cString: strerror(code))); \(remedy)."
  }
}
