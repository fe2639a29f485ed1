/// The grams of a unit of at least three scalars that a search looks at.
struct GramCover {
  /// Grams that together have every scalar of the unit, with their places in it.
  private(set) var covering: [(place: Int, info: TermInfo)]
  /// Others that are worth a look at their documents.
  private(set) var filters: [TermInfo] = []

  /// Documents so few are looked at sooner than more grams are looked up.
  private static let few = 64
  private static let mostFilters = 2

  /// Nil when a gram is in no document.
  ///
  /// - Parameters:
  ///   - count: of all the unit's grams.
  ///   - find: looks up the gram at a place.
  init?(_ count: Int, documentCount: Int, find: (Int) throws -> TermInfo?) rethrows {
    covering = []
    for place in 0..<count where place % 2 == 0 || place == count - 1 {
      guard let info = try find(place) else { return nil }
      covering.append((place, info))
    }
    if covering.contains(where: { $0.info.documentFrequency <= Self.few }) { return }
    var grams: [TermInfo] = []
    for place in 0..<count {
      let known = covering.first { $0.place == place }?.info
      guard let info = try known ?? find(place) else { return nil }
      grams.append(info)
    }
    let cover = Self.cover(grams.map(\.totalFrequency))
    covering = cover.map { ($0, grams[$0]) }
    // A gram that is nearly everywhere rules nothing out.
    let others = grams.indices.filter {
      !cover.contains($0) && grams[$0].documentFrequency < documentCount / 2
    }
    filters = Array(
      others.map { grams[$0] }.sorted { $0.documentFrequency < $1.documentFrequency }
        .prefix(Self.mostFilters))
  }

  /// The places of the grams that stand least often in sum: the first, the last, and of any two
  /// neighbours one.
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
