import Testing

@testable import Haskap

/// Vectors from the xxHash specification's sanity check, and properties.
@Suite struct ChecksumTests {
  @Test func knownValues() {
    #expect(Checksum.of([]) == 0xef46_db37_51d8_e999)
    #expect(Checksum.of(Array("a".utf8)) == 0xd24e_c4f1_a98c_6e5b)
    #expect(Checksum.of(Array("abc".utf8)) == 0x44bc_2cf5_ad77_0999)
    let phrase = "Nobody inspects the spammish repetition"
    #expect(Checksum.of(Array(phrase.utf8)) == 0xfbce_a83c_8a37_8bf1)
  }

  @Test func everyBitCounts() {
    for length in [1, 7, 8, 31, 32, 33, 100] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let whole = Checksum.of(bytes)
      for bit in 0..<length * 8 {
        var flipped = bytes
        flipped[bit / 8] ^= 1 << (bit % 8)
        #expect(Checksum.of(flipped) != whole, "length \(length), bit \(bit)")
      }
    }
  }
}
