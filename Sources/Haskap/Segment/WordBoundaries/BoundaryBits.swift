/// The word boundaries of one document: a bit for every position.
struct BoundaryBits {
  private let start: UnsafeRawPointer?
  /// Positions, filled up to a multiple of 8.
  let count: Int

  /// The most bits that `pattern` gives.
  static let widest = 57

  init(_ bytes: UnsafeRawBufferPointer) {
    start = UnsafeRawPointer(bytes.baseAddress)
    count = bytes.count &* 8
  }

  /// Whether the document has `width` positions from `position` on.
  @inline(__always)
  func holds(_ position: Int, width: Int) -> Bool {
    start != nil && position >= 0 && position &+ width <= count
  }

  /// The bits of `width` positions from `position` on, at most `widest`; nil when the document
  /// does not have so many positions.
  @inline(__always)
  func pattern(at position: Int, width: Int) -> UInt64? {
    holds(position, width: width) ? uncheckedPattern(at: position, width: width) : nil
  }

  /// The same where `holds` is true. Reads up to seven bytes behind the document's.
  @inline(__always)
  func uncheckedPattern(at position: Int, width: Int) -> UInt64 {
    let word = (start.unsafelyUnwrapped + position &>> 3).loadUnaligned(as: UInt64.self)
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- width)
    return word &>> UInt64(truncatingIfNeeded: position & 7) & mask
  }
}
