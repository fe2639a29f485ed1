import HaskapTestSupport
import Testing

@testable import Haskap

/// Positions compared in lanes are compared as one by one.
@Suite struct PositionPairTests {
  @Test(arguments: 0...HighBits.widest)
  func equalsTheSlowComparison(width: Int) {
    var random = SplitMix(seed: UInt64(width))
    for _ in 0..<600 {
      let isNear = width < 2 || Bool.random(using: &random)
      let farthest = isNear ? PositionPair.farthest : PositionPair.farthestOfWhole
      let distance = Int.random(in: -farthest...farthest, using: &random)
      let first = Self.positions(width: width, random: &random)
      var second = Self.positions(width: width, random: &random)
      if Bool.random(using: &random) {
        let limit = Self.limit(width)
        let beside = first.map { $0 - distance }.filter { (0..<limit).contains($0) }
        second = Array(Set(second + beside.shuffled(using: &random).prefix(3))).sorted()
      }
      check(first, second, PositionPair(distance: distance), distance, width, &random)
    }
  }

  /// Positions are below it where so many bits are above the low bytes of each.
  private static func limit(_ width: Int) -> Int {
    width < 2 ? [247, 503][width] : 1 << (8 + width)
  }

  private static func positions(width: Int, random: inout SplitMix) -> [Int] {
    let count = Int.random(
      in: 1...[3, 20, 80][Int.random(in: 0..<3, using: &random)], using: &random)
    let limit = limit(width)
    // Some are at the ends, and where the high bits change.
    let edges = [0, 1, 254, 255, 256, 257, limit - 2, limit - 1].filter { $0 < limit }
    let some = edges.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
    return Array(Set(some + (0..<count).map { _ in Int.random(in: 0..<limit, using: &random) }))
      .sorted()
  }

  private func check(
    _ first: [Int], _ second: [Int], _ pair: PositionPair, _ distance: Int, _ width: Int,
    _ random: inout SplitMix
  ) {
    let text = WrittenPositions([first, second], width: width)
    let (place, other) = (text.places[0], text.places[1])
    var expected: UInt64 = 0
    for (index, position) in first.enumerated() where second.contains(position - distance) {
      if index < 64 { expected |= 1 << UInt64(index) }
    }
    var starts = PositionPair.all(first.count)
    if Bool.random(using: &random), random.next() & starts != 0 { starts &= expected | 1 }
    text.bytes.withUnsafeBytes { bytes in
      let source = bytes.baseAddress!
      for any in [false, true] {
        let low = pair.lowStarts(source, place, source, other, among: starts, any: any)
        let isKnown = first.count <= PositionPair.most
        if width > 0 || !isKnown {
          #expect(low & ~starts == 0 && (low != 0 || expected & starts == 0))
          #expect(any || low & expected & starts == expected & starts)
        } else {
          expect(low, expected & starts, any: any)
        }
        if isKnown && abs(distance) <= PositionPair.farthestOfWhole {
          let found = pair.wholeStarts(
            source, place, source, other, HighBits(width: width), among: starts, any: any)
          expect(found, expected & starts, any: any)
        }
        if width == 1 && max(first.count, second.count) <= PositionPair.mostHighs {
          let found = pair.oneBitStarts(source, place, source, other, among: starts, any: any)
          expect(found, expected & starts, any: any)
        }
      }
    }
  }

  private func expect(_ found: UInt64, _ expected: UInt64, any: Bool) {
    if any {
      #expect(found & ~expected == 0 && (found == 0) == (expected == 0))
    } else {
      #expect(found == expected)
    }
  }
}

/// Low bytes and then high bits of several lists of positions, behind other bytes and bits.
private struct WrittenPositions {
  var bytes: [UInt8] = [255, 0, 7]
  var places: [PositionPlace] = []

  init(_ lists: [[Int]], width: Int) {
    for list in lists {
      let offset = UInt32(bytes.count)
      bytes += list.map { UInt8(truncatingIfNeeded: $0) }
      var bits = [true, false, true]
      let highBit = UInt64(8 * bytes.count + bits.count)
      for position in list {
        for bit in 0..<width { bits.append(position >> (8 + bit) & 1 == 1) }
      }
      bits += [Bool](repeating: true, count: 13)
      for start in stride(from: 0, to: bits.count, by: 8) {
        let byte = bits[start..<min(start + 8, bits.count)]
        bytes.append(byte.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
      }
      places.append(
        PositionPlace(offset: offset, frequency: UInt32(list.count), highBit: highBit))
    }
    bytes += [UInt8](repeating: 0xA5, count: 64)
  }
}
