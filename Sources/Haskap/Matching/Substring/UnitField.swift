internal import Synchronization

/// What all units have in common in a weighted field of a snapshot, and all words of BM25F.
final class UnitField: @unchecked Sendable {  // `parts` is not written after `init`.
  let name: String
  /// The field's grams, or its words.
  let context: FieldContext
  /// For every length's code what one occurrence adds to the sum of BM25F.
  let parts: UnsafeMutablePointer<Float>
  private let k1: Float
  /// By segment and tier.
  private let weights = Mutex<[Int: FieldWeights]>([:])

  init(_ field: WeightedField, _ context: FieldContext, k1: Float) {
    (name, self.context, self.k1) = (field.name, context, k1)
    let average = context.statistics.averageLength
    parts = .allocate(capacity: 256)
    for code in 0..<256 {
      let length = Double(FieldLength.decode(UInt8(code)))
      let part = field.weight / max(1e-9, 1 - field.b + field.b * length / average)
      parts.advanced(by: code).initialize(to: Float(part))
    }
  }

  deinit { parts.deallocate() }

  /// What scores of a variant are computed from in one segment: with these saturations a gram alone
  /// scores what the unit does if all its occurrences are whole words.
  func weights(
    _ index: InvertedIndex, field: Int, segment: Int, tier: Int = 0
  ) -> FieldWeights {
    weights.withLock { weights in
      let key = segment * (UnitVariant.lastTier + 1) + tier
      if let known = weights[key] { return known }
      let factor = SubstringCell.factor(tier: tier)
      let made = FieldWeights(
        index, field: field,
        saturations: (0..<256).map { k1 / (parts[$0] * factor) })
      weights[key] = made
      return made
    }
  }
}
