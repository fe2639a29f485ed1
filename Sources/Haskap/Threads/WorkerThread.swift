internal import CLibrary

/// A thread of the operating system that runs one closure. Whoever lets go of it waits for the
/// closure to return.
final class WorkerThread {
  private let thread: SystemThread

  /// - Throws: `StorageError` when the system has no more threads.
  init(_ body: @escaping @Sendable () -> Void) throws(StorageError) {
    do throws(SystemThread.Refused) {
      thread = try SystemThread(body)
    } catch {
      throw StorageError(.startThread, "the writer", code: error.code)
    }
  }
}
