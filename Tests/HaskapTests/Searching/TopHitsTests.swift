import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct TopHitsTests {
  /// The best keys in order are those of sorting all, however well the highest score is known, and
  /// whether the documents come in their order or not.
  @Test(
    arguments: [1, 2, 3, 10, 127, 128, 300, 1000, 5000],
    [(highest: 0, inOrder: false), (50 << 8, false), (50 << 8, true), (.max, true)])
  func keepsTheBest(limit: Int, _ order: (highest: UInt32, inOrder: Bool)) {
    let seed: UInt64 = 20_261_121
    var random = SplitMix(seed: seed)
    for count in [0, 1, limit - 1, limit, limit + 1, 3 * limit, 5 * limit + 100] {
      var hits = TopHits(limit: limit, highest: order.highest)
      var keys: [UInt64] = []
      for number in 0..<UInt32(count) {
        let key = TopHits.key(
          score: UInt32.random(in: 0..<50, using: &random) << 8,
          document: order.inOrder ? number : UInt32.random(in: 0..<700, using: &random))
        keys.append(key)
        hits.insert(key)
      }
      let best = keys.sorted(by: >).prefix(limit)
      let found = hits.sorted()
      #expect(found == Array(best), "\(count) keys, seed \(seed)")
    }
  }
}
