/// Scores are whole multiples of a power of two, so that a sum is the same in whatever order its
/// parts are added: every algorithm then gives the same score, to the last bit.
///
/// The step is 2⁻¹⁹, as fine as single precision is between 8 and 16, unless the query's weights
/// are so large that one of them would pass 2²³ steps, or a sum 2³⁰.
struct ScoreGrid: Hashable, Sendable {
  /// Steps to one.
  let steps: Double

  private static let finest = 19
  /// Even the largest weight then has fewer than 2²³ steps.
  private static let coarsest = -1020

  /// - Parameters:
  ///   - weight: the largest weight of a term in the query.
  ///   - total: no score of the query is above it.
  init(weight: Double, total: Double) {
    var exponent = Self.finest
    while exponent > Self.coarsest
      && (weight * exp2i(exponent) > 0x1p23 - 2 || total * exp2i(exponent) > 0x1p30)
    {
      exponent -= 1
    }
    steps = exp2i(exponent)
  }

  private init(steps: Double) { self.steps = steps }

  /// For whoever wants to know what matches alone: all weights are 0.
  static let unscored = ScoreGrid(steps: 0)

  /// A weight in steps, as it enters the products of single precision.
  func weight(_ value: Double) -> Float { Float(Self.bounded(value * steps, to: 0x1p23 - 2)) }

  /// A constant part of a score in steps.
  func constant(_ value: Double) -> UInt32 {
    UInt32(Self.bounded((value * steps).rounded(), to: 0x1p30))
  }

  /// Products of boosts can be infinite, or no numbers.
  private static func bounded(_ value: Double, to limit: Double) -> Double {
    value > 0 ? min(value, limit) : 0
  }

  func score(_ sum: UInt32) -> Double { Double(sum) / steps }
}

private func exp2i(_ exponent: Int) -> Double {
  Double(sign: .plus, exponent: exponent, significand: 1)
}

/// The score that one term gives, in steps of the grid: `weight × f / (f + saturation)` in single
/// precision, rounded to the nearest step. Adding 2²³ leaves no bits behind the point, and the
/// lower 23 bits of the sum are then the integer; the vector code does the same in every lane.
@inline(__always)
func termScore(weight: Float, frequency: Float, saturation: Float) -> UInt32 {
  roundedToGrid(weight * (frequency / (frequency + saturation)))
}

@inline(__always)
func roundedToGrid(_ value: Float) -> UInt32 { (value + 0x1p23).bitPattern & 0x7F_FFFF }

/// Frequencies above it, which change no score any more, count as this.
let largestFrequency: UInt32 = 0x7F_FFFF
