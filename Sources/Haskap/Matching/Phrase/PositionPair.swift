/// Compares the positions of two terms in one document: for which positions `p` of the first is
/// `p − distance` a position of the second?
///
/// Four positions of the first are compared with sixteen of the second at a time, without a branch
/// on their values. With distance 1, first 3 7 9 20 and second 2 5 8 30, the four wanted numbers are
/// 2 6 8 19; each is spread over sixteen lanes and compared with the second's; the lanes that are
/// equal give bit 1 for the first, 2 for the second, 4 and 8 for the others. All lanes joined by OR
/// are 0101₂: the first and the third position fit.
struct PositionPair {
  private typealias Lanes = SIMD16<UInt8>
  private typealias Words = SIMD8<UInt16>
  /// From the second term to the first.
  private let distance: Int16
  /// Sixteen times 255, then as often 0.
  private let used: UnsafePointer<UInt8>

  /// The distance up to which bytes are enough where there is at most one high bit: positions are
  /// below 247 without one, and below 503 with one.
  static let farthest = 8
  /// The distance up to which whole positions can be compared.
  static let farthestOfWhole = 16_000
  /// The most positions of the first term that are compared.
  static let most = 64
  /// So many bits can be read at once.
  static let mostHighs = 57

  /// - Parameter distance: from the second term to the first.
  init(distance: Int) {
    self.distance = Int16(truncatingIfNeeded: distance)
    used = Self.lanes
  }

  private nonisolated(unsafe) static let lanes: UnsafePointer<UInt8> = {
    let lanes = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
    for index in 0..<32 { lanes[index] = index < 16 ? .max : 0 }
    return UnsafePointer(lanes)
  }()

  /// Leaves of the first term's positions, a bit for each, those that have the second at its
  /// distance by their low bytes. That is exact for a document without high bits, and too many
  /// for others; all are left if they are more than `most`. Reads up to 16 bytes behind the positions.
  ///
  /// - Parameters:
  ///   - starts: at least one.
  ///   - any: whether it is enough to know that one of them has it.
  @inline(__always)
  func lowStarts(
    _ first: UnsafeRawPointer, _ place: PositionPlace, _ second: UnsafeRawPointer,
    _ other: PositionPlace, among starts: UInt64, any: Bool
  ) -> UInt64 {
    guard place.frequency <= Self.most else { return starts }
    let (first, second) = (first + Int(place.offset), second + Int(other.offset))
    let count = Int(other.frequency)
    return Self.fours(starts, any: any) { index in
      let wanted = FourBytes(first + index, minus: distance)
      var found = Lanes.zero
      var next = 0
      repeat {
        let values = (second + next).loadUnaligned(as: Lanes.self)
        found |= wanted.equal(values) & used(count &- next)
        next &+= 16
      } while next < count
      return unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }
  }

  /// The same for a document with one high bit and at most `mostHighs` positions of each, exactly.
  /// As positions ascend, those with the bit follow those without it.
  @inline(__always)
  func oneBitStarts(
    _ first: UnsafeRawPointer, _ place: PositionPlace, _ second: UnsafeRawPointer,
    _ other: PositionPlace, among starts: UInt64, any: Bool
  ) -> UInt64 {
    let highs = Self.highs(first, place)
    let count = Int(other.frequency)
    let lower = min(count, Self.highs(second, other).trailingZeroBitCount)
    let (first, second) = (first + Int(place.offset), second + Int(other.offset))
    return Self.fours(starts, any: any) { index in
      let wanted = FourBytes(first + index, minus: distance)
      let upper = UInt8(truncatingIfNeeded: highs &>> UInt64(index) & 15) ^ wanted.borrows
      let (ones, changes) = (Lanes(repeating: upper), Lanes(repeating: 15))
      var found = Lanes.zero
      var next = 0
      repeat {
        let values = (second + next).loadUnaligned(as: Lanes.self)
        let fitting = ones ^ changes & used(max(0, lower &- next))
        found |= wanted.equal(values) & fitting & used(count &- next)
        next &+= 16
      } while next < count
      return unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }
  }

  /// Goes through the starts by fours, the positions from a given index on. What `body` finds has a
  /// bit for each of the four, in any of its bytes.
  @inline(__always)
  private static func fours(
    _ starts: UInt64, any: Bool, _ body: (Int) -> SIMD2<UInt64>
  ) -> UInt64 {
    var rest = starts
    var found: UInt64 = 0
    repeat {
      let index = rest.trailingZeroBitCount & ~3
      let halves = body(index)
      var bits = halves[0] | halves[1]
      bits |= bits &>> 32
      bits |= bits &>> 16
      bits = (bits | bits &>> 8) & 15
      found |= bits &<< UInt64(index) & starts
      rest &= ~(15 &<< UInt64(index))
    } while rest != 0 && !(any && found != 0)
    return found
  }

  /// One bit of each position.
  @inline(__always)
  private static func highs(_ source: UnsafeRawPointer, _ place: PositionPlace) -> UInt64 {
    let bit = Int(truncatingIfNeeded: place.highBit)
    return UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
      &>> UInt64(bit & 7)
  }

  /// A bit for each of so many positions.
  @inline(__always)
  static func all(_ count: Int) -> UInt64 {
    count >= most ? .max : 1 &<< UInt64(truncatingIfNeeded: count) &- 1
  }

  /// All bits of the first `count` lanes.
  @inline(__always)
  private func used(_ count: Int) -> Lanes {
    UnsafeRawPointer(used + (16 &- min(count, 16))).loadUnaligned(as: Lanes.self)
  }
}

