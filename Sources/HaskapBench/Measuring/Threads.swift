internal import CLibrary
internal import Synchronization

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
    var threads = (0..<count).compactMap { number in
      try? SystemThread { outcomes.add(Result { try body(number) }) }
    }
    threads.removeAll()  // Waits for each.
    return try outcomes.all.map { try $0.get() }
  }

  private final class Outcomes<Value: Sendable>: Sendable {
    private let values = Mutex<[Result<Value, any Error>]>([])

    func add(_ value: Result<Value, any Error>) { values.withLock { $0.append(value) } }
    var all: [Result<Value, any Error>] { values.withLock(\.self) }
  }
}
