/// What answers ask of the records of some cities, by their numbers.
struct KnownFacts {
  /// The first records of the parts, ascending.
  private let firsts: [Int]
  private let parts: [[RecordFacts]]

  /// - Parameter parts: in the order of their first records.
  init(_ parts: [(first: Int, facts: [RecordFacts])]) {
    (firsts, self.parts) = (parts.map(\.first), parts.map(\.facts))
  }

  subscript(record: Int) -> RecordFacts {
    let place = firsts.lastPlace(notAbove: record)
    return parts[place][record - firsts[place]]
  }
}
