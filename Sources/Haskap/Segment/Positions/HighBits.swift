/// Gives eight numbers of a few bits, from a string of such, a byte each: the upper four move to the
/// upper half of the word, then the upper two of each half, then the upper one of each quarter.
struct HighBits {
  private let width: Int
  /// The lower numbers of the word, of its halves, of its quarters, and all at last.
  private let four: UInt64
  private let two: UInt64
  private let one: UInt64
  private let all: UInt64

  /// The most bits of a number: of positions above their low bytes, those that phrases compare.
  static let widest = 7

  /// - Parameter width: of each, from 0 to `widest`.
  init(width: Int) {
    self.width = width
    four = 1 &<< UInt64(4 &* width) &- 1
    two = (1 &<< UInt64(2 &* width) &- 1) &* 0x0000_0001_0000_0001
    one = (1 &<< UInt64(width) &- 1) &* 0x0001_0001_0001_0001
    all = (1 &<< UInt64(width) &- 1) &* 0x0101_0101_0101_0101
  }

  /// One for each width.
  nonisolated(unsafe) static let byWidth: UnsafePointer<HighBits> = {
    let all = UnsafeMutablePointer<HighBits>.allocate(capacity: widest + 1)
    for width in 0...widest { all.advanced(by: width).initialize(to: HighBits(width: width)) }
    return UnsafePointer(all)
  }()

  /// Those from `index` on of a place, the first one lowest. What is behind the last one is
  /// undefined. Reads up to eight bytes behind their bits.
  @inline(__always)
  func eight(_ source: UnsafeRawPointer, from place: PositionPlace, _ index: Int) -> UInt64 {
    let bit = Int(truncatingIfNeeded: place.highBit) &+ index &* width
    let word = UInt64(
      littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
    var bits = word &>> UInt64(bit & 7)
    bits = move(bits, below: bits & four, by: 32 &- 4 &* width)
    bits = move(bits, below: bits & two, by: 16 &- 2 &* width)
    return move(bits, below: bits & one, by: 8 &- width) & all
  }

  @inline(__always)
  private func move(_ bits: UInt64, below low: UInt64, by distance: Int) -> UInt64 {
    low | (bits ^ low) &<< UInt64(truncatingIfNeeded: distance)
  }
}
