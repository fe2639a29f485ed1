/// The documents of one segment where a unit stands, with what their scores are computed from.
struct UnitMatches {
  /// In ascending order.
  private(set) var documents: [UInt32] = []
  /// The best rung of each, counted over all tiers: four to a tier.
  private(set) var rungs: [UInt8] = []
  /// The sum that BM25F saturates: of every occurrence the part of its field and of its rung.
  private(set) var sums: [Float] = []

  /// Adds what one variant matches in one field.
  ///
  /// - Parameters:
  ///   - parts: for every length's code what one occurrence in the field adds.
  ///   - codes: of every document's length.
  mutating func add(
    _ matches: VariantMatches, tier: Int, parts: [Float], codes: UnsafePointer<UInt8>
  ) {
    var added = UnitMatches()
    added.reserve(matches.entries.count)
    let first = UInt8(4 * tier)
    let factor = Self.factor(tier: tier)
    for (document, counts) in matches.entries {
      added.append(
        document, rung: first + counts.best.rawValue,
        sum: parts[Int(codes[Int(document)])] * counts.weighted * factor)
    }
    self = documents.isEmpty ? added : merged(with: added)
  }

  /// What an occurrence of a tier adds, beside one of the first.
  static func factor(tier: Int) -> Float {
    Float(sign: .plus, exponent: -4 * tier, significand: 1)
  }

  private mutating func reserve(_ count: Int) {
    documents.reserveCapacity(count)
    rungs.reserveCapacity(count)
    sums.reserveCapacity(count)
  }

  @inline(__always)
  private mutating func append(_ document: UInt32, rung: UInt8, sum: Float) {
    documents.append(document)
    rungs.append(rung)
    sums.append(sum)
  }

  private func merged(with other: UnitMatches) -> UnitMatches {
    var result = UnitMatches()
    result.reserve(documents.count + other.documents.count)
    var (left, right) = (0, 0)
    while left < documents.count || right < other.documents.count {
      let isLeft =
        right == other.documents.count
        || left < documents.count && documents[left] <= other.documents[right]
      let isRight =
        left == documents.count
        || right < other.documents.count && other.documents[right] <= documents[left]
      let rung = min(isLeft ? rungs[left] : .max, isRight ? other.rungs[right] : .max)
      let sum = (isLeft ? sums[left] : 0) + (isRight ? other.sums[right] : 0)
      result.append(isLeft ? documents[left] : other.documents[right], rung: rung, sum: sum)
      left += isLeft ? 1 : 0
      right += isRight ? 1 : 0
    }
    return result
  }

  /// The place of the first document that is not below this one.
  func lowerBound(_ document: Int) -> Int {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if Int(documents[middle]) < document { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Turns rungs and sums into scores: a band of equal width for every rung, and within it BM25F.
///
/// On a ladder of `R` rungs a document on rung `r` (0 the best) whose occurrences sum up to `t`
/// scores `weight × (R − 1 − r + t / (k1 + t)) / R`. Bands are whole steps of the grid, so that a
/// better rung is a better score for certain.
struct UnitScorer {
  /// In steps of the grid; 0 where scores are of no interest.
  let weight: Float
  let rungCount: Int
  let k1: Float

  private var band: UInt32 { UInt32(weight) / UInt32(rungCount) }

  /// The part of a score that the rung gives.
  func base(rung: UInt8) -> UInt32 { band * UInt32(rungCount - 1 - Int(rung)) }

  /// The part that the occurrences give: at least one step, and less than the width of a band.
  @inline(__always)
  func saturated(_ sum: Float) -> UInt32 {
    guard band > 1 else { return weight > 0 ? 1 : 0 }
    return 1 &+ min(roundedToGrid(Float(band) * (sum / (sum + k1))), band &- 2)
  }

  @inline(__always)
  func score(rung: UInt8, sum: Float) -> UInt32 { base(rung: rung) &+ saturated(sum) }
}
