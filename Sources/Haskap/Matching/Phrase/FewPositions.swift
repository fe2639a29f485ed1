/// Compares up to eight positions of a gram in a document with others, without a branch on what
/// they are.
struct FewPositions {
  private typealias Lanes = SIMD4<UInt32>
  /// Eight times all bits, then as often none.
  private let used: UnsafeMutablePointer<UInt32>

  static let most = 8

  init() {
    used = .allocate(capacity: 2 * Self.most)
    for lane in 0..<2 * Self.most { used[lane] = lane < Self.most ? .max : 0 }
  }

  func deallocate() { used.deallocate() }

  /// Whether there are at most eight, whose high bits one load covers.
  @inline(__always)
  static func canRead(_ place: GramPlace) -> Bool { place.count <= most && place.width <= 7 }

  /// Keeps of the starts those that are among the positions less `offset`, and returns how many.
  @inline(__always)
  func keepCommon(
    _ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ place: GramPlace, minus offset: UInt32
  ) -> Int {
    let used = UnsafeRawPointer(self.used + (Self.most &- place.count))
    let (low, high) = Self.read(place, minus: offset)
    let (isLow, isHigh) = (
      used.loadUnaligned(as: Lanes.self), used.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
    )
    // What stands for no position is no number that a start can be.
    let nowhere = Lanes(repeating: 0x8000_0000)
    let (first, second) = (low & isLow | nowhere & ~isLow, high & isHigh | nowhere & ~isHigh)
    var kept = 0
    for index in 0..<count {
      let start = starts[index]
      let wanted = Lanes(repeating: start)
      let equal = wanted .== first .| wanted .== second
      let bits = unsafeBitCast(equal, to: SIMD2<UInt64>.self)
      starts[kept] = start
      kept &+= bits[0] | bits[1] == 0 ? 0 : 1
    }
    return kept
  }

  /// Reads eight positions, of which those behind the document's are undefined.
  @inline(__always)
  private static func read(_ place: GramPlace, minus offset: UInt32) -> (Lanes, Lanes) {
    let lows = UInt64(littleEndian: place.lows.loadUnaligned(as: UInt64.self))
    var highs: UInt64 = 0
    if place.width > 0 {
      highs =
        UInt64(
          littleEndian: place.highs.loadUnaligned(
            fromByteOffset: place.highBit &>> 3, as: UInt64.self)) &>> UInt64(place.highBit & 7)
    }
    let width = UInt64(truncatingIfNeeded: place.width)
    let mask = (1 &<< width) &- 1
    func lane(_ number: UInt64) -> UInt32 {
      let low = lows &>> (8 &* number) & 0xFF
      return UInt32(truncatingIfNeeded: low | (highs &>> (width &* number) & mask) &<< 8) &- offset
    }
    return (
      Lanes(lane(0), lane(1), lane(2), lane(3)), Lanes(lane(4), lane(5), lane(6), lane(7))
    )
  }
}
