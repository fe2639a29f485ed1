/// The grams of a unit of at least three scalars that a search looks at.
struct GramCover {
  /// Grams that together have every scalar of the unit, with their places in it.
  let covering: [(place: Int, info: TermInfo)]
  /// Others that are worth a look at their documents.
  let filters: [TermInfo]

  /// Documents so few are looked at sooner than those of more grams.
  private static let few = 64
  private static let mostFilters = 2

  /// - Parameter grams: all of the unit's, in order.
  init(_ grams: [TermInfo], documentCount: Int) {
    let cover = Self.cover(grams.map(\.totalFrequency))
    covering = cover.map { ($0, grams[$0]) }
    // A gram that is nearly everywhere rules nothing out.
    let others = grams.indices.filter {
      !cover.contains($0) && grams[$0].documentFrequency < documentCount / 2
    }
    let isRare = covering.contains { $0.info.documentFrequency <= Self.few }
    filters =
      isRare
      ? []
      : Array(
        others.map { grams[$0] }.sorted { $0.documentFrequency < $1.documentFrequency }
          .prefix(Self.mostFilters))
  }

  /// The places of the grams that occur least often in sum: the first, the last, and of any two
  /// neighbors one.
  static func cover(_ frequencies: [Int]) -> [Int] {
    var sums: [Int] = []
    for frequency in frequencies { sums.append(frequency + (sums.suffix(2).min() ?? 0)) }
    var cover = [frequencies.count - 1]
    while let place = cover.last, place > 0 {
      cover.append(place > 1 && sums[place - 2] <= sums[place - 1] ? place - 2 : place - 1)
    }
    return cover.reversed()
  }
}
