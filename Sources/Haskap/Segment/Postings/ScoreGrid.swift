/// Scores are whole multiples of a power of two, so that a sum is the same in whatever order its
/// parts are added: every algorithm then gives the same score, to the last bit.
///
/// The step is 2⁻¹⁹, as fine as single precision is between 8 and 16, unless the query's weights
/// are so large that one of them would pass 2²³ steps, or a sum 2³⁰.
struct ScoreGrid: Hashable, Sendable {
  /// Steps to one.
  let steps: Double

  private static let finest = 19

  /// - Parameters:
  ///   - weight: the largest weight of a term in the query.
  ///   - total: no score of the query is above it.
  init(weight: Double, total: Double) {
    var exponent = Self.finest
    while exponent > -900
      && (weight * exp2i(exponent) > 0x1p23 - 2 || total * exp2i(exponent) > 0x1p30)
    {
      exponent -= 1
    }
    steps = exp2i(exponent)
  }

  /// A weight in steps, as it enters the products of single precision.
  func weight(_ value: Double) -> Float { Float(value * steps) }

  /// A constant part of a score in steps.
  func constant(_ value: Double) -> UInt32 { UInt32(max(0, (value * steps).rounded())) }

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

/// The largest `frequency / (frequency + saturation)` in a run of documents, in 16 bits, rounded
/// up: what a block can give at most, whatever the term's weight.
///
/// It is taken with the parameters and the average length at the time of writing. `relaxed` tells
/// what it means for others.
enum Impact {
  static let reference = BM25()
  static let maximum: Float = 65535

  @inline(__always)
  static func code(_ ratio: Float) -> UInt16 {
    UInt16(min(maximum, (ratio * maximum * 1.000_001).rounded(.up)))
  }

  /// The ceiling of a block in steps of the grid.
  ///
  /// With `x = f / (f + s)` for the reference saturation `s`, any other saturation that is at
  /// least `c × s` gives at most `x / (x + c (1 − x))`, which grows with `x`.
  @inline(__always)
  static func ceiling(_ code: UInt16, weight: Float, relaxation: Float) -> UInt32 {
    guard code > 0 else { return 0 }
    let x = Float(code) / maximum
    let bound = relaxation == 1 ? x : x / (x + relaxation * max(0, 1 - x))
    return UInt32(weight * bound * 1.000_002) &+ 1
  }

  /// The least score in steps of the grid of documents that reach a code which was rounded down:
  /// the same with a saturation that is at most `c × s`.
  @inline(__always)
  static func floor(_ code: UInt16, weight: Float, tightening: Float) -> UInt32 {
    let x = Float(code) / maximum
    return UInt32(max(0, weight * (x / (x + tightening * (1 - x))) * 0.999_998 - 1))
  }

  /// The `c` of `ceiling`: the smallest ratio of the saturations in use to those of the reference.
  static func relaxation(of used: [Float], reference: [Float]) -> Float {
    min(max(0, (ratios(used, reference).min() ?? 0) * 0.999_999), 1e6)
  }

  /// The `c` of `floor`: the greatest ratio.
  static func tightening(of used: [Float], reference: [Float]) -> Float {
    min((ratios(used, reference).max() ?? 1e6) * 1.000_001, 1e6)
  }

  private static func ratios(_ used: [Float], _ reference: [Float]) -> [Float] {
    zip(used, reference).dropFirst().map { $0 / $1 }
  }
}
