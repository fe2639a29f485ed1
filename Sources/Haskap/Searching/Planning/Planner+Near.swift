extension Planner {
  func near(
    _ field: String, _ words: [[UInt8]], slop: Int, isOrdered: Bool, _ boost: Double
  ) throws -> Plan {
    var distinct: [[UInt8]] = []
    var terms: [TermPlan] = []
    var numbers: [Int] = []
    for word in words {
      if let known = distinct.firstIndex(of: word) {
        numbers.append(known)
        continue
      }
      guard let term = try term(field, word, boost) else { return .none }
      numbers.append(terms.count)
      distinct.append(word)
      terms.append(term)
    }
    guard let first = terms.first else { return .none }
    if words.count == 1 { return .term(first) }
    guard first.field.hasPositions else {
      throw QueryError(
        field: field, problem: "words near each other need positions, which it does not keep",
        remedy: "build the index with positions for it, or ask for all of the words")
    }
    return .near(
      NearPlan(
        terms: terms, matcher: NearMatcher(words: numbers, slop: slop, isOrdered: isOrdered),
        weight: numbers.reduce(0) { $0 + terms[$1].weight }))
  }
}
