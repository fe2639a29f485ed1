/// Values that were found out last, up to a size. The oldest go one by one: to forget all at once takes
/// a tenth of a second, for which everybody would wait.
package struct RecentValues<Key: Hashable, Value> {
  private let room: Int
  private var size = 0
  private var values: [Key: (value: Value, size: Int)] = [:]
  /// In the order in which they came; those before `first` have gone.
  private var keys: [Key] = []
  private var first = 0

  package init(room: Int) { self.room = room }

  package subscript(key: Key) -> Value? { values[key]?.value }

  /// - Returns: the values that had to go; to free them takes longer than a lock should be held.
  package mutating func insert(_ value: Value, for key: Key, size: Int = 1) -> [Value] {
    var gone: [Value] = []
    if let before = values.updateValue((value, size), forKey: key) {
      self.size -= before.size
      gone.append(before.value)
    } else {
      keys.append(key)
    }
    self.size += size
    while self.size > room, first < keys.count { removeOldest(&gone) }
    return gone
  }

  private mutating func removeOldest(_ gone: inout [Value]) {
    if let (value, size) = values.removeValue(forKey: keys[first]) {
      self.size -= size
      gone.append(value)
    }
    first += 1
    guard first > 1024, first > keys.count / 2 else { return }
    keys.removeFirst(first)
    first = 0
  }
}
