/// Writes small records (the manifest, a stored document) as a run of bytes.
///
/// Integers are in groups of seven bits, lowest first, the top bit saying that more follow
/// (LEB128); signed ones are folded first so that small negatives stay short (zigzag). Strings and
/// byte strings are preceded by their length in bytes.
struct RecordEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ count: Int) { append(UInt64(count)) }

  mutating func append(signed value: Int64) {
    append(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func append(_ number: Double) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> (8 * shift))) }
  }

  mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ string: [UInt8]) {
    append(string.count)
    bytes.append(contentsOf: string)
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
