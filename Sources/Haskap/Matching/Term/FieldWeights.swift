/// What the scores of a field's terms have in common in one segment.
final class FieldWeights: @unchecked Sendable {  // Nothing is written after `init`.
  let codes: UnsafePointer<UInt8>
  let saturations: UnsafeMutablePointer<Float>
  /// By code: bits of a position above its low byte.
  let highBits = FieldLength.highBitsByCode
  let relaxation: Float
  let tightening: Float

  init(_ index: InvertedIndex, field: Int, saturations values: [Float]) throws {
    codes = try index.fieldNorms(field: field)
    let reference = index.referenceSaturations(field: field)
    let isReference = values == reference
    relaxation = isReference ? 1 : Impact.relaxation(of: values, reference: reference)
    tightening = isReference ? 1 : Impact.tightening(of: values, reference: reference)
    saturations = .allocate(capacity: 256)
    saturations.initialize(from: values, count: 256)
  }

  deinit { saturations.deallocate() }
}
