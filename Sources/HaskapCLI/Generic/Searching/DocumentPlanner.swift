import Haskap
import HaskapQuery

/// Makes the engine's queries for a query over documents of any schema.
struct DocumentPlanner {
  /// The words and phrases that are looked for in texts, as typed.
  let texts: [String]
  let interpreter: QueryInterpreter
  private let node: QueryNode?
  private let schema: Schema

  /// - Parameter query: empty for every document.
  init(_ query: String, reader: IndexReader) throws {
    let schema = reader.schema
    let names = schema.fields.filter { $0.kind != .stored }.map(\.name)
    let isBlank = query.allSatisfy(\.isWhitespace)
    let node = isBlank ? nil : try QueryParser.parse(query, fields: QueryFields(names))
    texts = try node.map { try schema.texts(of: $0, in: nil) } ?? []
    (self.schema, self.node) = (schema, node)
    interpreter = QueryInterpreter(schema, resolvers: ColumnValue(reader: reader).resolvers)
  }

  /// All words must match.
  func exact() throws -> Query { try node.map { try interpreter.query($0) } ?? .everything }

  /// Some words must match, or pieces of them: whole ones count most. What the query asks of
  /// columns, and what it excludes, holds as before.
  func partial() throws -> Query {
    let words = try texts.flatMap { text -> [Query] in
      let whole = try interpreter.query(unit: text)
      let pieces = try interpreter.words(of: text).map { try interpreter.query(unit: $0) }
      return [.boosted(whole, by: 2), .any(pieces)]
    }
    guard case .all(let parts) = node else { return .any(words) }
    let conditions = try parts.filter { try schema.texts(of: $0, in: nil).isEmpty }
    return .all([.any(words)] + (try conditions.map { try interpreter.query($0) }))
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
  /// - Throws: `UserError` for a pattern of numbers, which no column can be asked for.
  fileprivate func texts(of node: QueryNode, in field: Field?) throws -> [String] {
    let isText = field.map { $0.textOptions != nil } ?? true
    switch node {
    case .word("*"): return []
    case .word(let text), .phrase(let text): return isText ? [text] : []
    case .prefix, .wildcard, .fuzzy, .near:
      if let field, field.kind == .integer || field.kind == .date {
        let text = node.positiveTexts.first ?? ""
        throw UserError(
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
