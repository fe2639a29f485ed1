internal import Haskap

extension Query {
  /// The same, of units only where a word of the text begins and one ends.
  ///
  /// - Parameter tier: of the farthest spelling that is looked for.
  func ofWholeWords(upTo tier: Int) -> Query {
    switch self {
    case .best(let queries): return .best(queries.map { $0.ofWholeWords(upTo: tier) })
    case .unit(var unit):
      unit.variants = unit.variants.filter { $0.tier <= tier }.map(\.ofWholeWords)
      return .unit(unit)
    default: return self
    }
  }
}

extension UnitVariant {
  fileprivate var ofWholeWords: UnitVariant {
    UnitVariant(
      utf8: utf8, cuts: cuts, tier: tier, beginsWord: true, endsWord: true,
      isWholeNumber: isWholeNumber)
  }
}
