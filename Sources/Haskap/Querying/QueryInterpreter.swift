public import HaskapQuery
internal import HaskapText

/// Turns the syntax tree of a query into a query of the engine: analyses its words as the fields
/// they are looked for in, and knows what a field's values are. Words of text fields are found under
/// other spellings too, after their own, by the foldings that the schema gives the field. What
/// stands between quotes is found as it is written, and under no other spelling.
///
/// Not `Sendable`: it holds the analysers' scratch. Make one per thread; that is cheap.
public final class QueryInterpreter {
  /// Reads the value of a field that has its own notation: `year:令和2`.
  public typealias Resolver = (String) throws -> Query

  let schema: Schema
  let defaults: [WeightedField]
  private static let variantLimit = 24
  /// Texts whose forms are kept; beyond so many they are forgotten.
  private static let mostKnown = 4096
  private let resolvers: [String: Resolver]
  /// Keyword fields whose whole values bare words may be: tags, codes and labels.
  private let labels: [String]
  /// The index, whose dictionaries tell which spellings there are; nil if only the schema is known.
  let reader: IndexReader?
  /// While true, words are looked for as they are written alone.
  private(set) var isExact = false
  private var sessions: [(analyzer: String, session: AnalyzerSession)] = []
  private var known: [KnownKey: KnownForms] = [:]
  private var units: [UnitKey: Query] = [:]
  var scratch = AnalyzedText()

  /// - Parameters:
  ///   - defaults: the fields in which bare words are looked for; all text fields, by the weights
  ///     of the schema, and the values of all keyword fields but the key, unless given.
  ///   - resolvers: by field name, what reads the values of fields with a notation of their own.
  ///   - reader: the index that is searched. With it `café` is found for `cafe`, `ABC-1` in a
  ///     keyword field for `abc-1`, and `name:*` tells which documents have the field.
  public init(
    _ schema: Schema, defaults: [WeightedField]? = nil, resolvers: [String: Resolver] = [:],
    reader: IndexReader? = nil
  ) {
    self.schema = schema
    self.defaults = defaults ?? schema.textFields
    self.resolvers = resolvers
    self.reader = reader
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

  func exactly<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = isExact
    isExact = true
    defer { isExact = before }
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
    case .not(let node): .not(try query(node, in: fields))
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
    if let numbers = try numbers(Self.range(text), of: name) { return numbers }
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
}

extension QueryInterpreter {
  /// What decides how a text is looked for in a field.
  struct Analysis: Hashable {
    var analyzer: String
    var foldings: FoldingSet

    init(_ field: Field?) {
      analyzer = field?.textOptions?.analyzer ?? "keyword"
      foldings = field?.textOptions?.foldings ?? []
    }
  }

  /// One way to write what is looked for; normalized.
  struct Form {
    var text: String
    /// 0 as it was typed.
    var tier: Int
    /// Whether it counts only at a word's end: サーバ for サーバー, but not in サーバル.
    var endsWord = false
  }

  private struct KnownKey: Hashable {
    var text: String
    var analysis: Analysis
  }

  private struct UnitKey: Hashable {
    var text: String
    var fields: [WeightedField]
    var isExact: Bool
  }

  /// The forms of one text.
  private struct KnownForms {
    var forms: [Form]
    /// In normalized text; nil until they are asked for.
    var normal: [[UInt8]]?
  }

  /// A text that stands together, however the analyser cuts it: as a run of characters in fields
  /// that keep grams, as neighbouring words in the others.
  func unit(_ text: String, in fields: [WeightedField]) throws -> Query {
    let key = UnitKey(text: text, fields: fields, isExact: isExact)
    if let known = units[key] { return known }
    if units.count >= Self.mostKnown { units.removeAll() }
    let made = try newUnit(text, in: fields)
    units[key] = made
    return made
  }

