/// Finds the other forms of a query. Give normalised text: width and case are folded before.
public struct VariantTables: Sendable {
  /// A form to search for. `tier` is 0 for what was typed, else the sum of the foldings' tiers.
  public typealias Variant = (text: String, tier: Int, foldings: [String])

  /// More replacements in one form give guesses nobody wants.
  private static let mostFoldings = 3

  /// The foldings in use, in the order of the enumeration.
  public let foldings: [Folding]

  public init(foldings: Set<Folding> = Set(Folding.allCases)) {
    self.foldings = Folding.allCases.filter(foldings.contains)
  }

  /// The forms of `text`, nearest first, itself at the head; at most `limit`.
  public func variants(of text: String, limit: Int) -> [Variant] {
    guard limit > 0 else { return [] }
    var found: [Variant] = []
    // Candidates by tier: what is nearest is taken and folded further, until there is enough.
    var waiting: [[Variant]] = [[(text, 0, [])]]
    var seen: Set<String> = []
    var tier = 0
    while tier < waiting.count, found.count < limit {
      let candidates = waiting[tier]
      for candidate in candidates where seen.insert(candidate.text).inserted {
        found.append(candidate)
        if candidate.foldings.count < Self.mostFoldings { expand(candidate, into: &waiting) }
        if found.count == limit { break }
      }
      tier += 1
    }
    return found
  }

  private func expand(_ variant: Variant, into waiting: inout [[Variant]]) {
    for folding in foldings {
      let tier = variant.tier + folding.tier
      while waiting.count <= tier { waiting.append([]) }
      for text in FoldingRules.forms(of: variant.text, by: folding) {
        waiting[tier].append((text, tier, variant.foldings + [folding.rawValue]))
      }
    }
  }
}
