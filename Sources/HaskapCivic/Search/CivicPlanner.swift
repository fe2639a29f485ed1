internal import Haskap
internal import HaskapQuery
internal import HaskapText

/// Makes the engine's queries for a request.
struct CivicPlanner {
  /// The words and phrases that are looked for, as typed.
  let texts: [String]
  private let node: QueryNode?
  private let filters: [Query]
  private let types: [CivicType]
  private let interpreter: QueryInterpreter
  private let names: QueryInterpreter

  init(index: CivicIndex, request: CivicRequest) throws {
    let isBlank = request.query.allSatisfy(\.isWhitespace)
    node =
      isBlank ? nil : try QueryParser.parse(request.query, fields: CivicSchema.queryFields)
    texts = node?.positiveTexts ?? []
    types = request.types
    filters = try CivicFilters(index: index, request: request).queries
    let schema = index.reader.schema
    interpreter = QueryInterpreter(
      schema, defaults: CivicSchema.textFields, resolvers: CivicFilters.resolvers)
    names = QueryInterpreter(
      schema, defaults: [CivicSchema.textFields[0]], resolvers: CivicFilters.resolvers)
  }

  /// All words must match.
  func exact() throws -> Query {
    try filtered(node.map { try interpreter.query($0) } ?? .everything)
  }

  /// Some words must match: whole ones count most, then their pieces.
  func partial() throws -> Query {
    var parts: [Query] = []
    for text in texts {
      parts.append(.boosted(try interpreter.query(unit: text), by: 2))
      for piece in try pieces(of: text) { parts.append(try interpreter.query(unit: piece)) }
    }
    return try filtered(.any(parts))
  }

  /// The words that match nothing at all under the filters.
  func failedWords() throws -> [String] { [] }

  private func pieces(of text: String) throws -> [String] { [] }

  /// An activity is an answer of its own only when its own label matches, or when it was asked
  /// for; else it would repeat its project.
  private func filtered(_ query: Query) throws -> Query {
    guard types.isEmpty else {
      let wanted = Query.any(types.map { Self.type($0) })
      return .all([query, .filter(wanted)] + filters)
    }
    let labels = Query.any(try texts.map { try names.query(unit: $0) })
    let isOwnAnswer = Query.any([.not(Self.type(.activity)), .filter(labels)])
    return .all([query, .filter(isOwnAnswer)] + filters)
  }

  private static func type(_ type: CivicType) -> Query {
    .term(field: CivicSchema.type, Array(type.rawValue.utf8))
  }
}
