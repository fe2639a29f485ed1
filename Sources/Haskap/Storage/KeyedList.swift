/// A few values by their keys. A list, because a process that makes its first dictionary of some
/// kind lets the runtime search all conformances of the program, longer than a file takes to open.
struct KeyedList<Key: Equatable & Sendable, Value: Equatable & Sendable>: Sendable {
  /// In the order in which the keys were first set.
  private(set) var entries: [(key: Key, value: Value)] = []

  subscript(key: Key) -> Value? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }
}

extension KeyedList: Equatable {
  /// The order does not count.
  static func == (one: Self, other: Self) -> Bool {
    one.entries.count == other.entries.count
      && one.entries.allSatisfy { other[$0.key] == $0.value }
  }
}

extension KeyedList: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Key, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}
