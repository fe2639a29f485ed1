/// The positions of a block of documents while they come.
struct PositionsBlock {
  private let encoder: PositionsEncoder
  /// Where the next low byte goes; there is room for all of the term's.
  private(set) var lowsEnd: UnsafeMutableRawPointer
  /// Of the current document.
  private var width: UInt64 = 0
  /// The upper bits that do not fill a word yet.
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0

  init(_ encoder: PositionsEncoder, lows: UnsafeMutableRawPointer) {
    self.encoder = encoder
    lowsEnd = lows
  }

  @inline(__always)
  mutating func beginDocument(_ document: UInt32) {
    width = UInt64(encoder.widths[Int(encoder.norms[Int(document)])])
  }

  /// Adds the next position of the document.
  @inline(__always)
  mutating func append(_ position: UInt32) {
    lowsEnd.storeBytes(of: UInt8(truncatingIfNeeded: position), as: UInt8.self)
    lowsEnd += 1
    bits |= UInt64(position &>> 8) &<< bitCount
    bitCount &+= width
    if bitCount >= 32 {
      encoder.highs.append(UInt32(truncatingIfNeeded: bits))
      bits &>>= 32
      bitCount &-= 32
    }
  }

  func finishHighs() {
    let highs = encoder.highs
    highs.append(UInt32(truncatingIfNeeded: bits))
    highs.truncate(to: highs.count - 4 + (Int(bitCount) + 7) / 8)
  }
}
