internal import HaskapText

/// A term as the table compares it.
struct TermKey {
  var low: UInt64 = 0
  var high: UInt64 = 0
  private let start: UnsafeRawPointer
  let length: UInt32

  /// - Parameter readable: how far memory may be read behind the term, its own bytes included.
  @inline(__always)
  init(_ start: UnsafeRawPointer, length: Int, readable: Int) {
    self.start = start
    self.length = UInt32(truncatingIfNeeded: length)
    if readable >= 16 && length <= 16 {
      low = start.loadUnaligned(as: UInt64.self) & Self.mask(min(length, 8))
      high =
        start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & Self.mask(max(length &- 8, 0))
    } else {
      copy(length)
    }
  }

  /// The same byte by byte, for long terms and those at the end of the text.
  private mutating func copy(_ length: Int) {
    withUnsafeMutableBytes(of: &low) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: start, count: min(length, 8)))
    }
    guard length > 8 else { return }
    withUnsafeMutableBytes(of: &high) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: start + 8, count: min(length - 8, 8)))
    }
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
    var mixed = product.high ^ product.low
    if length > 16 {
      for byte in rest { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return UInt32(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }

  /// The lowest bytes of a word, 0 to 8, without a branch: lengths of words are hard to predict.
  @inline(__always)
  private static func mask(_ bytes: Int) -> UInt64 {
    UInt64.max >> UInt64(truncatingIfNeeded: 64 &- 8 &* bytes)
  }
}

/// Terms that are looked up together, and what the steps of that have found.
final class TermBatch {
  static let capacity = 64
  var count = 0
  let keys: UnsafeMutablePointer<TermKey> = .allocate(capacity: capacity)
  let hashes: UnsafeMutablePointer<UInt32> = .allocate(capacity: capacity)
  /// Of the entries, counted from 1.
  let numbers: UnsafeMutablePointer<UInt32> = .allocate(capacity: capacity)

  deinit {
    keys.deallocate()
    hashes.deallocate()
    numbers.deallocate()
  }

  /// Takes the next tokens of a text of `length` bytes, at most `capacity`.
  func fill(_ tokens: Slice<UnsafeBufferPointer<TokenSpan>>, of text: UnsafeRawPointer, length: Int)
  {
    let (keys, hashes) = (keys, hashes)
    for (index, token) in tokens.enumerated() {
      let start = Int(token.start)
      let key = TermKey(
        text + start, length: min(Int(token.end) &- start, TermTable.longestTerm),
        readable: length &- start)
      keys[index] = key
      hashes[index] = key.hash
    }
    count = tokens.count
  }
}
