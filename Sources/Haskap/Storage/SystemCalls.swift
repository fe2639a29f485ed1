internal import Glibc

/// The system calls that change the disk, as values, so that a test can make each of them fail.
///
/// Like the calls themselves they return -1 and set `errno` when they fail.
struct SystemCalls: Sendable {
  var create: @Sendable (_ path: String) -> Int32 = {
    open($0, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
  }
  var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int = {
    Glibc.write($0, $1, $2)
  }
  var synchronize: @Sendable (_ file: Int32) -> Int32 = { fsync($0) }
  var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { Glibc.rename($0, $1) }
  var remove: @Sendable (_ path: String) -> Int32 = { unlink($0) }
}
