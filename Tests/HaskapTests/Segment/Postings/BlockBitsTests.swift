import HaskapTestSupport
import Testing

@testable import Haskap

/// Bit sets of dense blocks.
@Suite struct BlockBitsTests {
  /// What stands around a block's bytes belongs to others.
  @Test func tellTheDocuments() {
    let seed: UInt64 = 20_261_121
    var random = SplitMix(seed: seed)
    for round in 0..<500 {
      let start = UInt32.random(in: 0..<1000, using: &random)
      let count = Int.random(in: 1...500, using: &random)
      var documents = (start..<start + UInt32(count)).filter { _ in
        Bool.random(using: &random)
      }
      if documents.isEmpty { documents = [start + UInt32(count) - 1] }
      let (before, last) = (start &- 1, documents[documents.count - 1])
      let length = BlockBits.byteCount(after: before, last: last)
      #expect(length == Int(last / 8 - start / 8 + 1))
      var bytes = [UInt8](repeating: 0, count: length)
      for document in documents {
        let bit = document - start / 8 * 8
        bytes[Int(bit / 8)] |= 1 << UInt8(bit % 8)
      }
      let around = [UInt8](repeating: 0xFF, count: 8)
      (around + bytes + around).withUnsafeBytes { memory in
        guard let base = memory.baseAddress else { return }
        let bits = BlockBits(base + 8, after: before, last: last)
        var found: [UInt32] = []
        for index in 0..<bits.count {
          Bits.forEach(of: bits[index]) { found.append(UInt32((bits.firstWord + index) * 64 + $0)) }
        }
        #expect(found == documents, "round \(round), seed \(seed)")
      }
    }
  }
}
