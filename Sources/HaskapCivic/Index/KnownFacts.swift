/// What answers ask of the records of some cities, by their numbers.
struct KnownFacts {
  private let parts: [(first: Int, facts: [RecordFacts])]

  /// - Parameter parts: in the order of their first records.
  init(_ parts: [(first: Int, facts: [RecordFacts])]) { self.parts = parts }

  subscript(record: Int) -> RecordFacts {
    var (low, high) = (0, parts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if parts[middle].first <= record { low = middle } else { high = middle }
    }
    return parts[low].facts[record - parts[low].first]
  }
}
