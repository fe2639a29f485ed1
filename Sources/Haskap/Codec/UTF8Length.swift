/// How many bytes a scalar takes, by its first byte. A byte that begins none stands alone.
enum UTF8Length {
  @inline(__always)
  static func of(_ first: UInt8) -> Int {
    if first & 0xF0 == 0xE0 { return 3 }
    if first < 0xC0 { return 1 }
    return first < 0xE0 ? 2 : 4
  }

  /// The offsets of all scalars and of the end.
  static func offsets(in bytes: [UInt8]) -> [Int] {
    var offsets = [0]
    offsets.reserveCapacity(bytes.count / 3 + 2)
    while let last = offsets.last, last < bytes.count {
      offsets.append(min(last + of(bytes[last]), bytes.count))
    }
    return offsets
  }
}
