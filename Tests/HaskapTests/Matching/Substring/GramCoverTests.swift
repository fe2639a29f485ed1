import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct GramCoverTests {
  /// No sum of a cover is less, of all that there are.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func isTheCheapest(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    let frequencies = (0..<count).map { _ in Int.random(in: 1...9, using: &random) }
    let cover = GramCover.cover(frequencies)
    #expect(covers(cover, count), "seed \(seed)")
    let sums = (0..<1 << count).compactMap { bits -> Int? in
      let places = (0..<count).filter { bits >> $0 & 1 == 1 }
      return covers(places, count) ? places.reduce(0) { $0 + frequencies[$1] } : nil
    }
    #expect(cover.reduce(0) { $0 + frequencies[$1] } == sums.min(), "seed \(seed)")
  }

  private func covers(_ places: [Int], _ count: Int) -> Bool {
    (0...count).allSatisfy { places.contains($0) || places.contains($0 - 1) }
  }
}
