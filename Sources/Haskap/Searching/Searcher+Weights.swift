/// What scores are made of, for whoever asks another engine the same.
extension Searcher {
  /// The weight of a unit, as its plan has it; nil where nothing has the unit.
  package func weight(of unit: TextUnit) throws -> Double? {
    guard case .substring(let plan, _) = try Planner(self).substring(unit, 1) else { return nil }
    return plan.weight
  }

  /// The inverse document frequency of a term; nil where nothing has it.
  package func rarity(of term: [UInt8], in field: String) throws -> Double? {
    try Planner(self).term(field, term, 1)?.weight
  }

  /// The same of a pair of characters.
  package func rarity(ofGram gram: [UInt8], in field: String) throws -> Double? {
    try rarity(of: gram, in: Schema.gramsName(of: field))
  }

  /// How many documents have any character in a field that keeps grams, deleted ones included.
  package func documentCount(withGramsOf field: String) -> Int {
    self.field(named: Schema.gramsName(of: field))?.statistics.documentCount ?? 0
  }

  /// The number of a document among those of all segments.
  package func number(of document: Int, inSegment segment: Int) -> Int {
    base(of: segment) + document
  }

  /// The terms that a fuzzy one stands for, each with its distance.
  package func terms(
    like fuzzy: FuzzyTerm, in field: String
  ) throws -> [(term: [UInt8], distance: Int)] {
    var found: [[UInt8]: Int] = [:]
    for segment in segments {
      guard let number = segment.index.field(named: field) else { continue }
      let selection = TermSelection.automaton(TermAutomaton(fuzzy))
      try segment.index.dictionaries[number].forEach(selection) { term, match in
        found[term] = match.distance
      }
    }
    return found.map { ($0.key, $0.value) }
      .sorted { $0.term.lexicographicallyPrecedes($1.term) }
  }
}

extension Schema {
  /// The text field whose grams a searched field holds; nil for other names.
  package static func textField(ofGrams name: String) -> String? {
    isGramsName(name) ? String(name.dropLast(gramsName(of: "").count)) : nil
  }
}
