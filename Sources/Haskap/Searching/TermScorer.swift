/// What a term's scores are computed from: weight, lengths, saturations.
struct TermScorer {
  /// In steps of the grid.
  let weight: Float
  /// The code of every document's length.
  let codes: UnsafePointer<UInt8>
  /// By code. Owned by whoever owns the scorer.
  let saturations: UnsafePointer<Float>

  @inline(__always)
  func score(_ document: UInt32, frequency: UInt32) -> UInt32 {
    termScore(
      weight: weight, frequency: Float(min(frequency, largestFrequency)),
      saturation: saturations[Int(codes[Int(document)])])
  }

  /// The scores of `count` documents, eight at a time. All three arrays have room for 128; what
  /// is behind `count` is undefined before and after.
  func score(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    into scores: UnsafeMutablePointer<UInt32>
  ) {
    let saturated = UnsafeMutableRawPointer(scores).assumingMemoryBound(to: Float.self)
    for index in 0..<count { saturated[index] = saturations[Int(codes[Int(documents[index])])] }
    let weights = SIMD8<Float>(repeating: weight)
    let shift = SIMD8<Float>(repeating: 0x1p23)
    var index = 0
    while index < count {
      let place = UnsafeMutableRawPointer(scores + index)
      let saturation = place.loadUnaligned(as: SIMD8<Float>.self)
      let frequency = Self.floats(
        UnsafeRawPointer(frequencies + index).loadUnaligned(as: SIMD8<UInt32>.self))
      let sum = weights * (frequency / (frequency + saturation)) + shift
      let steps = unsafeBitCast(sum, to: SIMD8<UInt32>.self) & SIMD8(repeating: 0x7F_FFFF)
      place.storeBytes(of: steps, as: SIMD8<UInt32>.self)
      index &+= 8
    }
  }

  /// Integers below 2²³ as floating-point numbers, by putting them behind the exponent of 2²³.
  @inline(__always)
  private static func floats(_ values: SIMD8<UInt32>) -> SIMD8<Float> {
    let clamped = pointwiseMin(values, SIMD8(repeating: largestFrequency))
    let bits = clamped | SIMD8(repeating: Float(0x1p23).bitPattern)
    return unsafeBitCast(bits, to: SIMD8<Float>.self) - SIMD8(repeating: 0x1p23)
  }
}
