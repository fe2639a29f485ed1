internal import Haskap
internal import Synchronization

/// Keeps what was found out last of an index, since the same is asked again and again.
final class KnownValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values: Mutex<RecentValues<Key, Value>>

  /// - Parameter room: for so many values.
  init(room: Int = 1024) { values = Mutex(RecentValues(room: room)) }

  /// Threads that ask for one at the same time may each find it out.
  func value(of key: Key, _ find: () throws -> Value) rethrows -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let found = try find()
    _ = values.withLock { $0.insert(found, for: key) }
    return found
  }
}
