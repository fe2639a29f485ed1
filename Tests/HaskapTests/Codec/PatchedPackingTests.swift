import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct PatchedPackingTests {
  private static let length = BitPacking.blockLength

  private func check(_ values: [UInt32], narrowest: Int, _ note: Comment) -> (UInt8, [UInt8]) {
    let sink = ByteSink()
    let widest = values.map { BitPacking.width(of: $0) }.max() ?? 0
    let code = PatchedPacking.append(values, widest: widest, narrowest: narrowest, to: sink)
    let bytes = Array(sink.bytes)
    #expect(bytes.count == PatchedPacking.byteCount(code), note)
    #expect(bytes.count <= 16 * widest, note)
    #expect(PatchedPacking.width(code) >= min(narrowest, widest), note)
    (bytes + [UInt8](repeating: 0xFF, count: 16)).withUnsafeBytes { room in
      guard let base = room.baseAddress else { return }
      var unpacked = [UInt32](repeating: 7, count: Self.length)
      PatchedPacking.unpack(base, code: code, into: &unpacked)
      #expect(unpacked == values, note)
      #expect(
        values.indices.allSatisfy {
          PatchedPacking.value(at: $0, of: base, code: code) == values[$0]
        }, note)
      var ascending = [UInt32](repeating: 7, count: Self.length)
      PatchedPacking.unpackAscending(base, code: code, after: 99, into: &ascending)
      var last: UInt32 = 99
      for (gap, number) in zip(values, ascending) {
        last = last &+ gap &+ 1
        #expect(number == last, note)
      }
    }
    return (code, bytes)
  }

  @Test func valuesOfEverySpreadComeBack() {
    let seed: UInt64 = 20_261_121
    var random = SplitMix(seed: seed)
    for round in 0..<3000 {
      let (width, more) = (
        Int.random(in: 0...20, using: &random), Int.random(in: 0...10, using: &random)
      )
      let share = Int.random(in: 1...60, using: &random)
      let values = (0..<Self.length).map { _ -> UInt32 in
        let bits = Int.random(in: 0..<share, using: &random) == 0 ? width + more : width
        return UInt32.random(in: 0..<1 << UInt32(bits), using: &random)
      }
      _ = check(values, narrowest: round % 2, "round \(round), seed \(seed)")
    }
  }

  /// Written by hand from the format's words.
  @Test func exceptionsStandBehindTheLowBits() {
    var values = [UInt32](repeating: 0, count: Self.length)
    #expect(check(values, narrowest: 0, "zeros") == (0, []))
    values[5] = 1
    #expect(check(values, narrowest: 0, "one") == (1 << 5, [5, 5]))
    values[3] = 200
    #expect(check(values, narrowest: 0, "two") == (2 << 5, [0x83, 5, 5, 200]))
    values[127] = 2
    #expect(check(values, narrowest: 0, "three") == (3 << 5, [0x83, 0xFF, 5, 5, 200, 2]))
    values[5] = 0
    #expect(check(values, narrowest: 0, "long ones") == (2 << 5, [0x83, 0xFF, 200, 2]))
    values[127] = 256
    #expect(check(values, narrowest: 0, "a bit more").0 == 2 << 5 | 1)
  }

  @Test(arguments: 1...4) func numbersTakeTheirBytes(width: Int) {
    let highest = UInt32.max >> UInt32(32 - 8 * width)
    let values = [0, 1, highest, highest - 1, 0x7F]
    let sink = ByteSink()
    NumberArray.append(values, width: width, to: sink)
    #expect(sink.count == 5 * width)
    #expect(NumberArray.width(of: highest) == width)
    let bytes = Array(sink.bytes) + [0xFF, 0xFF, 0xFF]
    bytes.withUnsafeBytes { room in
      guard let base = room.baseAddress else { return }
      let numbers = NumberArray(base, width: width)
      #expect(values.indices.map { numbers[$0] } == values)
    }
  }
}
