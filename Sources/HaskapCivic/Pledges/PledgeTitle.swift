/// Settles a pledge's title between its print over the measures and that in the summary.
enum PledgeTitle {
  /// Prints of one title differ by a few misread characters at most.
  private static let mostEdits = 3

  static func settled(printed: String, summary: String?) -> (title: String, note: Record.Note?) {
    let own = Misreadings.correct(promise: printed)
    let ownNote = own.note("pledgeTitle", whole: printed)
    let listed = summary.map { Misreadings.correct(promise: $0).text }
    guard let listed, !isSame(own.text, listed) else { return (own.text, ownNote) }
    guard distance(own.text, listed) <= mostEdits else {
      return (own.text, note(.suspect, printed, "総括表では別の題名です: \(listed)"))
    }
    let reasons = own.reasons + ["総括表では「\(listed)」"]
    return (listed, note(.corrected, printed, reasons.joined(separator: "、")))
  }

  private static func note(
    _ kind: Record.Note.Kind, _ printed: String, _ reason: String
  ) -> Record.Note {
    .init(kind: kind, field: "pledgeTitle", printed: printed, reason: reason)
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    first.withoutSpaces == second.withoutSpaces
  }

  /// Levenshtein's distance in characters.
  static func distance(_ first: String, _ second: String) -> Int {
    let second = Array(second)
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[second.count]
  }
}
