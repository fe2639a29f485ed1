/// What the headings of a table say by themselves, whatever stands below them.
final class ColumnHeadings {
  let words: [String]
  let trimmed: [String]
  let meanings: [HeadingWords.Meaning?]
  /// Which tell what was meant to be, or was once.
  let planned: [Bool]
  let kinds: [HeadingKind]
  private var attendees: [Int: Attendees] = [:]

  /// What the heading of a column that counts people says of them.
  struct Attendees {
    var column: Int
    var year: Int?
    var part: AttendeePart?
  }

  /// Those of a table before where they are the same.
  static func of(
    _ headings: [String], width: Int, known: inout ColumnHeadings?
  ) -> ColumnHeadings {
    let words =
      headings.count < width
      ? headings + repeatElement("", count: width - headings.count) : headings
    if let known, known.words == words { return known }
    let own = ColumnHeadings(words)
    known = own
    return own
  }

  private init(_ words: [String]) {
    self.words = words
    trimmed = words.map(\.trimmed)
    meanings = words.map(TableHeading.meaning)
    planned = words.map(HeadingWords.isPlanned)
    kinds = zip(meanings, words).map { meaning, word in
      let kind = meaning?.kind ?? HeadingWords.kind(ofUnlisted: word)
      // 参加児童・生徒数 ends as a number of pupils does.
      let isGroup =
        kind == .count && (AttendeePart.isGroup(word) || AttendeePart.below(word) != nil)
      return isGroup ? .participants : kind
    }
  }

  func attendees(_ column: Int) -> Attendees {
    if let known = attendees[column] { return known }
    let word = words[column]
    let isGroup = meanings[column]?.kind == .count
    let own = Attendees(
      column: column, year: TitleYear.year(ofHeading: word),
      part: AttendeePart(word)
        ?? (isGroup ? AttendeePart.below(word) : AttendeePart(heading: word)))
    attendees[column] = own
    return own
  }
}
