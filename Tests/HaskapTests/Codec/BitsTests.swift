import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct BitsTests {
  /// Marks become bits, beside those that are there already, and are 0 again.
  @Test func marksBecomeBits() {
    var random = SplitMix(seed: 3)
    for density in [1, 2, 10, 200] {
      var marks = (0..<256).map { _ in
        UInt8(Int.random(in: 0..<density, using: &random) == 0 ? 1 : 0)
      }
      let expected = marks.map { $0 == 1 }
      var words: [UInt64] = [1, 0, 0, 1 << 63]
      Bits.move(&marks, to: &words, count: 4)
      for place in 0..<256 {
        let wasThere = place == 0 || place == 255
        #expect(Bits.contains(place, in: words) == (expected[place] || wasThere))
      }
      #expect(marks.allSatisfy { $0 == 0 })
    }
  }
}
