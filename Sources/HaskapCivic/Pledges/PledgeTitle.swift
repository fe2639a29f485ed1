/// Settles a pledge's title between its print over the measures and that in the summary.
enum PledgeTitle {
  /// Prints of one title differ by a few misread characters at most.
  private static let mostEdits = 3

  static func settled(printed: String, summary: String?) -> (title: String, note: Record.Note?) {
    let own = Misreadings.corrected(printed)
    let listed = summary.map { Misreadings.corrected($0).text }
    if let reason = own.reason {
      return (own.text, .init(kind: .corrected, field: "pledgeTitle", printed: printed, reason: reason))
    }
    guard let listed, !isSame(own.text, listed) else { return (own.text, nil) }
    let edits = distance(own.text, listed)
    if edits <= mostEdits {
      return (
        listed,
        .init(
          kind: .corrected, field: "pledgeTitle", printed: printed,
          reason: "the summary prints \(listed)")
      )
    }
    return (
      own.text,
      .init(
        kind: .suspect, field: "pledgeTitle", printed: printed,
        reason: "the summary has another title in this place: \(listed)")
    )
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    first.filter { !$0.isWhitespace } == second.filter { !$0.isWhitespace }
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
