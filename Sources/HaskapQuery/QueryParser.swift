/// Reads queries by recursive descent:
///
///     query   = clause { "OR" clause }
///     clause  = term { term }
///     term    = "-" term | name ":" value | "(" query ")" | text
///     value   = "[" word "TO" word "]" | word ".." word | term
///     text    = word | pattern | word "~" [distance] | "…" | "…" "~" slop
///
/// A pattern is a word with `*` or `?` in it. In a range `{` and `}` leave out the end, and either
/// word may be missing (in brackets it is then `*`).
public struct QueryParser: Sendable {
  private static let depthLimit = 64

  private let lexemes: [QueryLexer.Lexeme]
  private let end: Int
  private var position = 0
  private var depth = 0

  private init(_ query: String, fields: QueryFields) throws(QuerySyntaxError) {
    lexemes = try QueryLexer.lex(query, fields: fields)
    end = query.count
  }

  /// Reads a query. Field names are those of `fields`; in any other Latin `name:` is an error.
  public static func parse(
    _ query: String, fields: QueryFields = QueryFields([])
  ) throws(QuerySyntaxError) -> QueryNode {
    var parser = try QueryParser(query, fields: fields)
    guard !parser.lexemes.isEmpty else { throw QuerySyntaxError(.empty, at: 0) }
    let node = try parser.query()
    if let rest = parser.peek { throw QuerySyntaxError(.strayBracket, at: rest.offset) }
    return node
  }

  private var peek: QueryLexer.Lexeme? {
    position < lexemes.count ? lexemes[position] : nil
  }

  private mutating func query() throws(QuerySyntaxError) -> QueryNode {
    var alternatives = [try clause()]
    while let lexeme = peek, lexeme.token == .or {
      position += 1
      guard let next = peek, next.token != .close, next.token != .or else {
        throw QuerySyntaxError(.missingOperand("OR"), at: lexeme.offset)
      }
      alternatives.append(try clause())
    }
    return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
  }

  private mutating func clause() throws(QuerySyntaxError) -> QueryNode {
    var terms: [QueryNode] = []
    while let lexeme = peek, lexeme.token != .close, lexeme.token != .or {
      terms.append(try term())
    }
    guard let first = terms.first else {
      switch peek?.token {
      case .or: throw QuerySyntaxError(.missingOperand("OR"), at: peek?.offset ?? end)
      case .close where depth == 0: throw QuerySyntaxError(.strayBracket, at: peek?.offset ?? end)
      default: throw QuerySyntaxError(.missingOperand("()"), at: peek?.offset ?? end)
      }
    }
    return terms.count == 1 ? first : .all(terms)
  }

  private mutating func term() throws(QuerySyntaxError) -> QueryNode {
    let lexeme = lexemes[position]
    position += 1
    switch lexeme.token {
    case .word(let text): return .word(text)
    case .prefix(let text): return .prefix(text)
    case .wildcard(let text): return .wildcard(text)
    case .fuzzy(let text, let distance): return .fuzzy(text, distance: distance)
    case .phrase(let text): return .phrase(text)
    case .near(let text, let slop): return .near(text, slop: slop)
    case .range(let range): return .range(range)
    case .minus: return .not(try operand(of: "-", at: lexeme.offset))
    case .field(let name): return .field(name, try value(of: name, at: lexeme.offset))
    case .open: return try bracket(openedAt: lexeme.offset)
    case .or, .close: throw QuerySyntaxError(.missingOperand("OR"), at: lexeme.offset)
    }
  }

  private mutating func value(of name: String, at offset: Int) throws(QuerySyntaxError) -> QueryNode
  {
    if case .word(let text) = peek?.token, let range = QueryRange(dotted: text) {
      position += 1
      return .range(range)
    }
    return try operand(of: "\(name):", at: offset)
  }

  private mutating func operand(
    of operation: String, at offset: Int
  ) throws(QuerySyntaxError) -> QueryNode {
    guard let next = peek, next.token != .close, next.token != .or else {
      throw QuerySyntaxError(.missingOperand(operation), at: offset)
    }
    return try deeper(at: offset) { parser throws(QuerySyntaxError) in try parser.term() }
  }

  private mutating func bracket(openedAt offset: Int) throws(QuerySyntaxError) -> QueryNode {
    guard peek != nil else { throw QuerySyntaxError(.unclosedBracket, at: offset) }
    let node = try deeper(at: offset) { parser throws(QuerySyntaxError) in try parser.query() }
    guard peek?.token == .close else { throw QuerySyntaxError(.unclosedBracket, at: offset) }
    position += 1
    return node
  }

  private mutating func deeper(
    at offset: Int, _ read: (inout QueryParser) throws(QuerySyntaxError) -> QueryNode
  ) throws(QuerySyntaxError) -> QueryNode {
    guard depth < Self.depthLimit else {
      throw QuerySyntaxError(.tooDeep(limit: Self.depthLimit), at: offset)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