/// Four bytes that are looked for among others.
private struct FourBytes {
  typealias Lanes = SIMD16<UInt8>
  private let lanes: (Lanes, Lanes, Lanes, Lanes)
  private let bytes: UInt32
  private let distance: Int16

  @inline(__always)
  init(_ source: UnsafeRawPointer, minus distance: Int16) {
    let own = source.loadUnaligned(as: SIMD4<UInt8>.self)
    bytes = unsafeBitCast(own, to: UInt32.self)
    self.distance = distance
    let four = own &- SIMD4(repeating: UInt8(truncatingIfNeeded: distance))
    let quadrupled = unsafeBitCast(
      Lanes(
        four[0], four[0], four[0], four[0], four[1], four[1], four[1], four[1],
        four[2], four[2], four[2], four[2], four[3], four[3], four[3], four[3]),
      to: SIMD4<UInt32>.self)
    lanes = (
      Self.lanes(quadrupled[0]), Self.lanes(quadrupled[1]), Self.lanes(quadrupled[2]),
      Self.lanes(quadrupled[3])
    )
  }

  @inline(__always)
  private static func lanes(_ bits: UInt32) -> Lanes {
    unsafeBitCast(SIMD4<UInt32>(repeating: bits), to: Lanes.self)
  }

  /// Gives for each value the bits of those of the four that equal it.
  @inline(__always)
  func equal(_ values: Lanes) -> Lanes {
    Self.bit(values .== lanes.0, 1) | Self.bit(values .== lanes.1, 2)
      | Self.bit(values .== lanes.2, 4) | Self.bit(values .== lanes.3, 8)
  }

  @inline(__always)
  private static func bit(_ equal: SIMDMask<SIMD16<Int8>>, _ bit: UInt8) -> Lanes {
    unsafeBitCast(equal, to: Lanes.self) & Lanes(repeating: bit)
  }

  /// A bit for each of the four bytes: whether subtracting the distance left the range of a byte. The
  /// high bit that is wanted is then the other one.
  @inline(__always)
  var borrows: UInt8 {
    let twice = UInt32(truncatingIfNeeded: Int32(distance) &* 0x0001_0001)
    let even = (bytes & 0x00FF_00FF) &+ 0x0100_0100 &- twice
    let odd = (bytes &>> 8 & 0x00FF_00FF) &+ 0x0100_0100 &- twice
    let inside = even &>> 8 & 0x0001_0001 | odd &>> 7 & 0x0002_0002
    return UInt8(truncatingIfNeeded: inside | inside &>> 14) & 15 ^ 15
  }
}

extension PositionPair {
  /// The same by whole positions, for documents with at most `widest` high bits and at most `most`
  /// positions of the first term. Exact up to `farthestOfWhole`.
  @inline(__always)
  func wholeStarts(
    _ first: UnsafeRawPointer, _ place: PositionPlace, _ second: UnsafeRawPointer,
    _ other: PositionPlace, _ highs: HighBits, among starts: UInt64, any: Bool
  ) -> UInt64 {
    let count = Int(other.frequency)
    return Self.fours(starts, any: any) { index in
      let low = (first + (Int(place.offset) &+ index)).loadUnaligned(as: UInt32.self)
      let high = UInt32(truncatingIfNeeded: highs.eight(first, from: place, index))
      let even = low & 0x00FF_00FF | (high & 0x00FF_00FF) &<< 8
      let odd = (low &>> 8) & 0x00FF_00FF | high & 0xFF00_FF00
      let wanted = (words(even), words(odd), words(even &>> 16), words(odd &>> 16))
      var found = Words.zero
      var next = 0
      repeat {
        let (even, odd) = sixteen(second, other, next, count, highs)
        found |=
          Self.bit(even .== wanted.0 .| odd .== wanted.0, 1)
          | Self.bit(even .== wanted.1 .| odd .== wanted.1, 2)
          | Self.bit(even .== wanted.2 .| odd .== wanted.2, 4)
          | Self.bit(even .== wanted.3 .| odd .== wanted.3, 8)
        next &+= 16
      } while next < count
      return unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }
  }

  /// The positions with even and with odd indices from `next` on. Those behind the last one are
  /// numbers that no position at a distance up to `farthestOfWhole` is, modulo 2¹⁶.
  @inline(__always)
  private func sixteen(
    _ source: UnsafeRawPointer, _ place: PositionPlace, _ next: Int, _ count: Int,
    _ highs: HighBits
  ) -> (Words, Words) {
    let lows = (source + (Int(place.offset) &+ next)).loadUnaligned(as: Words.self)
    let bits = SIMD2(
      highs.eight(source, from: place, next), highs.eight(source, from: place, next &+ 8))
    let used = used(count &- next)
    let bytes = unsafeBitCast(bits, to: Lanes.self) & used | Lanes(repeating: 0xC0) & ~used
    let upper = unsafeBitCast(bytes, to: Words.self)
    return (
      lows & Words(repeating: 0x00FF) | upper &<< 8, lows &>> 8 | upper & Words(repeating: 0xFF00)
    )
  }

  /// Where the second term stands if the first stands here.
  @inline(__always)
  private func words(_ position: UInt32) -> Words {
    Words(repeating: UInt16(truncatingIfNeeded: position) &- UInt16(bitPattern: distance))
  }

  @inline(__always)
  private static func bit(_ equal: SIMDMask<SIMD8<Int16>>, _ bit: UInt16) -> Words {
    unsafeBitCast(equal, to: Words.self) & Words(repeating: bit)
  }
}
