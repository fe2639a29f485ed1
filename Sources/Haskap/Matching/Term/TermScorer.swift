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

  /// The scores of `count` documents. All three arrays have room for 128; what is behind `count`
  /// is undefined before and after.
  func score(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    into scores: UnsafeMutablePointer<UInt32>
  ) {
    let saturations = UnsafeMutableRawPointer(scores).assumingMemoryBound(to: Float.self)
    loadSaturations(documents, count: count, from: 0, into: saturations)
    for index in stride(from: 0, to: count, by: 8) {
      UnsafeMutableRawPointer(scores + index).storeBytes(
        of: eight(frequencies + index, saturations + index), as: SIMD8<UInt32>.self)
    }
  }

  /// Adds the scores of `count` documents to those they have, whatever is behind them up to a
  /// multiple of eight.
  func add(
    _ frequencies: UnsafePointer<UInt32>, _ saturations: UnsafePointer<Float>, count: Int,
    to sums: UnsafeMutablePointer<UInt32>
  ) {
    for index in stride(from: 0, to: count, by: 8) {
      let place = UnsafeMutableRawPointer(sums + index)
      let sum =
        place.loadUnaligned(as: SIMD8<UInt32>.self)
        &+ eight(frequencies + index, saturations + index)
      place.storeBytes(of: sum, as: SIMD8<UInt32>.self)
    }
  }

  /// What the lengths of documents, which are numbered from `start` on, add to frequencies.
  @inline(__always)
  func loadSaturations(
    _ documents: UnsafePointer<UInt32>, count: Int, from start: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    let codes = codes + start
    for index in 0..<count { target[index] = saturations[Int(codes[Int(documents[index])])] }
  }

  @inline(__always)
  private func eight(
    _ frequencies: UnsafePointer<UInt32>, _ saturations: UnsafePointer<Float>
  ) -> SIMD8<UInt32> {
    let saturation = UnsafeRawPointer(saturations).loadUnaligned(as: SIMD8<Float>.self)
    let frequency = Self.floats(
      UnsafeRawPointer(frequencies).loadUnaligned(as: SIMD8<UInt32>.self))
    let sum = SIMD8(repeating: weight) * (frequency / (frequency + saturation)) + 0x1p23
    return unsafeBitCast(sum, to: SIMD8<UInt32>.self) & SIMD8(repeating: 0x7F_FFFF)
  }

  /// Integers as floating-point numbers, by putting them behind the exponent of 2²³; those that are
  /// not below have all bits set there, as `largestFrequency` has.
  @inline(__always)
  private static func floats(_ values: SIMD8<UInt32>) -> SIMD8<Float> {
    let excess = unsafeBitCast(0 &- values &>> 23, to: SIMD8<Int32>.self) &>> 31
    let clamped = (values | unsafeBitCast(excess, to: SIMD8<UInt32>.self)) & largestFrequency
    return unsafeBitCast(clamped | Float(0x1p23).bitPattern, to: SIMD8<Float>.self) - 0x1p23
  }
}
