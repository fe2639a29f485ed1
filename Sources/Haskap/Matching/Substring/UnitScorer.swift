/// Turns rungs and sums into scores: a band of equal width for every rung, and within it BM25F.
///
/// On a ladder of `R` rungs a document on rung `r` (0 the best) whose occurrences sum up to `t`
/// scores `weight × (R − 1 − r + t / (k1 + t)) / R`. Bands are whole steps of the grid, so that a
/// better rung is a better score for certain.
struct UnitScorer {
  /// In steps of the grid; 0 where scores are of no interest.
  let weight: Float
  let rungCount: Int
  let k1: Float

  var band: UInt32 { UInt32(weight) / UInt32(rungCount) }

  /// The part of a score that the rung gives.
  @inline(__always)
  func base(rung: UInt8) -> UInt32 { band * UInt32(rungCount - 1 - Int(rung)) }

  /// The part that the occurrences give: at least one step, and less than the width of a band.
  @inline(__always)
  func saturated(_ sum: Float) -> UInt32 {
    guard band > 1 else { return weight > 0 ? 1 : 0 }
    return 1 &+ min(roundedToGrid(Float(band) * (sum / (sum + k1))), band &- 2)
  }

  @inline(__always)
  func score(rung: UInt8, sum: Float) -> UInt32 { base(rung: rung) &+ saturated(sum) }

  /// A number that no sum is below whose score on the rung reaches the threshold, taken a little
  /// lower than it is; infinite when none does.
  func leastSum(rung: UInt8, threshold: UInt32) -> Float {
    let base = base(rung: rung)
    guard threshold > base &+ 1 else { return 0 }
    guard band > 2, threshold < base &+ band else { return .infinity }
    // Half a step for rounding to the grid, and the errors of single precision.
    let steps = Float(threshold &- base &- 1) - 0.5 - Float(band) * 0x1p-20
    let ratio = max(0, steps) / Float(band)
    return k1 * ratio / (1 - ratio) * 0.999_99
  }
}
