internal import Haskap
internal import HaskapQuery

/// Makes the engine's queries for a request.
struct CivicPlanner {
  /// The words and phrases that are looked for, as typed.
  let texts: [String]
  private let node: QueryNode?
  /// What the query excludes and filters by; partial answers keep to it as well.
  private let conditions: [QueryNode]
  private let filters: [Query]
  private let types: [CivicType]
  private let interpreter: QueryInterpreter
  private let names: QueryInterpreter

  init(index: CivicIndex, request: CivicRequest) throws {
    let isBlank = request.query.allSatisfy(\.isWhitespace)
    node =
      isBlank ? nil : try QueryParser.parse(request.query, fields: CivicSchema.queryFields)
    (texts, conditions) = node?.textsAndConditions ?? ([], [])
    types = request.types
    filters = try CivicFilters(index: index, request: request).queries
    let schema = index.reader.schema
    let resolvers = CivicFilters.resolvers(index)
    interpreter = QueryInterpreter(
      schema, defaults: CivicSchema.textFields, resolvers: resolvers,
      meaning: CivicFilters.year)
    names = QueryInterpreter(
      schema, defaults: [CivicSchema.textFields[0]], resolvers: resolvers)
  }

  /// What is shown of an answer's text: the words marked, and their pieces where no whole one is.
  var snippets: CivicSnippets {
    get throws {
      let pieces = try texts.flatMap { try interpreter.words(of: $0) }.filter { $0.count > 1 }
      return CivicSnippets(
        units: texts + pieces.filter { !texts.contains($0) }, interpreter: interpreter,
        highlighter: Highlighter(columns: 68))
    }
  }

  /// All words must match.
  func exact() throws -> Query {
    try filtered(node.map { try interpreter.query($0) } ?? .everything)
  }

  /// Some words must match: whole ones count most, then their pieces; names may be misspelt.
  func partial() throws -> Query {
    let parts = try texts.flatMap { text in
      let pieces = try interpreter.words(of: text).map { try interpreter.query(unit: $0) }
      let whole = try interpreter.query(unit: text)
      let alike = try interpreter.similar(to: text, in: CivicSchema.name, share: 0.5)
      return [.boosted(whole, by: 2), .any(pieces), alike]
    }
    return try filtered(.all([.any(parts)] + conditions.map { try interpreter.query($0) }))
  }

  /// The words that match nothing at all under the filters, as typed.
  func failedWords(_ searcher: Searcher) throws -> [String] {
    try texts.filter { text in
      try searcher.count(.all([interpreter.query(unit: text)] + filters)) == 0
    }
  }

  /// An activity is an answer of its own only when its own label matches, or when it was asked
  /// for; else it would repeat its project.
  private func filtered(_ query: Query) throws -> Query {
    guard types.isEmpty else {
      let wanted = Query.any(types.map { Self.type($0) })
      return .all([query, .filter(wanted)] + filters)
    }
    let labels = Query.any(try texts.map { try names.query(unit: $0) })
    let activity = Query.filter(Self.type(.activity))
    let others = Query.all([query, .not(activity)])
    // A project comes before its own activities.
    let activities = Query.boosted(.all([query, activity, .filter(labels)]), by: 0.75)
    return .all([.any([others, activities])] + filters)
  }

  private static func type(_ type: CivicType) -> Query {
    .term(field: CivicSchema.type, Array(type.rawValue.utf8))
  }
}
