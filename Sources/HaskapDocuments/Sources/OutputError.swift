internal import CLibrary

/// A file or folder that the system does not let the program write: a full disk, no permission.
public struct OutputError: Error, Sendable, Equatable {
  public var path: String
  /// The system's error number (`errno`).
  public var code: Int32

  package init(_ path: String, code: Int32) { (self.path, self.code) = (path, code) }
}

extension OutputError: CustomStringConvertible {
  public var description: String {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
    return "\(path): cannot be written (\(String(cString: strerror(code)))); "
      + (isFull ? "make room on the disk and try again" : "name a file in a folder of yours")
  }
}
