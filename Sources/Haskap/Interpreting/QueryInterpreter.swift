public import HaskapQuery
public import HaskapText

/// Turns the syntax tree of a query into a query of the engine: analyses its words as the fields
/// they are looked for in, and knows what a field's values are.
///
/// Not `Sendable`: it holds the analysers' scratch. Make one per thread; that is cheap.
public final class QueryInterpreter {
  /// Reads the value of a field that has its own notation: `year:令和2`.
  public typealias Resolver = (String) throws -> Query

  let schema: Schema
  let defaults: [WeightedField]
  private let variants: VariantTables?
  private static let variantLimit = 16
  private let resolvers: [String: Resolver]
  private var sessions: [String: AnalyzerSession] = [:]
  var scratch = AnalyzedText()

  /// - Parameters:
  ///   - defaults: the fields in which bare words are looked for; all text fields, by the weights
  ///     of the schema, unless given.
  ///   - variants: other spellings under which words are found as well, after their own; nil for
  ///     none.
  ///   - resolvers: by field name, what reads the values of fields with a notation of their own.
  public init(
    _ schema: Schema, defaults: [WeightedField]? = nil, variants: VariantTables? = nil,
    resolvers: [String: Resolver] = [:]
  ) {
    self.variants = variants
    self.schema = schema
    self.defaults = defaults ?? schema.textFields
    self.resolvers = resolvers
  }

  /// - Throws: `ICUError`, and what a resolver throws.
  public func query(_ node: QueryNode) throws -> Query {
    try query(node, in: defaults)
  }

  /// A word or the text between quotes, in the fields of bare words.
  public func query(unit text: String) throws -> Query {
    try unit(text, in: defaults)
  }

  private func query(_ node: QueryNode, in fields: [WeightedField]) throws -> Query {
    switch node {
    case .word("*"): .everything
    case .word(let text), .phrase(let text): try unit(text, in: fields)
    case .prefix(let text): try prefix(text, in: fields)
    case .wildcard(let text): try wildcard(text, in: fields)
    case .fuzzy(let text, let distance): try fuzzy(text, distance: distance, in: fields)
    case .near(let text, let slop): try near(text, slop: slop, in: fields)
    case .range(let range): try self.range(range, in: fields)
    case .field(let name, let node): try query(node, of: name)
    case .all(let nodes): .all(try nodes.map { try query($0, in: fields) })
    case .any(let nodes): .any(try nodes.map { try query($0, in: fields) })
    case .not(let node): .not(try query(node, in: fields))
    }
  }

  /// The part of a query that stands behind `name:`.
  private func query(_ node: QueryNode, of name: String) throws -> Query {
    if let options = schema[name]?.textOptions {
      let field = WeightedField(name, weight: options.weight, b: options.b)
      return try query(node, in: [field])
    }
    switch node {
    case .word("*"): return .everything
    case .word(let text), .phrase(let text), .near(let text, _): return try value(text, of: name)
    case .prefix(let text): return .prefix(field: name, Array(text.utf8))
    case .wildcard(let text): return .wildcard(field: name, WildcardPattern(text))
    case .fuzzy(let text, let distance):
      return .fuzzy(field: name, FuzzyTerm(text, distance: distance))
    case .range(let range): return try values(range, of: name)
    case .field(let other, let node): return try query(node, of: other)
    case .all(let nodes): return .all(try nodes.map { try query($0, of: name) })
    case .any(let nodes): return .any(try nodes.map { try query($0, of: name) })
    case .not(let node): return .not(try query(node, of: name))
    }
  }

  private func value(_ text: String, of name: String) throws -> Query {
    if let resolver = resolvers[name] { return try resolver(text) }
    return .filter(.term(field: name, Array(text.utf8)))
  }

  private func values(_ range: QueryRange, of name: String) throws -> Query {
    guard let resolver = resolvers[name] else { return try self.range(range, of: name) }
    guard let text = range.dotted else {
      throw QueryError(
        field: name, problem: "its ranges cannot leave out an end",
        remedy: "write [a TO b] or a..b")
    }
    return try resolver(text)
  }
}

extension QueryInterpreter {
  /// A text that stands together, however the analyser cuts it: as a run of characters in fields
  /// that keep grams, as neighbouring words in the others.
  private func unit(_ text: String, in fields: [WeightedField]) throws -> Query {
    .best(
      try byAnalyzer(fields).flatMap { analyzer, fields in
        let inGrams = fields.filter { schema[$0.name]?.textOptions?.grams == true }
        let inWords = fields.filter { schema[$0.name]?.textOptions?.grams != true }
        var queries: [Query] = []
        if !inGrams.isEmpty { queries.append(try run(text, by: analyzer, in: inGrams)) }
        if !inWords.isEmpty { queries.append(try words(text, by: analyzer, in: inWords)) }
        return queries
      })
  }

  private func run(
    _ text: String, by analyzer: String, in fields: [WeightedField]
  ) throws -> Query {
    let variants = try self.variants(of: text).compactMap { variant in
      try session(analyzer).analyze(variant.text, into: &scratch)
      return scratch.utf8.isEmpty ? nil : UnitVariant(scratch, tier: variant.tier)
    }
    return variants.isEmpty ? .none : .unit(TextUnit(fields: fields, variants: variants))
  }

  /// The text as it was typed, then other ways to write it.
  func variants(of text: String) throws -> [(text: String, tier: Int)] {
    guard let variants else { return [(text, 0)] }
    return variants.variants(of: text, limit: Self.variantLimit).map { ($0.text, $0.tier) }
  }

  private func words(
    _ text: String, by analyzer: String, in fields: [WeightedField]
  ) throws -> Query {
    let terms = try terms(of: text, by: analyzer)
    guard terms.count > 1 else { return terms.first.map { .fields(fields, $0) } ?? .none }
    return .best(fields.map { .boosted(.phrase(field: $0.name, terms), by: $0.weight) })
  }

  /// What begins with a text: the last of its words may go on.
  private func prefix(_ text: String, in fields: [WeightedField]) throws -> Query {
    .best(
      try byAnalyzer(fields).map { analyzer, fields in
        let terms = try terms(of: text, by: analyzer)
        guard terms.count == 1 else { return try unit(text, in: fields) }
        return .best(
          fields.map { .boosted(.prefix(field: $0.name, terms[0]), by: $0.weight) })
      })
  }

  private func byAnalyzer(_ fields: [WeightedField]) -> [(String, [WeightedField])] {
    Dictionary(grouping: fields) { schema[$0.name]?.textOptions?.analyzer ?? "keyword" }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  func terms(of text: String, by analyzer: String) throws -> [[UInt8]] {
    try session(analyzer).analyze(text, into: &scratch)
    return scratch.tokens.map { Array(scratch.utf8[Int($0.start)..<Int($0.end)]) }
  }

  func session(_ name: String) throws -> AnalyzerSession {
    if let session = sessions[name] { return session }
    let session = try Analyzer(named: name).makeSession()
    sessions[name] = session
    return session
  }
}

extension Schema {
  /// The text fields with their weights.
  public var textFields: [WeightedField] {
    fields.compactMap { field in
      field.textOptions.map { WeightedField(field.name, weight: $0.weight, b: $0.b) }
    }
  }
}

extension Field {
  /// How the field is cut into words; nil for fields that are no text.
  public var textOptions: TextOptions? {
    if case .text(let options) = kind { options } else { nil }
  }
}
