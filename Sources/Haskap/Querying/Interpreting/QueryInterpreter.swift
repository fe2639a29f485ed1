public import HaskapQuery

/// Turns the syntax tree of a query into a query of the engine: analyzes its words as the fields
/// they are looked for in, and knows what a field's values are. Words of text fields are found under
/// other spellings too, after their own, by the foldings that the schema gives the field. What
/// stands between quotes is found as it is written, and under no other spelling.
///
/// Not `Sendable`: it holds the analyzers' scratch. Make one per thread; that is cheap.
public final class QueryInterpreter {
  /// Reads the value of a field that has its own notation: `year:令和2`.
  public typealias Resolver = (String) throws -> Query

  let schema: Schema
  let defaults: [WeightedField]
  /// Those of them that hold what is written, and nothing that was made of it.
  private let printed: [WeightedField]
  private let resolvers: [String: Resolver]
  /// Keyword fields in whose values bare words are looked for: tags, codes and labels.
  let labels: [String]
  /// The index, whose dictionaries tell which spellings there are; nil if only the schema is known.
  let reader: IndexReader?
  let spellings: Spellings
  private let known: KnownSpellings
  /// While true, words are looked for as they are written alone.
  private(set) var isExact = false

  /// - Parameters:
  ///   - defaults: the fields in which bare words are looked for; all text fields, by the weights
  ///     of the schema, and the values of all keyword fields but the key, unless given.
  ///   - derived: the names of those among them that hold other ways to write what stands in the rest:
  ///     what matches there alone is not as it was written.
  ///   - resolvers: by field name, what reads the values of fields with a notation of their own.
  ///   - reader: the index that is searched. With it `café` is found for `cafe`, `ABC-1` in a
  ///     keyword field for `abc-1`, and `name:*` tells which documents have the field.
  public init(
    _ schema: Schema, defaults: [WeightedField]? = nil, derived: Set<String> = [],
    resolvers: [String: Resolver] = [:], reader: IndexReader? = nil
  ) {
    self.schema = schema
    self.defaults = defaults ?? schema.textFields
    printed = self.defaults.filter { !derived.contains($0.name) }
    self.resolvers = resolvers
    self.reader = reader
    let known = reader?.memory.object { KnownSpellings() } ?? KnownSpellings()
    (self.known, spellings) = (known, Spellings(schema, reader, known))
    labels = defaults == nil ? schema.labelFields : []
  }

  /// - Throws: `ICUError`, and what a resolver throws.
  public func query(_ node: QueryNode) throws -> Query {
    try query(node, in: defaults)
  }

  /// A word or the text between quotes, in the fields of bare words unless others are given.
  ///
  /// - Throws: `ICUError`; `FormatError` when the index is damaged.
  public func query(unit text: String, in fields: [WeightedField]? = nil) throws -> Query {
    try unit(text, in: fields ?? defaults)
  }

  /// The same without other spellings: what of the answers has the words as they are written.
  ///
  /// - Throws: as `query`.
  public func exactQuery(_ node: QueryNode) throws -> Query {
    try exactly { try query(node) }
  }

  private func exactly<Result>(
    _ isExact: Bool = true, _ body: () throws -> Result
  ) rethrows -> Result {
    let before = self.isExact
    self.isExact = isExact
    defer { self.isExact = before }
    return try body()
  }

  private func query(_ node: QueryNode, in fields: [WeightedField]) throws -> Query {
    switch node {
    case .word("*"): .everything
    case .word(let text): try unit(text, in: fields)
    case .phrase(let text): try exactly { try unit(text, in: fields) }
    case .prefix(let text): try prefix(text, in: fields)
    case .wildcard(let text): try wildcard(text, in: fields)
    case .fuzzy(let text, let distance): try fuzzy(text, distance: distance, in: fields)
    case .near(let text, let slop): try near(text, slop: slop, in: fields)
    case .range(let range): try self.range(range, in: fields)
    case .field(let name, let node): try query(node, of: name)
    case .all(let nodes): .all(try nodes.map { try query($0, in: fields) })
    case .any(let nodes): .any(try nodes.map { try query($0, in: fields) })
    // What is excluded is so in every spelling, whatever is asked for.
    case .not(let node): .not(try exactly(false) { try query(node, in: fields) })
    }
  }

  /// The part of a query that stands behind `name:`.
  private func query(_ node: QueryNode, of name: String) throws -> Query {
    if case .word("*") = node { return try having(name) }
    if let options = schema[name]?.textOptions {
      let field = WeightedField(name, weight: options.weight, b: options.b)
      return try query(node, in: [field])
    }
    switch node {
    case .word(let text): return try value(text, of: name, isWhole: false)
    case .phrase(let text), .near(let text, _): return try value(text, of: name, isWhole: true)
    case .prefix(let text): return try beginning(text, of: name)
    case .wildcard(let text):
      // The case of letters counts in texts no more than here.
      let patterns = Set([text, text.lowercased(), text.uppercased()]).sorted()
      return .best(patterns.map { .wildcard(field: name, WildcardPattern($0)) })
    case .fuzzy(let text, let distance):
      if isExact, resolvers[name] == nil { return try value(text, of: name, isWhole: true) }
      return .best(
        try values(alike: text, in: name).map { value in
          let term = FuzzyTerm(String(decoding: value, as: UTF8.self), distance: distance)
          return .fuzzy(field: name, term)
        })
    case .range(let range): return try values(range, of: name)
    case .field(let other, let node): return try query(node, of: other)
    case .all(let nodes): return .all(try nodes.map { try query($0, of: name) })
    case .any(let nodes): return .any(try nodes.map { try query($0, of: name) })
    case .not(let node): return .not(try exactly(false) { try query(node, of: name) })
    }
  }

  /// - Parameter isWhole: whether the value must be the text, not only have it within.
  private func value(_ text: String, of name: String, isWhole: Bool) throws -> Query {
    if let resolver = resolvers[name] { return try resolver(text) }
    if let numbers = try numbers(Self.range(text), of: name) { return numbers }
    let labels = try isWhole || name == schema.key ? nil : labelled(text, in: name)
    if let labels, labels.count > 1 { return .best(labels) }
    return .filter(.any(try values(alike: text, in: name).map { .term(field: name, $0) }))
  }

  private func values(_ range: QueryRange, of name: String) throws -> Query {
    guard let resolver = resolvers[name] else { return try self.range(range, of: name) }
    guard let text = range.dotted else {
      if let numbers = try numbers(range, of: name) { return numbers }
      throw QueryError(
        field: name, problem: "its ranges cannot leave out an end",
        remedy: "write [a TO b] or a..b")
    }
    return try resolver(text)
  }

  /// A text that stands together, however the analyzer cuts it: as a run of characters in fields
  /// that keep grams, as neighboring words in the others.
  func unit(_ text: String, in fields: [WeightedField]) throws -> Query {
    let fields = isExact && fields == defaults ? printed : fields
    let labels = fields == defaults ? labels : []
    let key = KnownSpellings.UnitKey(
      text: text, fields: fields, labels: labels, isExact: isExact)
    return try known.unit(key) { try newUnit(text, in: fields, labels) }
  }
}
