internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Threads of the system that work at the same time.
enum Threads {
  /// Runs `body` with the numbers 0 ..< count, each on a thread of its own, and waits for all.
  ///
  /// - Returns: the results, in no particular order.
  /// - Throws: the first error of a thread.
  static func run<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
  ) throws -> [Value] {
    let outcomes = Outcomes<Value>()
    let threads = (0..<count).compactMap { number in
      start { outcomes.add(Result { try body(number) }) }
    }
    for thread in threads { pthread_join(thread, nil) }
    return try outcomes.all.map { try $0.get() }
  }

  private final class Outcomes<Value: Sendable>: Sendable {
    private let values = Mutex<[Result<Value, any Error>]>([])

    func add(_ value: Result<Value, any Error>) { values.withLock { $0.append(value) } }
    var all: [Result<Value, any Error>] { values.withLock(\.self) }
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let status = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    return thread
  }
}
