import Foundation
import Testing

@testable import HaskapBench

@Suite struct LatencyHistogramTests {
  /// Against the sorted durations themselves, of all magnitudes.
  @Test func quantilesAreThoseOfTheDurationsWithinOnePercent() {
    var random = SeededGenerator(seed: 11)
    let durations = (0..<5000).map { _ in
      UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64(random.number(0...63))
    }
    var histogram = LatencyHistogram()
    for duration in durations { histogram.record(duration) }
    let sorted = durations.sorted()
    for share in [0.0, 0.1, 0.5, 0.9, 0.99, 1] {
      let exact = sorted[max(0, Int((share * 5000).rounded(.up)) - 1)]
      let found = histogram.quantile(share)
      #expect(found >= exact && Double(found) <= Double(exact) * 1.01 + 1, "\(share)")
    }
    #expect(histogram.max == sorted.last)
    #expect(histogram.count == 5000)
  }

  @Test func aMergedHistogramIsThatOfAllDurations() {
    var (all, odd, even) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
    for number in UInt64(0)..<1000 {
      all.record(number * number)
      if number % 2 == 0 { even.record(number * number) } else { odd.record(number * number) }
    }
    odd.merge(even)
    #expect(odd == all)
    #expect(all.mean == Double((0..<1000).reduce(0) { $0 + $1 * $1 }) / 1000)
  }

  @Test func aHistogramComesBackFromJSON() throws {
    var histogram = LatencyHistogram()
    for duration: UInt64 in [0, 1, 127, 128, 129, 1_000_000, 1_000_001, 77_777_777_777] {
      histogram.record(duration)
    }
    let json = try JSONEncoder().encode(histogram)
    #expect(try JSONDecoder().decode(LatencyHistogram.self, from: json) == histogram)
    #expect(LatencyHistogram().quantile(0.5) == 0)
  }
}
