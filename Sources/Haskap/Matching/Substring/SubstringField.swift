internal import CLibrary

/// A field of a unit.
struct SubstringField: Sendable {
  let field: UnitField
  /// By variant and segment the grams of the variant.
  let grams: [[SubstringGrams]]
  /// By variant where it is only a part of a number, as far as the index has such numbers.
  let longer: [[Longer]]

  /// A longer number with a variant in it.
  struct Longer: Sendable {
    /// Where the variant is in it, in Unicode scalars.
    let offset: Int
    /// By segment.
    let grams: [SubstringGrams]
  }
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
    let count = Double(max(1, field.context.statistics.documentCount))
    return max(1, Int((count * -expm1(-Double(postings) / count)).rounded()))
  }
}
