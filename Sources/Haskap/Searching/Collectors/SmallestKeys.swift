/// The documents of the smallest keys, earlier documents first where keys are equal: a heap with
/// the largest on top.
struct SmallestKeys {
  let limit: Int
  private(set) var keys: [(key: Int64, document: UInt32)] = []

  init(limit: Int) { self.limit = limit }

  mutating func insert(_ key: Int64, _ document: UInt32) {
    if keys.count < limit {
      keys.append((key, document))
      siftUp()
    } else if let top = keys.first, (key, document) < top {
      keys[0] = (key, document)
      siftDown()
    }
  }

  private mutating func siftUp() {
    var place = keys.count - 1
    while place > 0, keys[(place - 1) / 2] < keys[place] {
      keys.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func siftDown() {
    var place = 0
    while 2 * place + 1 < keys.count {
      var child = 2 * place + 1
      if child + 1 < keys.count, keys[child] < keys[child + 1] { child += 1 }
      guard keys[place] < keys[child] else { return }
      keys.swapAt(place, child)
      place = child
    }
  }
}
