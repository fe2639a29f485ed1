internal import Glibc

/// A thread of the operating system that runs one closure. Whoever lets go of it waits for the
/// closure to return.
final class WorkerThread {
  private let thread: pthread_t

  /// - Throws: `StorageError` when the system has no more threads.
  init(_ body: @escaping @Sendable () -> Void) throws(StorageError) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    let code = pthread_create(&thread, nil, Self.run, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw StorageError(.startThread, "the index's writer", code: code)
    }
    self.thread = thread
  }

  deinit { pthread_join(thread, nil) }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let argument = $0 { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
