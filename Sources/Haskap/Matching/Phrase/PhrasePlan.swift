/// A phrase, looked up in all segments.
final class PhrasePlan: Sendable {
  /// In the order of the phrase.
  let terms: [TermPlan]
  /// Each term with the next; a segment has an entry where it lists the pair, be it in no document.
  let pairs: [TermPlan]
  /// The terms' places in the phrase, the rarest first.
  let order: [Int]
  let weight: Double
  /// By segment: whether it has all terms, and all pairs that it lists.
  private let hasAll: [Bool]

  init(_ terms: [TermPlan], pairs: [TermPlan]) {
    (self.terms, self.pairs) = (terms, pairs)
    weight = terms.reduce(0) { $0 + $1.weight }
    let frequencies = terms.map(\.totalFrequency)
    order = terms.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var hasAll = terms[0].infos.map { $0 != nil }
    for term in terms.dropFirst() {
      for segment in hasAll.indices where term.infos[segment] == nil { hasAll[segment] = false }
    }
    for pair in pairs {
      for segment in hasAll.indices where pair.infos[segment]?.documentFrequency == 0 {
        hasAll[segment] = false
      }
    }
    self.hasAll = hasAll
  }

  func mayMatch(inSegment segment: Int) -> Bool { hasAll[segment] }
}
