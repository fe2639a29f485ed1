/// A term as the table compares it.
struct TermKey {
  let low: UInt64
  let high: UInt64
  private let start: UnsafeRawPointer
  let length: UInt32

  /// - Parameter readable: how far memory may be read behind the term, its own bytes included.
  @inline(__always)
  init(_ start: UnsafeRawPointer, length: Int, readable: Int) {
    self.start = start
    self.length = UInt32(truncatingIfNeeded: length)
    guard readable >= 16, length > 0, length <= 16 else {
      (low, high) = Self.copy(start, length: length)
      return
    }
    // Without a branch: lengths of words are hard to predict.
    let words = (
      start.loadUnaligned(as: UInt64.self), start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    )
    low = words.0 & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(length, 8))
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 128 &- 8 &* length)
    high = words.1 & (length > 8 ? mask : 0)
  }

  /// The same for long terms, and those at the end of the text.
  @inline(never)
  private static func copy(_ start: UnsafeRawPointer, length: Int) -> (UInt64, UInt64) {
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: start, count: min(length, 16)))
    }
    return words
  }

  /// The bytes behind the sixteenth, in the text.
  @inline(__always)
  var rest: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start + 16, count: max(Int(length) &- 16, 0))
  }

  @inline(__always)
  var hash: UInt32 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: high ^ 0xD6E8_FEB8_6659_FD93)
    let mixed = product.high ^ product.low
    let all = length > 16 ? mixRest(mixed) : mixed
    return UInt32(truncatingIfNeeded: all ^ all &>> 32)
  }

  @inline(never)
  private func mixRest(_ mixed: UInt64) -> UInt64 {
    rest.reduce(mixed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
