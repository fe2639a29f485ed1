/// Finds figures of participants that cannot be, or that a comma or a digit too many has made.
enum OccurrenceFigures {
  /// More than any project of a city has had.
  private static let most = 1_000_000
  /// How many times the usual figure of the same holding one may be.
  private static let mostTimes = 50

  static func suspects(_ occurrences: [Record.Occurrence]) -> [Record.Note] {
    let holdings = Dictionary(grouping: occurrences) { [$0.label, $0.unit] }
    return occurrences.compactMap { occurrence in
      guard let figure = occurrence.participants else { return nil }
      let printed = "\(figure)\(occurrence.unit ?? "")"
      if figure > most { return note(printed, "参加人数が\(printed)とは考えられません") }
      let others = (holdings[[occurrence.label, occurrence.unit]] ?? []).compactMap(\.participants)
      guard others.count > 2, case let usual = others.sorted()[(others.count - 1) / 2], usual > 0,
        figure > mostTimes * usual
      else { return nil }
      let about = "\(usual)\(occurrence.unit ?? "")"
      return note(printed, "\(printed)は、ほかの回の\(about)前後と桁が違います")
    }
  }

  private static func note(_ printed: String, _ reason: String) -> Record.Note {
    .init(kind: .suspect, field: "occurrences", printed: printed, reason: reason)
  }
}
