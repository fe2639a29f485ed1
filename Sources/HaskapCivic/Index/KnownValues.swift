internal import Synchronization

/// Keeps what was found out last of an index, since the same is asked again and again.
final class KnownValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// When there are more all are forgotten.
  private let most = 1024
  private let values = Mutex<[Key: Value]>([:])

  /// Threads that ask for one at the same time may each find it out.
  func value(of key: Key, _ find: () throws -> Value) rethrows -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let found = try find()
    values.withLock { values in
      if values.count >= most { values.removeAll() }
      values[key] = found
    }
    return found
  }
}
