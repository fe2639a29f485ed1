extension Planner {
  func prefix(
    _ query: Query, _ field: String, _ bytes: [UInt8], _ boost: Double
  ) throws -> Plan {
    let pattern = String(decoding: bytes, as: UTF8.self) + "*"
    return try terms(
      query, .range(TermRange(prefix: bytes)), field, limit: .max, named: pattern, boost)
  }

  func range(
    _ query: Query, _ field: String, _ range: TermRange, limit: Int, _ boost: Double
  ) throws -> Plan {
    try terms(query, .range(range), field, limit: limit, named: "\(range)", boost)
  }

  func wildcard(
    _ query: Query, _ field: String, _ pattern: WildcardPattern, limit: Int, _ boost: Double
  ) throws -> Plan {
    try check(pattern.length, of: "\(pattern)", field)
    return try terms(
      query, .automaton(TermAutomaton(pattern)), field, limit: limit, named: "\(pattern)", boost)
  }

  /// The sets of documents by distance, of which the nearest decides.
  func fuzzy(
    _ query: Query, _ field: String, _ fuzzy: FuzzyTerm, limit: Int, _ boost: Double
  ) throws -> Plan {
    try check(fuzzy.term.unicodeScalars.count, of: fuzzy.term, field)
    let all = try expansion(
      query, .automaton(TermAutomaton(fuzzy)), field, limit: limit, named: "\(fuzzy)")
    let plans = (0...fuzzy.distance).compactMap { distance -> Plan? in
      let terms = all.at(distance: distance)
      let score = boost / Double(1 << distance)
      return terms.isEmpty ? nil : .terms(terms, score: score)
    }
    return plans.isEmpty ? .none : plans.count == 1 ? plans[0] : .best(plans)
  }

  private func terms(
    _ query: Query, _ selection: TermSelection, _ field: String, limit: Int, named pattern: String,
    _ boost: Double
  ) throws -> Plan {
    let terms = try expansion(query, selection, field, limit: limit, named: pattern)
    return terms.isEmpty ? .none : .terms(terms, score: boost)
  }

  private func expansion(
    _ query: Query, _ selection: TermSelection, _ field: String, limit: Int, named pattern: String
  ) throws -> TermExpansion {
    if let known = expansions[query] { return known }
    let made = try TermExpansion(
      selection, of: field, in: searcher.segments, limit: limit, named: pattern)
    expansions[query] = made
    return made
  }

  private func check(_ length: Int, of pattern: String, _ field: String) throws {
    guard length > TermAutomaton.longest else { return }
    throw QueryError(
      field: field,
      problem: "'\(pattern)' has more than \(TermAutomaton.longest) characters",
      remedy: "give less of the word")
  }
}
