/// Finds figures of participants that cannot be, or that a comma or a digit too many has made.
enum OccurrenceFigures {
  /// More than any project of a city has had.
  private static let most = 1_000_000
  /// How many times the usual figure of the same holding one may be.
  private static let mostTimes = 50

  static func suspects(_ occurrences: [Record.Occurrence]) -> [Record.Note] {
    let usuals = Dictionary(grouping: occurrences) { [$0.label, $0.unit] }.compactMapValues(usual)
    return occurrences.compactMap { occurrence in
      guard let figure = occurrence.participants else { return nil }
      let printed = "\(figure)\(occurrence.unit ?? "")"
      if figure > most { return note(printed, "参加人数が\(printed)とは考えられません") }
      guard let usual = usuals[[occurrence.label, occurrence.unit]], usual > 0,
        figure > mostTimes * usual
      else { return nil }
      let about = "\(usual)\(occurrence.unit ?? "")"
      return note(printed, "\(printed)は、ほかの回の\(about)前後と桁が違います")
    }
  }

  /// The figure in the middle; of two none can be called usual.
  private static func usual(_ holdings: [Record.Occurrence]) -> Int? {
    let figures = holdings.compactMap(\.participants)
    return figures.count > 2 ? figures.sorted()[(figures.count - 1) / 2] : nil
  }

  private static func note(_ printed: String, _ reason: String) -> Record.Note {
    .init(kind: .suspect, field: "occurrences", printed: printed, reason: reason)
  }
}
