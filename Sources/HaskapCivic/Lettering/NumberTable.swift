/// What is said of words and letters, by a number of each. A number stands in the first free place from that of its
/// hash on (linear probing: Knuth, The Art of Computer Programming, volume 3, section 6.4).
struct NumberTable<Value: Sendable>: Sendable {
  private var slots = [(key: UInt64, value: Value)?](repeating: nil, count: 16)
  private var count = 0

  subscript(key: UInt64) -> Value? { slots[place(of: key)]?.value }

  /// - Parameter key: that the table does not have yet.
  mutating func insert(_ value: Value, for key: UInt64) {
    count += 1
    if count * 4 > slots.count { grow() }
    slots[place(of: key)] = (key, value)
  }

  private mutating func grow() {
    let all = slots
    slots = Array(repeating: nil, count: all.count * 2)
    for case let slot? in all { slots[place(of: slot.key)] = slot }
  }

  /// Where a number stands, or would.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
    while let slot = slots[place], slot.key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
