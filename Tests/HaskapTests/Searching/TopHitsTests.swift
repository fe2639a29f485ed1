import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct TopHitsTests {
  /// The best keys in order are those of sorting all.
  @Test(arguments: [1, 2, 3, 10, 127, 128, 300, 1000]) func keepsTheBest(limit: Int) {
    let seed: UInt64 = 20_261_121
    var random = SplitMix(seed: seed)
    for count in [0, 1, limit - 1, limit, limit + 1, 3 * limit] {
      var hits = TopHits(limit: limit)
      var keys: [UInt64] = []
      for _ in 0..<count {
        let key = TopHits.key(
          score: UInt32.random(in: 0..<50, using: &random) << 8,
          document: UInt32.random(in: 0..<700, using: &random))
        keys.append(key)
        hits.insert(key)
      }
      let best = keys.sorted(by: >).prefix(limit)
      #expect(Array(hits.sorted()) == Array(best), "\(count) keys, seed \(seed)")
    }
  }
}
