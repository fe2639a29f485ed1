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
      throw StorageError("start a thread for", "the index's writer", code: code)
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

/// A value that one thread at a time may touch, and that threads may wait for to change (Hoare,
/// "Monitors: an operating system structuring concept", 1974).
final class Monitor<State>: @unchecked Sendable {  // The state is touched under the lock alone.
  private var state: State
  private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
  private let changed: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Changes the state and wakes all that wait.
  func update<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
    return body(&state)
  }

  /// Calls `body` anew after each change until it gives a result.
  func wait<Result>(_ body: (inout State) -> Result?) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let result = body(&state) {
        pthread_cond_broadcast(changed)
        return result
      }
      pthread_cond_wait(changed, lock)
    }
  }
}
