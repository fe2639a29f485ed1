/// A growing string of bits, filled from the lowest bit of its first byte on.
struct BitSink {
  private let sink = ByteSink()
  private var pending: UInt64 = 0
  private var pendingBits: UInt64 = 0

  /// The most bits that can be appended at once.
  static let widest = 56

  /// The bytes that are full; all of them after `finish`.
  var bytes: UnsafeRawBufferPointer { sink.bytes }

  mutating func removeAll() {
    sink.removeAll()
    pending = 0
    pendingBits = 0
  }

  /// Appends the lowest bits of a value that has no others.
  mutating func append(_ value: UInt64, width: UInt64) {
    pending |= value &<< pendingBits
    pendingBits += width
    while pendingBits >= 8 {
      sink.append(UInt8(truncatingIfNeeded: pending))
      pending &>>= 8
      pendingBits -= 8
    }
  }

  /// Appends bits of another string. Reads up to seven bytes behind them.
  mutating func append(_ source: UnsafeRawPointer, from start: Int, count: Int) {
    var bit = start
    let end = start + count
    while bit < end {
      let width = UInt64(min(Self.widest, end - bit))
      let word = source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
      append(word &>> UInt64(bit & 7) & (1 &<< width &- 1), width: width)
      bit += Int(width)
    }
  }

  /// Fills the last byte up with zeros.
  mutating func finish() {
    if pendingBits > 0 { sink.append(UInt8(truncatingIfNeeded: pending)) }
    pending = 0
    pendingBits = 0
  }
}
