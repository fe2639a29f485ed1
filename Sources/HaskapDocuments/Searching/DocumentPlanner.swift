internal import Haskap
internal import HaskapQuery

/// Makes the engine's queries for a query over documents of any schema.
struct DocumentPlanner {
  /// The words and phrases that are looked for in texts, as typed.
  let texts: [String]
  /// How the query was read where it could have meant something else.
  let notes: [QueryNote]
  let interpreter: QueryInterpreter
  private let node: QueryNode?
  private let schema: Schema
  private let filter: Query?

  /// - Parameters:
  ///   - query: empty for every document.
  ///   - filter: what they must match besides, likewise.
  init(_ query: String, filter: String = "", reader: IndexReader) throws {
    let schema = reader.schema
    let parsed = try Self.read(query, schema)
    let node = parsed?.node
    texts = try node.map { try schema.texts(of: $0, in: nil) } ?? []
    let interpreter = QueryInterpreter(
      schema, resolvers: ColumnValue(reader: reader).resolvers, reader: reader)
    let condition = try Self.read(filter, schema)
    self.filter = try condition.map { .filter(try interpreter.query($0.node)) }
    notes = (parsed?.notes ?? []) + (condition?.notes ?? [])
    (self.schema, self.node, self.interpreter) = (schema, node, interpreter)
  }

  private static func read(
    _ query: String, _ schema: Schema
  ) throws -> (node: QueryNode, notes: [QueryNote])? {
    if query.allSatisfy(\.isWhitespace) { return nil }
    let names = schema.fields.filter { $0.kind != .stored }.map(\.name)
    let read = try QueryParser.read(query, fields: QueryFields(names))
    return (read.node, read.notes)
  }

  /// All words must match.
  func exact() throws -> Query { filtered(try node.map { try interpreter.query($0) }) }

  /// All words must match as they are written.
  func exactSpelling() throws -> Query {
    filtered(try node.map { try interpreter.exactQuery($0) })
  }

  private func filtered(_ query: Query?) -> Query {
    guard let filter else { return query ?? .everything }
    return query.map { .all([$0, filter]) } ?? filter
  }

  /// How many documents have each word, and how many of these meet what the query asks of columns
  /// and what it excludes.
  func wordCounts(_ searcher: Searcher) throws -> [WordCount] {
    let conditions = try self.conditions
    return try texts.prefix(Self.mostCounted).map { text in
      let query = try interpreter.query(unit: text)
      let count = try searcher.count(query)
      let isFree = conditions.isEmpty || count == 0
      return WordCount(
        text: text, count: count,
        fitting: isFree ? count : try searcher.count(.all([query] + conditions)))
    }
  }

  /// Words of which it is told how often they stand.
  private static let mostCounted = 16

  /// What the query asks of columns, and what it excludes.
  var conditions: [Query] {
    get throws {
      let filters = filter.map { [$0] } ?? []
      guard case .all(let parts) = node else { return filters }
      return try filters
        + parts.filter { try schema.texts(of: $0, in: nil).isEmpty }
        .map { try interpreter.query($0) }
    }
  }

  /// What snippets mark: the words, and where no whole one stands their pieces.
  var marked: [String] {
    get throws {
      let pieces = try texts.flatMap { try interpreter.words(of: $0) }.filter { $0.count > 1 }
      return texts + pieces.filter { !texts.contains($0) }
    }
  }
}

extension Schema {
  /// What a query looks for in text fields; what it excludes is left out.
  ///
  /// - Throws: `InputError` for a pattern of numbers, which no column can be asked for.
  fileprivate func texts(of node: QueryNode, in field: Field?) throws -> [String] {
    let isText = field.map { $0.textOptions != nil } ?? true
    switch node {
    case .word("*"): return []
    case .word(let text), .phrase(let text): return isText ? [text] : []
    case .prefix, .wildcard, .fuzzy, .near:
      if let field, field.kind == .integer || field.kind == .date {
        let text = node.positiveTexts.first ?? ""
        throw InputError(
          description: "field '\(field.name)' holds no words, so no pattern can be looked for "
            + "in it; write a range as \(field.name):\(text)..")
      }
      return isText ? node.positiveTexts : []
    case .range: return []
    case .field(let name, let node): return try texts(of: node, in: self[name])
    case .all(let nodes), .any(let nodes): return try nodes.flatMap { try texts(of: $0, in: field) }
    case .not(let node):
      _ = try texts(of: node, in: field)
      return []
    }
  }
}
