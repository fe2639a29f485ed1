public import HaskapQuery
internal import HaskapText

/// Turns the syntax tree of a query into a query of the engine: analyses its words as the fields
/// they are looked for in, and knows what a field's values are. Words of text fields are found under
/// other spellings too, after their own, by the foldings that the schema gives the field.
///
/// Not `Sendable`: it holds the analysers' scratch. Make one per thread; that is cheap.
public final class QueryInterpreter {
  /// Reads the value of a field that has its own notation: `year:令和2`.
  public typealias Resolver = (String) throws -> Query

  let schema: Schema
  let defaults: [WeightedField]
  private static let variantLimit = 24
  private let resolvers: [String: Resolver]
  private var sessions: [(analyzer: String, session: AnalyzerSession)] = []
  /// The texts of one query are few, so they stand in a list.
  private var known: [KnownForms] = []
  var scratch = AnalyzedText()

  /// - Parameters:
  ///   - defaults: the fields in which bare words are looked for; all text fields, by the weights
  ///     of the schema, unless given.
  ///   - resolvers: by field name, what reads the values of fields with a notation of their own.
  public init(
    _ schema: Schema, defaults: [WeightedField]? = nil, resolvers: [String: Resolver] = [:]
  ) {
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
  /// What decides how a text is looked for in a field.
  struct Analysis: Equatable {
    var analyzer: String
    var foldings: FoldingSet

    init(_ field: Field?) {
      analyzer = field?.textOptions?.analyzer ?? "keyword"
      foldings = field?.textOptions?.foldings ?? []
    }
  }

  /// One way to write what is looked for; normalised. The tier is 0 as it was typed.
  typealias Form = (text: String, tier: Int)

  /// The forms of one text.
  private struct KnownForms {
    var text: String
    var analysis: Analysis
    var forms: [Form]
    /// In normalised text; nil until they are asked for.
    var normal: [[UInt8]]?
  }

  /// A text that stands together, however the analyser cuts it: as a run of characters in fields
  /// that keep grams, as neighbouring words in the others.
  private func unit(_ text: String, in fields: [WeightedField]) throws -> Query {
    .best(
      try byAnalysis(fields).flatMap { analysis, fields in
        let inGrams = fields.filter { keepsGrams($0.name) }
        let inWords = fields.filter { !keepsGrams($0.name) }
        var queries: [Query] = []
        if !inGrams.isEmpty { queries.append(try run(text, analysis, in: inGrams)) }
        if !inWords.isEmpty { queries += try words(text, analysis, in: inWords) }
        return queries
      })
  }

  private func keepsGrams(_ field: String) -> Bool { schema[field]?.textOptions?.grams == true }

  private func run(
    _ text: String, _ analysis: Analysis, in fields: [WeightedField]
  ) throws -> Query {
    let variants = try forms(of: text, analysis).compactMap { form in
      try session(analysis.analyzer).analyze(form.text, into: &scratch)
      return scratch.utf8.isEmpty ? nil : UnitVariant(scratch, tier: form.tier)
    }
    return variants.isEmpty ? .none : .unit(TextUnit(fields: fields, variants: variants))
  }

  /// The text as it was typed, then other ways to write it, the nearest first.
  func forms(of text: String, _ analysis: Analysis) throws -> [Form] {
    known[try place(of: text, analysis)].forms
  }

  /// The same forms as they stand in normalised text (UTF-8).
  func normalForms(of text: String, _ analysis: Analysis) throws -> [[UInt8]] {
    let place = try place(of: text, analysis)
    if let normal = known[place].normal { return normal }
    let normal = try known[place].forms.map { form in
      try session(analysis.analyzer).normalize(form.text, into: &scratch)
      return scratch.utf8
    }
    known[place].normal = normal
    return normal
  }

  /// The place of a text among those whose forms are known.
  private func place(of text: String, _ analysis: Analysis) throws -> Int {
    let place = known.firstIndex { $0.text == text && $0.analysis == analysis }
    if let place { return place }
    try session(analysis.analyzer).analyze(text, into: &scratch)
    let forms = VariantTables(foldings: analysis.foldings)
      .variants(of: scratch, limit: Self.variantLimit).map { (text: $0.text, tier: $0.tier) }
    known.append(KnownForms(text: text, analysis: analysis, forms: forms))
    return known.count - 1
  }

  /// The forms as neighbouring words. Other forms count a quarter for each step away from what was
  /// typed, so that they come after it where words are about as rare.
  private func words(
    _ text: String, _ analysis: Analysis, in fields: [WeightedField]
  ) throws -> [Query] {
    try forms(of: text, analysis).map { form in
      let query = try words(form.text, by: analysis.analyzer, in: fields)
      guard form.tier > 0 else { return query }
      return .boosted(query, by: 1 / Double(1 << (2 * form.tier)))
    }
  }

  private func words(
    _ text: String, by analyzer: String, in fields: [WeightedField]
  ) throws -> Query {
    let terms = try terms(of: text, by: analyzer)
    guard terms.count > 1 else { return terms.first.map { .fields(fields, $0) } ?? .none }
    return .best(fields.map { .boosted(.phrase(field: $0.name, terms), by: $0.weight) })
  }

  /// What begins with a text: the last of its words may go on. Japanese has no spaces that tell
  /// where words begin, so in fields that keep grams 協働* finds what 協働 finds.
  private func prefix(_ text: String, in fields: [WeightedField]) throws -> Query {
    .best(
      try byAnalysis(fields).flatMap { analysis, fields in
        let terms = try terms(of: text, by: analysis.analyzer)
        guard terms.count == 1 else { return [try unit(text, in: fields)] }
        let isJapanese = text.unicodeScalars.last?.isJapanese == true
        let asUnit = fields.filter { isJapanese && keepsGrams($0.name) }
        let others = fields.filter { !asUnit.contains($0) }
        return (asUnit.isEmpty ? [] : [try unit(text, in: asUnit)])
          + others.map { .boosted(.prefix(field: $0.name, terms[0]), by: $0.weight) }
      })
  }

  private func byAnalysis(
    _ fields: [WeightedField]
  ) -> [(analysis: Analysis, fields: [WeightedField])] {
    var groups: [(analysis: Analysis, fields: [WeightedField])] = []
    for field in fields {
      let analysis = Analysis(schema[field.name])
      if let place = groups.firstIndex(where: { $0.analysis == analysis }) {
        groups[place].fields.append(field)
      } else {
        groups.append((analysis, [field]))
      }
    }
    return groups
  }

  func terms(of text: String, by analyzer: String) throws -> [[UInt8]] {
    try session(analyzer).analyze(text, into: &scratch)
    return scratch.tokens.map { Array(scratch.utf8[Int($0.start)..<Int($0.end)]) }
  }

  func session(_ name: String) throws -> AnalyzerSession {
    if let known = sessions.first(where: { $0.analyzer == name }) { return known.session }
    let session = try schema.analyzer(named: name).makeSession()
    sessions.append((name, session))
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
