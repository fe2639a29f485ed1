/// The boundaries of a text, a bit per UTF-8 byte offset: an eighth of the text's size, and one
/// load to ask whether an offset is a boundary.
public struct BoundarySet: Sendable {
  private var words: [UInt64] = []
  /// The length of the text in UTF-8 bytes; the last possible boundary.
  public private(set) var textLength = 0

  public init() {}

  /// True if a boundary stands before the byte at `offset` (at the end: `textLength`).
  /// False for offsets outside the text.
  public func contains(_ offset: Int) -> Bool {
    guard offset >= 0, offset <= textLength, !words.isEmpty else { return false }
    return words[offset >> 6] >> UInt64(offset & 63) & 1 != 0
  }

  /// Gives the bits in words of 64, lowest first; none for a set that was never filled.
  ///
  /// - Throws: what `body` throws.
  public func withUnsafeWords<Result>(
    _ body: (UnsafeBufferPointer<UInt64>) throws -> Result
  ) rethrows -> Result {
    try words.withUnsafeBufferPointer(body)
  }

  /// All boundaries in ascending order. For tests and reports.
  public var offsets: [Int] { words.isEmpty ? [] : (0...textLength).filter(contains) }

  mutating func clear() {
    words.removeAll(keepingCapacity: true)
    textLength = 0
  }

  /// Empties the set and makes room for a text of `length` bytes.
  mutating func reset(textLength length: Int) {
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: length >> 6 + 1))
    textLength = length
  }

  mutating func insert(_ offset: Int) {
    words[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Every byte position up to the end is written by `body`, which gets the words of 64 bits.
  mutating func withUnsafeMutableWords<Result, Failure>(
    _ body: (UnsafeMutableBufferPointer<UInt64>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try words.withUnsafeMutableBufferPointer { (buffer) throws(Failure) in try body(buffer) }
  }
}
