/// The documents of a dense block as a set of bits, in words that are aligned with the document
/// numbers.
struct BlockBits {
  /// The number of the first word: that of the first document that is possible.
  let firstWord: Int
  /// The number of words.
  let count: Int
  /// Where the first word begins. Up to seven bytes in front of the block's own may belong to it,
  /// and as many behind to the last one.
  private let words: UnsafeRawPointer
  private let first: UInt64
  private let last: UInt64

  /// The first byte is that of document `before` + 1; the last one is that of document `last`.
  @inline(__always)
  init(_ bytes: UnsafeRawPointer, after before: UInt32, last: UInt32) {
    let start = Int(before &+ 1)
    firstWord = start &>> 6
    count = Int(last &>> 6) &- firstWord &+ 1
    words = bytes - (start &>> 3 & 7)
    first = UInt64.max &<< UInt64(start & 63)
    self.last = UInt64.max &>> UInt64(~last & 63)
  }

  @inline(__always)
  subscript(index: Int) -> UInt64 {
    let word = words.loadUnaligned(fromByteOffset: 8 &* index, as: UInt64.self)
    return word & (index == 0 ? first : .max) & (index == count &- 1 ? last : .max)
  }

  /// The number of bytes on disk.
  @inline(__always)
  static func byteCount(after before: UInt32, last: UInt32) -> Int {
    let start = Int(before &+ 1)
    return Int(last &>> 3) &- start &>> 3 &+ 1
  }
}
