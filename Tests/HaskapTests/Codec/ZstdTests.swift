import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct ZstdTests {
  private func unpacked(_ bytes: [UInt8], upTo limit: Int) -> [UInt8]? {
    bytes.withUnsafeBytes { ZstdUnpacker.unpacked($0, upTo: limit) }
  }

  @Test(arguments: [1, 100, 8192, 300_000]) func comesBack(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
    let packed = try #require(ZstdPacker().packed(bytes))
    #expect(unpacked(packed, upTo: length) == bytes)
    #expect(unpacked(packed, upTo: length - 1) == nil)
  }

  /// Neither ends the process nor claims memory beyond the limit.
  @Test func damageGivesNothingOrAsMuch() throws {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
    let packed = try #require(ZstdPacker().packed(bytes))
    var random = SplitMix(seed: 3)
    for _ in 0..<5000 {
      var damaged = packed
      damaged[Int.random(in: 0..<16, using: &random)] = .random(in: 0...255, using: &random)
      let place = Int.random(in: 0..<damaged.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      damaged.removeLast(Int.random(in: 0...3, using: &random))
      #expect((unpacked(damaged, upTo: 6000)?.count ?? 0) <= 6000)
    }
  }
}