  private func newUnit(_ text: String, in fields: [WeightedField]) throws -> Query {
    let inTexts = try byAnalysis(fields).flatMap { analysis, fields -> [Query] in
      let inGrams = fields.filter { keepsGrams($0.name) }
      let inWords = fields.filter { !keepsGrams($0.name) }
      var queries: [Query] = []
      if !inGrams.isEmpty { queries.append(try run(text, analysis, in: inGrams)) }
      if !inWords.isEmpty { queries += try words(text, analysis, in: inWords) }
      return queries
    }
    return .best(inTexts + (fields == defaults ? try labelled(text) : []))
  }

  /// The documents of which the text is a whole tag, code or label.
  private func labelled(_ text: String) throws -> [Query] {
    try labels.flatMap { field in
      try values(alike: text, in: field).map { .term(field: field, $0) }
    }
  }

  func keepsGrams(_ field: String) -> Bool { schema[field]?.textOptions?.grams == true }

  private func run(
    _ text: String, _ analysis: Analysis, in fields: [WeightedField]
  ) throws -> Query {
    let forms = try forms(of: Self.withoutJoinedSpaces(text), analysis)
    let variants = try forms.compactMap { form -> UnitVariant? in
      try session(analysis.analyzer).analyze(form.text, into: &scratch)
      guard !scratch.utf8.isEmpty else { return nil }
      return UnitVariant(scratch, tier: form.tier, endsWord: form.endsWord)
    }
    return variants.isEmpty ? .none : .unit(TextUnit(fields: fields, variants: variants))
  }

  /// Without the white space at its ends that stands beside a Japanese character: normalized text
  /// has none between two of these.
  private static func withoutJoinedSpaces(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return text }
    let start = isJoined(scalars[first]) ? first : scalars.startIndex
    let end = isJoined(scalars[last]) ? scalars.index(after: last) : scalars.endIndex
    return String(scalars[start..<end])
  }

  /// Of Japanese, its punctuation included.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isJapanese || 0x3001...0x3030 ~= scalar.value
  }

  /// The text as it was typed, then other ways to write it, the nearest first.
  func forms(of text: String, _ analysis: Analysis) throws -> [Form] {
    try knownForms(of: text, analysis).forms
  }

  /// The same forms as they stand in normalized text (UTF-8).
  func normalForms(of text: String, _ analysis: Analysis) throws -> [[UInt8]] {
    var found = try knownForms(of: text, analysis)
    if let normal = found.normal { return normal }
    let normal = try found.forms.map { form in
      try session(analysis.analyzer).normalize(form.text, into: &scratch)
      return scratch.utf8
    }
    found.normal = normal
    known[KnownKey(text: text, analysis: analysis)] = found
    return normal
  }

  private func knownForms(of text: String, _ analysis: Analysis) throws -> KnownForms {
    var analysis = analysis
    if isExact { analysis.foldings = [] }
    let key = KnownKey(text: text, analysis: analysis)
    if let found = known[key] { return found }
    if known.count >= Self.mostKnown { known.removeAll() }
    let found = KnownForms(forms: try newForms(of: text, analysis))
    known[key] = found
    return found
  }

  private func newForms(of text: String, _ analysis: Analysis) throws -> [Form] {
    try session(analysis.analyzer).analyze(text, into: &scratch)
    let isWord = scratch.tokens.count == 1
    let variants = VariantTables(foldings: analysis.foldings)
      .variants(of: scratch, limit: Self.variantLimit)
    guard let typed = variants.first else { return [] }
    let isLong = typed.text.unicodeScalars.last == Self.prolongedSoundMark
    var forms = variants.map { form in
      let isShort = isLong && form.text.unicodeScalars.last != Self.prolongedSoundMark
      return Form(
        text: form.text, tier: form.tier,
        endsWord: isShort && form.foldings.contains(Folding.longVowel.rawValue))
    }
    if isWord, analysis.foldings.contains(.letterMark) {
      let marked = try wordsWithMarks(typed.text, analysis)
      forms += marked.map { Form(text: $0, tier: Folding.letterMark.tier) }
    }
    return forms
  }

  private static let prolongedSoundMark: Unicode.Scalar = "ー"

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
