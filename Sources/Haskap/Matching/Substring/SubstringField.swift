internal import Glibc

/// A field of a unit.
struct SubstringField: Sendable {
  let name: String
  /// The field's grams.
  let context: FieldContext
  /// For every length's code what one occurrence adds to the sum of BM25F.
  let parts: [Float]
  /// By variant and segment the grams of the variant.
  let grams: [[SubstringGrams]]
}

extension SubstringField {
  /// About how many documents a variant occurs in, deleted ones included: of a string of several
  /// grams as many as its rarest gram; of a character as many as its grams would have if they were
  /// spread at random, `N (1 − exp(−n / N))` for n postings over N documents.
  func documentFrequency(_ variant: Int) -> Int {
    var sums: [Int] = []
    var postings = 0
    for segment in grams[variant] {
      switch segment {
      case .none: break
      case .character(let infos): postings += infos.reduce(0) { $0 + $1.documentFrequency }
      case .string(let infos):
        if sums.isEmpty { sums = infos.map { _ in 0 } }
        for (gram, info) in infos.enumerated() { sums[gram] += info.documentFrequency }
      }
    }
    guard postings > 0 else { return sums.min() ?? 0 }
    let count = Double(max(1, context.statistics.documentCount))
    return max(1, Int((count * -expm1(-Double(postings) / count)).rounded()))
  }

  /// What scores of a variant are computed from in one segment: with these saturations a gram alone
  /// scores what the unit does if all its occurrences are whole words.
  func weights(_ grams: GramField, tier: Int, k1: Float) throws -> FieldWeights {
    let factor = SubstringCell.factor(tier: tier)
    return try FieldWeights(
      grams.index, field: grams.field, saturations: parts.map { k1 / ($0 * factor) })
  }
}
