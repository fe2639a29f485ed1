internal import CLibrary

/// The system calls by which an index is read and written, as values, so that a test can make each
/// of them fail.
///
/// Like the calls themselves they return -1 (`nextEntry`: nil) and set `errno` when they fail.
struct SystemCalls: Sendable {
  /// Makes a file that is not there yet. A link of that name is in the way, wherever it points.
  var create: @Sendable (_ path: String) -> Int32 = {
    CLibrary.open($0, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o666)
  }
  /// Opens for reading; a pipe is opened at once, and not when somebody writes to it.
  var open: @Sendable (_ path: String) -> Int32 = {
    CLibrary.open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  }
  /// The name of a folder's next file; nil at the end, with `errno` 0, and after an error.
  var nextEntry: @Sendable (_ folder: OpaquePointer) -> String? = { folder in
    errno = 0
    return readdir(folder)?.name
  }
  var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int = {
    CLibrary.write($0, $1, $2)
  }
  var synchronize: @Sendable (_ file: Int32) -> Int32 = { fsync($0) }
  var close: @Sendable (_ file: Int32) -> Int32 = { CLibrary.close($0) }
  var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { CLibrary.rename($0, $1) }
  var remove: @Sendable (_ path: String) -> Int32 = { unlink($0) }
}
