/// What the key calls one and the index several, and the other way round.
struct Confusion {
  private let mentions: [Identified]

  init(_ mentions: [Identified]) { self.mentions = mentions }

  /// Those that cost the most pairs first.
  func differences(_ figure: ScoreFigure) -> [CorpusScore.Difference] {
    let found = mentions.filter { $0.found != nil }
    let parted = groups(found, by: \.key, partedBy: { $0.found ?? "" }).map { group in
      (group.lost, difference(figure, group.parts, key: [group.parts[0]], found: group.parts))
    }
    let joined = groups(found, by: { $0.found ?? "" }, partedBy: \.key).map { group in
      (group.lost, difference(figure, group.parts, key: group.parts, found: [group.parts[0]]))
    }
    return (parted + joined).sorted { ($1.0, $0.1.place) < ($0.0, $1.1.place) }.map(\.1)
  }

  /// What is one by `label` and several by `part`: one mention of each part, the largest first, and
  /// the pairs of mentions of different parts.
  private func groups(
    _ mentions: [Identified], by label: (Identified) -> String,
    partedBy part: (Identified) -> String
  ) -> [(lost: Int, parts: [Identified])] {
    Dictionary(grouping: mentions, by: label).values.compactMap { group in
      let parts = Dictionary(grouping: group, by: part).values.sorted {
        ($1.count, $0[0].printed) < ($0.count, $1[0].printed)
      }
      guard parts.count > 1 else { return nil }
      let whole = group.count * (group.count - 1)
      let kept = parts.reduce(0) { $0 + $1.count * ($1.count - 1) }
      return ((whole - kept) / 2, parts.map { $0[0] })
    }
  }

  private func difference(
    _ figure: ScoreFigure, _ parts: [Identified], key: [Identified], found: [Identified]
  ) -> CorpusScore.Difference {
    let cities = Set(parts.map(\.city)).sorted()
    func shown(_ mentions: [Identified]) -> String {
      let few = mentions.prefix(3).map {
        cities.count > 1 ? "\($0.printed)（\($0.city)）" : $0.printed
      }
      return few.joined(separator: " ≠ ") + (mentions.count > 3 ? " …" : "")
    }
    return CorpusScore.Difference(
      figure: figure,
      place: cities.prefix(2).joined(separator: "、") + (cities.count > 2 ? "…" : ""),
      key: shown(key), found: shown(found))
  }
}
