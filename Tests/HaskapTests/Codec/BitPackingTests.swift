import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct BitPackingTests {
  private static let length = BitPacking.blockLength

  /// Room for a block of 32-bit values and what unpacking reads behind it.
  private func withRoom(_ body: (UnsafeMutableRawPointer) throws -> Void) rethrows {
    let bytes = 16 * 32 + BitPacking.overread
    let room = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
    defer { room.deallocate() }
    room.initializeMemory(as: UInt8.self, repeating: 0xA5, count: bytes)
    try body(room)
  }

  @Test(arguments: 0...32) func everyWidthComesBack(width: Int) {
    var random = SplitMix(seed: UInt64(width))
    let mask = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    let values = (0..<Self.length).map { _ in
      UInt32.random(in: 0...UInt32.max, using: &random) & mask
    }
    withRoom { room in
      BitPacking.pack(values, width: width, into: room)
      var unpacked = [UInt32](repeating: 7, count: Self.length)
      BitPacking.unpack(room, width: width, into: &unpacked)
      #expect(unpacked == values)
      #expect(
        values.indices.allSatisfy { BitPacking.value(at: $0, of: room, width: width) == values[$0] }
      )
      #expect(
        room.load(fromByteOffset: 16 * width, as: UInt8.self) == 0xA5, "written behind the block")
    }
  }

  @Test(arguments: 0...24) func gapsBecomeAscendingNumbers(width: Int) {
    var random = SplitMix(seed: UInt64(100 + width))
    let largest = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    let gaps = (0..<Self.length).map { _ in UInt32.random(in: 0...largest, using: &random) }
    for previous in [UInt32.max, 0, 12345] {
      var expected: [UInt32] = []
      for gap in gaps { expected.append((expected.last ?? previous) &+ gap &+ 1) }
      withRoom { room in
        BitPacking.pack(gaps, width: width, into: room)
        var numbers = [UInt32](repeating: 7, count: Self.length)
        BitPacking.unpackAscending(room, width: width, after: previous, into: &numbers)
        #expect(numbers == expected)
      }
    }
  }

  @Test func varintsOfEveryLengthComeBack() {
    withRoom { room in
      for shift in 0..<64 {
        for value in [1 << UInt64(shift), (1 << UInt64(shift)) - 1] as [UInt64] {
          let length = Varint.write(value, to: room)
          var place = UnsafeRawPointer(room)
          #expect(Varint.read(&place) == value)
          #expect(place - UnsafeRawPointer(room) == length)
        }
      }
    }
  }

  /// Lengths up to 39 are exact. The codes were worked out by hand from the description: 40 is the
  /// first with a unit of two, 56 the first with a unit of four.
  @Test func fieldLengthsKeepFourBits() {
    #expect((0..<40).allSatisfy { FieldLength.decode(FieldLength.encode($0)) == $0 })
    #expect(
      [40, 41, 42, 55].map { FieldLength.decode(FieldLength.encode($0)) } == [40, 40, 42, 54])
    #expect([56, 59, 60].map { FieldLength.decode(FieldLength.encode($0)) } == [56, 56, 60])
    for length in stride(from: 1, to: 1_000_000, by: 37) {
      let code = FieldLength.encode(length)
      #expect(FieldLength.decode(code) <= length && length <= FieldLength.largest(code))
      #expect((length - 1) >> 8 < 1 << Int(FieldLength.highBits(code)))
    }
    #expect(FieldLength.highBits(FieldLength.encode(240)) == 0)
  }
}
