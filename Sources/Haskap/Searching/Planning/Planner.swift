/// Makes plans: looks terms up and weighs them. Equal parts of a query that are costly to look up
/// share what was found.
final class Planner {
  let searcher: Searcher
  var substrings: [TextUnit: SubstringPlan] = [:]
  var expansions: [Query: TermExpansion] = [:]
  /// By field the grams that begin with a character.
  var characters: [ObjectIdentifier: [[UInt8]: [SubstringGrams]]] = [:]
  /// By segment the grams of what stands in no text; most ways to write a unit share it.
  private(set) lazy var nowhere: [SubstringGrams] = searcher.segments.map { _ in .none }
  private var limit = PacedTimeLimit(.current)

  init(_ searcher: Searcher) { self.searcher = searcher }

  /// - Parameter boost: the product of the boosts above; 0 where scores are of no interest.
  func plan(_ query: Query, boost: Double) throws -> Plan {
    try limit.step()
    switch query {
    case .none: return .none
    case .everything: return .everything(boost)
    case .term(let field, let bytes): return try term(field, bytes, boost).map(Plan.term) ?? .none
    case .phrase(let field, let terms): return try phrase(field, terms, boost)
    case .near(let field, let terms, let slop, let isOrdered):
      return try near(field, terms, slop: slop, isOrdered: isOrdered, boost)
    case .prefix(let field, let bytes): return try prefix(query, field, bytes, boost)
    case .wildcard(let field, let pattern, let limit):
      return try wildcard(query, field, pattern, limit: limit, boost)
    case .run(let field, let patterns, let reach):
      return try run(field, patterns, reach: reach, boost)
    case .fuzzy(let field, let term, let limit):
      return try fuzzy(query, field, term, limit: limit, boost)
    case .range(let field, let range, let limit):
      return try self.range(query, field, range, limit: limit, boost)
    case .fields(let fields, let bytes): return try self.fields(fields, bytes, boost)
    case .unit(let unit): return try substring(unit, boost)
    case .all(let queries): return try all(queries.map { try plan($0, boost: boost) })
    case .any(let queries, let minimum):
      return any(try queries.map { try plan($0, boost: boost) }, minimum: minimum)
    case .best(let queries): return best(try queries.map { try plan($0, boost: boost) })
    case .not(let query): return .not(try plan(query, boost: 0))
    case .filter(let query): return .constant(try plan(query, boost: 0), 0)
    case .boosted(let query, let factor):
      return try plan(query, boost: boost * max(0, factor.isFinite ? factor : 0))
    case .constantScore(let query, let score):
      return .constant(try plan(query, boost: 0), boost * max(0, score.isFinite ? score : 0))
    case .documents(let sets): return .documents(sets)
    }
  }

  private static func isPossible(_ plan: Plan) -> Bool {
    if case .none = plan { false } else { true }
  }

  private func all(_ plans: [Plan]) -> Plan {
    guard plans.allSatisfy(Self.isPossible) else { return .none }
    return plans.count == 1 ? plans[0] : plans.isEmpty ? .none : .all(plans)
  }

  /// One alternative alone finds its best documents without scoring all. The best of what is the best of
  /// others is the best of all.
  private func best(_ plans: [Plan]) -> Plan {
    let possible = plans.filter(Self.isPossible).flatMap { plan in
      if case .best(let plans) = plan { plans } else { [plan] }
    }
    return possible.isEmpty ? .none : possible.count == 1 ? possible[0] : .best(possible)
  }

  private func any(_ plans: [Plan], minimum: Int) -> Plan {
    let possible = plans.filter(Self.isPossible)
    guard !possible.isEmpty, possible.count >= minimum else { return .none }
    return possible.count == 1 ? possible[0] : .any(possible, minimum: max(1, minimum))
  }

  /// A term that no segment has is nil.
  func term(_ name: String, _ bytes: [UInt8], _ boost: Double) throws -> TermPlan? {
    guard let field = searcher.field(named: name) else { return nil }
    let term = TermPlan(field: field, text: bytes, infos: try infos(of: bytes, field)) {
      boost * BM25.inverseDocumentFrequency($0, of: field.statistics.documentCount)
    }
    return term.documentFrequency > 0 ? term : nil
  }

  /// What each segment has of a term.
  func infos(of bytes: [UInt8], _ field: FieldContext) throws -> [TermInfo?] {
    try searcher.memory.infos(of: bytes, in: field) {
      try bytes.withUnsafeBytes { bytes in
        try zip(searcher.segments, field.numbers).map { segment, number in
          try number.flatMap { try segment.index.find(bytes, field: $0) }
        }
      }
    }
  }

  private func phrase(_ field: String, _ terms: [[UInt8]], _ boost: Double) throws -> Plan {
    let plans = try terms.compactMap { try term(field, $0, boost) }
    guard !plans.isEmpty, plans.count == terms.count else { return .none }
    if plans.count == 1 { return .term(plans[0]) }
    guard plans[0].field.hasPositions else {
      throw QueryError(
        field: field, problem: "a phrase needs positions, which the field does not keep",
        remedy: "build the index with positions for it, or ask for all of the words")
    }
    return .phrase(
      PhrasePlan(plans, pairs: try zip(plans, plans.dropFirst()).map { try pair($0, $1) }))
  }

  /// What each segment lists of two terms side by side.
  private func pair(_ first: TermPlan, _ second: TermPlan) throws -> TermPlan {
    let infos = try searcher.memory.infos(of: first.text, before: second.text, in: first.field) {
      try searcher.segments.indices.map { segment in
        guard let left = first.infos[segment], let right = second.infos[segment] else { return nil }
        return try searcher.segments[segment].index.pair(PairKey(left, right))
      }
    }
    return TermPlan(field: first.field, text: first.text + second.text, infos: infos)
  }

  private func fields(
    _ fields: [WeightedField], _ bytes: [UInt8], _ boost: Double
  ) throws -> Plan {
    let known = try fields.compactMap { weighted in
      try term(weighted.name, bytes, 1).map { (weighted, $0) }
    }.filter { $0.0.weight > 0 }
    guard !known.isEmpty else { return .none }
    let frequency = known.map { $0.1.documentFrequency }.max() ?? 0
    let count = known.map { $0.1.field.statistics.documentCount }.max() ?? 0
    let weight = boost * BM25.inverseDocumentFrequency(frequency, of: max(count, frequency))
    return .fields(
      known.map { field, term in
        FieldPlan(
          term: TermPlan(field: term.field, text: bytes, infos: term.infos) { _ in weight },
          field: unitField(field, term.field))
      }, weight: weight)
  }
}
