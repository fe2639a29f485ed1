import Synchronization

/// Keeps what was asked for last, up to a size.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// When the new half is full it becomes the old one; what is asked for again moves back.
  private struct Halves {
    var new: [Key: Value] = [:]
    var old: [Key: Value] = [:]
    var bytes = 0
  }

  /// In bytes, of each half.
  private let room: Int
  private let bytes: @Sendable (Key, Value) -> Int
  private let halves = Mutex(Halves())

  /// - Parameter bytes: about how much memory a value takes with its key.
  init(room: Int, bytes: @escaping @Sendable (Key, Value) -> Int) {
    (self.room, self.bytes) = (room, bytes)
  }

  subscript(key: Key) -> Value? {
    halves.withLock { halves in
      if let value = halves.new[key] { return value }
      guard let value = halves.old[key] else { return nil }
      insert(value, key, &halves)
      return value
    }
  }

  func insert(_ value: Value, for key: Key) {
    halves.withLock { insert(value, key, &$0) }
  }

  private func insert(_ value: Value, _ key: Key, _ halves: inout Halves) {
    let size = bytes(key, value)
    guard size <= room / 8 else { return }
    if halves.bytes + size > room { halves = Halves(old: halves.new) }
    if halves.new.updateValue(value, forKey: key) == nil { halves.bytes += size }
  }
}
