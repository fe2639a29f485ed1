internal import CLibrary

/// The operating system refused an operation on a file or folder of the index.
public struct StorageError: Error, Hashable, Sendable {
  /// What was tried, as an infinitive.
  public enum Operation: String, Hashable, Sendable {
    case open
    case map
    case list = "list the folder"
    case makeFolder = "make the folder"
    case lock
    case create
    case write
    case synchronize = "force to the disk"
    case rename = "rename into place"
    /// The new commit is in place already, but only a loss of power will tell whether it lasts.
    case confirm = "force to the disk, with the new commit,"
    case remove
    case startThread = "start a thread for"
    /// In a temporary file.
    case setAside = "set aside what is read in"

    /// Whether a writer tried it.
    public var isWriting: Bool { ![.open, .map, .list].contains(self) }
  }

  /// Whether the system had no more of what this program asked for: the file itself may be sound.
  public var isShortage: Bool { [EMFILE, ENFILE, ENOMEM, EAGAIN].contains(code) }

  public var operation: Operation
  public var path: String
  /// The system's error number (`errno`).
  public var code: Int32

  public init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// What can be done, and what has become of the index where a writer failed.
  public var remedy: String {
    switch operation {
    case .confirm: "\(cure); the new commit is in place, but may not outlast a loss of power"
    case let operation where operation.isWriting: "\(cure); the last commit is untouched"
    default: cure
    }
  }

  private var cure: String {
    switch code {
    case _ where operation == .setAside: "set TMPDIR to a folder with room"
    case ENOSPC, EDQUOT, EFBIG: "make room on the disk and try again"
    case EACCES, EPERM, EROFS: "check the folder's permissions, or choose another folder"
    case ENOENT where operation == .makeFolder: "choose another folder"
    case ENOENT: "build an index there first, or check the path"
    case EEXIST where operation == .create || operation == .lock,
      ELOOP where operation == .lock:
      "another writer is at work, or a file that is not the index's is in the way; move it away"
    case EISDIR: "a folder has its name; move that away"
    case ENOTDIR, EEXIST, ELOOP: "choose a path that is a folder or does not exist yet"
    case EMFILE, ENFILE: "close other indexes, or raise the limit of open files"
    case ENOMEM: "make more memory available"
    case EAGAIN where operation == .startThread:
      "end other programs, or raise the limit of processes"
    default: "check the disk"
    }
  }
}

extension StorageError: CustomStringConvertible {
  public var description: String {
    "Could not \(operation.rawValue) '\(path)': \(String(cString: strerror(code))); \(remedy)."
  }
}
