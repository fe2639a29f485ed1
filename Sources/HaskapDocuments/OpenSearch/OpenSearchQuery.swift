internal import Haskap

/// A query of Haskap as a cluster without any plug-in is asked it, over the fields of an export.
///
/// Counts are the same. Scores are those of Haskap where one field is asked, but for the last digits;
/// `differences` tells what makes them others.
final class OpenSearchQuery {
  let schema: Schema
  let searcher: Searcher
  let statistics: CharacterStatistics
  var differences: Set<OpenSearchDifference> = []
  /// The text fields that were asked.
  var fields: Set<String> = []
  /// What tells the documents apart that have a unit, each with fewer clauses than the one before.
  enum UnitRanking: CaseIterable {
    case rungs, typedRungs, words, occurrences
  }

  let ranking: UnitRanking

  init(
    _ schema: Schema, _ searcher: Searcher, _ statistics: CharacterStatistics,
    ranking: UnitRanking
  ) {
    (self.schema, self.searcher, self.statistics) = (schema, searcher, statistics)
    self.ranking = ranking
    if ranking != .rungs { differences.insert(.manyClauses) }
  }

  static let nothing = #"{"match_none":{}}"#

  /// - Parameter boost: the product of the boosts above; 0 where scores are of no interest.
  func json(_ query: Query, boost: Double = 1) throws -> String {
    switch query {
    case .none: return Self.nothing
    case .everything: return Self.clause("match_all", [Self.member(boost: boost)])
    case .term(let field, let bytes): return term(bytes, in: field, boost)
    case .phrase(let field, let terms): return phrase(terms, in: field, boost)
    case .near(let field, let terms, let slop, let isOrdered):
      return near(terms, in: field, slop: slop, isOrdered: isOrdered, boost)
    case .prefix(let field, let bytes):
      return value("prefix", path(of: field), token(bytes, in: field), boost)
    case .wildcard(let field, let pattern, _):
      return value("wildcard", path(of: field), Self.text(of: pattern), boost)
    case .run(let field, let patterns, let reach):
      return Self.best(
        patterns.map { Self.constant(run($0, in: field, reach: reach), boost) })
    case .fuzzy(let field, let term, _): return try fuzzy(term, in: field, boost)
    case .range(let field, let range, _): return self.range(range, of: field, boost)
    case .fields(let fields, let bytes): return terms(bytes, in: fields, boost)
    case .unit(let unit): return try self.unit(unit, boost)
    case .all(let queries): return try all(queries, boost)
    case .any(let queries, let minimum):
      return try any(queries, minimum: max(1, minimum), boost)
    case .best(let queries): return Self.best(try queries.map { try json($0, boost: boost) })
    case .not(let query):
      return Self.clause("bool", [("must_not", JSONText.array([try json(query, boost: 0)]))])
    case .filter(let query): return Self.filter(try json(query, boost: 0))
    case .boosted(let query, let factor):
      return try json(query, boost: boost * max(0, factor.isFinite ? factor : 0))
    case .constantScore(let query, let score):
      let factor = max(0, score.isFinite ? score : 0)
      return Self.constant(try json(query, boost: 0), boost * factor)
    case .documents(let sets): return documents(sets)
    }
  }

  /// Those that must match, those that must not, and those that do not count.
  private func all(_ queries: [Query], _ boost: Double) throws -> String {
    guard !queries.isEmpty else { return Self.nothing }
    if queries.count == 1 { return try json(queries[0], boost: boost) }
    var parts: [(String, [String])] = [("must", []), ("filter", []), ("must_not", [])]
    for query in queries {
      switch query {
      case .filter(let inner): parts[1].1.append(try json(inner, boost: 0))
      case .not(let inner): parts[2].1.append(try json(inner, boost: 0))
      default: parts[boost > 0 ? 0 : 1].1.append(try json(query, boost: boost))
      }
    }
    return Self.clause(
      "bool", parts.map { ($0.0, $0.1.isEmpty ? nil : JSONText.array($0.1)) })
  }

  private func any(_ queries: [Query], minimum: Int, _ boost: Double) throws -> String {
    guard !queries.isEmpty else { return Self.nothing }
    if queries.count == 1, minimum == 1 { return try json(queries[0], boost: boost) }
    let clauses = try queries.map { try json($0, boost: boost) }
    return Self.clause(
      "bool", [("should", JSONText.array(clauses)), ("minimum_should_match", "\(minimum)")])
  }

  private func documents(_ sets: DocumentSets) -> String {
    differences.insert(.namedDocuments)
    var numbers: [String] = []
    for (segment, words) in sets.words.enumerated() {
      for (place, word) in words.enumerated() {
        for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 {
          numbers.append("\(searcher.number(of: 64 * place + bit, inSegment: segment))")
        }
      }
    }
    guard !numbers.isEmpty else { return Self.nothing }
    return Self.filter(
      Self.clause("terms", [(OpenSearchPath.number, JSONText.array(numbers))]))
  }

  /// Where the terms of a field stand: those of texts beside the texts.
  func path(of field: String) -> String {
    if let text = Schema.textField(ofGrams: field) { return OpenSearchPath.grams(text) }
    return schema[field]?.textOptions == nil ? field : OpenSearchPath.words(field)
  }

  func token(_ term: [UInt8], in field: String) -> String {
    path(of: field) == field
      ? String(decoding: term, as: UTF8.self) : OpenSearchToken.of(term)
  }

  func note(_ field: String) {
    let text = Schema.textField(ofGrams: field) ?? field
    if schema[text]?.textOptions != nil { fields.insert(text) }
  }
}

/// The parts that queries are written of.
extension OpenSearchQuery {
  static func clause(_ name: String, _ members: [(String, String?)]) -> String {
    JSONText.object([(name, JSONText.object(members))])
  }

  static func member(boost: Double) -> (String, String?) {
    ("boost", boost == 1 ? nil : JSONText.number(boost))
  }

  /// A query for one value of a field.
  func value(_ name: String, _ path: String, _ value: String, _ boost: Double) -> String {
    let members = JSONText.object([("value", JSONText.string(value)), Self.member(boost: boost)])
    return Self.clause(name, [(path, members)])
  }

  static func constant(_ query: String, _ score: Double) -> String {
    clause("constant_score", [("filter", query), ("boost", JSONText.number(score))])
  }

  static func filter(_ query: String) -> String {
    clause("bool", [("filter", JSONText.array([query]))])
  }

  static func best(_ queries: [String]) -> String {
    let possible = queries.filter { $0 != nothing }
    guard let first = possible.first else { return nothing }
    return possible.count == 1 ? first : clause("dis_max", [("queries", JSONText.array(possible))])
  }
}
