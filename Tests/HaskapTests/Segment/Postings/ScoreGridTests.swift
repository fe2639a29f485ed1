import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct ScoreGridTests {
  @Test func stepsAreTheFinestThatFit() {
    #expect(ScoreGrid(weight: 0, total: 0).steps == 524_288)
    #expect(ScoreGrid(weight: 15, total: 15).steps == 524_288)
    // 16 would be 2²³ steps, one more than a score can be.
    #expect(ScoreGrid(weight: 16, total: 16).steps == 262_144)
    // 2¹¹ of 2¹⁹ steps are 2³⁰, the most that a sum may be.
    #expect(ScoreGrid(weight: 1, total: 2048).steps == 524_288)
    #expect(ScoreGrid(weight: 1, total: 2049).steps == 262_144)
    #expect(ScoreGrid(weight: 1e30, total: 1e30).weight(1e30) < 0x1p23)
  }

  @Test func constantsComeBack() {
    let grid = ScoreGrid(weight: 3, total: 9)
    for value in [0, 0.5, 1, 1.5, 2.75] { #expect(grid.score(grid.constant(value)) == value) }
    #expect(grid.constant(-1) == 0)
  }

  @Test func roundingIsToTheNearestStep() {
    #expect([0, 0.4, 0.6, 1.5, 2.5, 8_388_606.4].map(roundedToGrid) == [0, 0, 1, 2, 2, 8_388_606])
  }

  /// A ceiling is never below the score of any document it stands for, whatever the parameters of
  /// the ranking are.
  @Test func ceilingsHoldForOtherParameters() {
    var random = SplitMix(seed: 11)
    let reference = Impact.reference.saturations(averageLength: 50, norms: true)
    for ranking in [BM25(), BM25(k1: 0.3, b: 0.2), BM25(k1: 3, b: 1), BM25(k1: 1.2, b: 0)] {
      let used = ranking.saturations(averageLength: 61, norms: true)
      let relaxation = Impact.relaxation(of: used, reference: reference)
      for _ in 0..<2000 {
        let frequency = Float(Int.random(in: 1...300, using: &random))
        let code = Int.random(in: 1...255, using: &random)
        let weight = Float.random(in: 1...8e6, using: &random)
        let impact = Impact.code(frequency / (frequency + reference[code]))
        let score = termScore(weight: weight, frequency: frequency, saturation: used[code])
        let ceiling = Impact.ceiling(impact, weight: weight, relaxation: relaxation)
        #expect(ceiling >= score, "\(ranking), frequency \(frequency), code \(code), \(weight)")
      }
    }
    #expect(Impact.ceiling(0, weight: 5, relaxation: 1) == 0)
  }
}
