/// What the scores of a field's terms have in common in one segment.
final class FieldWeights: @unchecked Sendable {  // Nothing is written after `init`.
  private let index: InvertedIndex
  private let field: Int
  let saturations: UnsafeMutablePointer<Float>
  /// By code: bits of a position above its low byte.
  let highBits = FieldLength.highBitsByCode
  let relaxation: Float
  let tightening: Float

  init(_ index: InvertedIndex, field: Int, saturations values: [Float]) {
    (self.index, self.field) = (index, field)
    let reference = index.referenceSaturations(field: field)
    let isReference = values == reference
    relaxation = isReference ? 1 : Impact.relaxation(of: values, reference: reference)
    tightening = isReference ? 1 : Impact.tightening(of: values, reference: reference)
    saturations = .allocate(capacity: 256)
    saturations.initialize(from: values, count: 256)
  }

  /// Of the lengths of all documents, whose bytes are checked where a segment is searched: by several
  /// threads, and not before.
  var codes: UnsafePointer<UInt8> {
    get throws(FormatError) { try index.fieldNorms(field: field) }
  }

  deinit { saturations.deallocate() }
}
