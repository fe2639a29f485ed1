/// Compares the low bytes of the positions that two terms have in a document, four of one term
/// with sixteen of the other at a time, without a branch on what they are.
struct PositionPair {
  private typealias Lanes = SIMD16<UInt8>
  /// What is added to a position of the second term to get the one that the first must have.
  private let shift: UInt8
  /// Four bytes that stand for no position: in a document without high bits positions are below
  /// 247, and these are behind, shifted alike.
  private let nowhere: UInt32
  /// Sixteen times 255, then as often 0.
  private let used: UnsafePointer<UInt8>

  /// The distance up to which a comparison of low bytes is exact where there are no high bits.
  static let farthest = 8

  /// - Parameters:
  ///   - distance: from the second term to the first.
  ///   - lanes: from `makeLanes`; it must stay.
  init(distance: Int, lanes: UnsafePointer<UInt8>) {
    shift = UInt8(truncatingIfNeeded: distance)
    nowhere = UInt32(247 &+ shift) &* 0x0101_0101
    used = lanes
  }

  static func makeLanes() -> UnsafeMutablePointer<UInt8> {
    let lanes = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
    for index in 0..<32 { lanes[index] = index < 16 ? .max : 0 }
    return lanes
  }

  /// How often the terms stand at their distance: exact for a document without high bits, an upper
  /// bound for others. Reads up to 16 bytes behind the positions.
  @inline(__always)
  func count(
    _ first: UnsafeRawPointer, _ place: PositionPlace, _ second: UnsafeRawPointer,
    _ other: PositionPlace
  ) -> UInt32 {
    let (first, second) = (first + Int(place.offset), second + Int(other.offset))
    var found: UInt32 = 0
    var index = 0
    repeat {
      let four = fourPositions(first + index, count: Int(place.frequency) &- index)
      var next = 0
      repeat {
        found &+= count(four, second + next, Int(other.frequency) &- next)
        next &+= 16
      } while next < Int(other.frequency)
      index &+= 4
    } while index < Int(place.frequency)
    return found
  }

  @inline(__always)
  private func fourPositions(_ source: UnsafeRawPointer, count: Int) -> UInt32 {
    let bytes = source.loadUnaligned(as: UInt32.self)
    let used = UInt32.max &>> UInt32(truncatingIfNeeded: max(0, 32 &- 8 &* count))
    return bytes & used | nowhere & ~used
  }

  @inline(__always)
  private func count(_ four: UInt32, _ source: UnsafeRawPointer, _ count: Int) -> UInt32 {
    let values = source.loadUnaligned(as: Lanes.self) &+ Lanes(repeating: shift)
    let equal =
      values .== Self.lanes(four) .| values .== Self.lanes(four &>> 8)
      .| values .== Self.lanes(four &>> 16) .| values .== Self.lanes(four &>> 24)
    let ones = unsafeBitCast(equal, to: Lanes.self) & used(count) & Lanes(repeating: 1)
    return UInt32(truncatingIfNeeded: ones.wrappedSum())
  }

  @inline(__always)
  private static func lanes(_ bits: UInt32) -> Lanes {
    Lanes(repeating: UInt8(truncatingIfNeeded: bits))
  }

  /// All bits of the first `count` lanes.
  @inline(__always)
  private func used(_ count: Int) -> Lanes {
    UnsafeRawPointer(used + (16 &- min(count, 16))).loadUnaligned(as: Lanes.self)
  }

  /// Which of the first sixteen of `count` low bytes are this one.
  @inline(__always)
  func matches(_ low: UInt8, _ source: UnsafeRawPointer, count: Int) -> LaneSet {
    let equal = source.loadUnaligned(as: Lanes.self) .== Lanes(repeating: low)
    return LaneSet(unsafeBitCast(equal, to: Lanes.self) & used(count))
  }
}

/// Some of sixteen lanes.
struct LaneSet {
  /// A bit for each lane, the first one lowest.
  private(set) var bits: UInt32

  /// - Parameter lanes: all bits are set in the lanes of the set, none in the others.
  @inline(__always)
  init(_ lanes: SIMD16<UInt8>) {
    let halves = unsafeBitCast(lanes & SIMD16(repeating: 1), to: SIMD2<UInt64>.self)
    bits = Self.gather(halves[0]) | Self.gather(halves[1]) &<< 8
  }

  /// The lowest bits of eight bytes: the factor moves that of byte i to bit 56 + i, and no two
  /// products meet.
  @inline(__always)
  private static func gather(_ bytes: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (bytes &* 0x0102_0408_1020_4080) &>> 56)
  }

  @inline(__always)
  mutating func popFirst() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits &- 1 }
    return bits.trailingZeroBitCount
  }
}
