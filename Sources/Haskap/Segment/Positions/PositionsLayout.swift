/// The positions of one term, block by block like its postings: first the low byte of every
/// position, then a bit string of the rest.
///
/// A position is below its field's length, and the code of the length is at hand: it says how many
/// bits there are above the low byte (`FieldLength.highBits`; none for most passages). So nothing
/// but frequencies and lengths is needed to find a document's positions in a block, and a phrase
/// can compare low bytes sixteen at a time without decoding anything.
enum PositionsLayout {
  /// Bytes behind the last term's positions that vectors may read.
  static let padding = 64
}

/// Writes the positions of one term after another.
final class PositionsEncoder {
  fileprivate let norms: UnsafePointer<UInt8>
  /// `FieldLength.highBits` of every code.
  fileprivate let widths: UnsafeMutablePointer<UInt8> = .allocate(capacity: 256)
  fileprivate let highs = ByteSink()
  private var target = ByteSink()
  private var start = 0
  private var longest = 0
  /// Where the positions of each full block end, of the term encoded last.
  private(set) var blockEnds: [UInt32] = []

  /// - Parameter norms: the code of every document's length; they outlive the encoder.
  init(norms: UnsafePointer<UInt8>) {
    self.norms = norms
    for code in 0..<256 { widths[code] = FieldLength.highBits(UInt8(code)) }
  }

  deinit { widths.deallocate() }

  /// Begins a term of at most so many occurrences, whose positions go to `target`, and its first
  /// block.
  func begin(_ target: ByteSink, longest: Int) -> PositionsBlock {
    self.target = target
    self.longest = longest
    start = target.count
    blockEnds.removeAll(keepingCapacity: true)
    return beginBlock()
  }

  private func beginBlock() -> PositionsBlock {
    target.reserve(longest)
    return PositionsBlock(self, lows: target.base + target.count)
  }

  /// Ends a full block and begins the next one.
  func endFull(_ block: PositionsBlock) -> PositionsBlock {
    end(block)
    blockEnds.append(UInt32(target.count - start))
    return beginBlock()
  }

  /// Ends the last block.
  func end(_ block: PositionsBlock) {
    _ = target.extend(by: block.lowsEnd - (target.base + target.count))
    block.finishHighs()
    target.append(highs.bytes)
    highs.removeAll()
  }
}

/// The positions of a block of documents while they come.
struct PositionsBlock {
  private let encoder: PositionsEncoder
  /// Where the next low byte goes; there is room for all of the term's.
  fileprivate private(set) var lowsEnd: UnsafeMutableRawPointer
  /// Of the current document.
  private var width: UInt64 = 0
  /// The upper bits that do not fill a word yet.
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0

  fileprivate init(_ encoder: PositionsEncoder, lows: UnsafeMutableRawPointer) {
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

  fileprivate func finishHighs() {
    let highs = encoder.highs
    highs.append(UInt32(truncatingIfNeeded: bits))
    highs.truncate(to: highs.count - 4 + (Int(bitCount) + 7) / 8)
  }
}
