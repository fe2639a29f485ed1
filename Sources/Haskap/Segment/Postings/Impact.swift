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
    min(max(0, (ratios(used, reference)?.least ?? 0) * 0.999_999), 1e6)
  }

  /// The `c` of `floor`: the greatest ratio.
  static func tightening(of used: [Float], reference: [Float]) -> Float {
    min((ratios(used, reference)?.greatest ?? 1e6) * 1.000_001, 1e6)
  }

  private static func ratios(
    _ used: [Float], _ reference: [Float]
  ) -> (least: Float, greatest: Float)? {
    let count = min(used.count, reference.count)
    guard count > 1 else { return nil }
    var (least, greatest) = (Float.infinity, -Float.infinity)
    for code in 1..<count {
      let ratio = used[code] / reference[code]
      least = min(least, ratio)
      greatest = max(greatest, ratio)
    }
    return (least, greatest)
  }
}
