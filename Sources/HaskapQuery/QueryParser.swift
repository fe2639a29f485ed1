/// Reads queries by recursive descent:
///
///     query   = clause { "OR" clause }
///     clause  = term { [ "AND" ] term }
///     term    = "-" term | name ":" value | "(" query ")" | text
///     value   = "[" word "TO" word "]" | word ".." word | "(" values ")" | term
///     text    = word | pattern | word "~" [distance] | "…" | "…" "~" slop
///
/// A pattern is a word with `*` or `?` in it. In a range `{` and `}` leave out the end, and either
/// word may be missing (in brackets it is then `*`). `かつ`, `または`, `NOT` and the operators in
/// small or full-width letters count too; 「…」 quotes. What does not fit the grammar is text. Equal
/// parts side by side are one.
public struct QueryParser: Sendable {
  /// In characters, marks that combine with others counted each.
  public static let longestQuery = 10_000

  private static let mostEqualNotes = 3

  private let lexemes: [QueryLexeme]
  private var position = 0
  /// Behind how many names of fields what is read stands.
  private var valueDepth = 0

  /// Reads a query, and says how where it could have meant something else; of equal notes the first
  /// three, since nobody reads thousands.
  ///
  /// - Throws: `QuerySyntaxError` for nothing and for too much.
  public static func read(
    _ query: String, fields: QueryFields = QueryFields([])
  ) throws(QuerySyntaxError) -> (node: QueryNode, notes: [QueryNote]) {
    guard query.unicodeScalars.count <= longestQuery else {
      throw QuerySyntaxError(.tooLong(limit: longestQuery), at: longestQuery)
    }
    let repaired = QueryRepair(QueryLexer.lex(query, fields: fields))
    var parser = QueryParser(lexemes: repaired.lexemes)
    var told: [QueryNote.Reason: Int] = [:]
    let notes = repaired.notes.sorted { $0.offset < $1.offset }.filter {
      told[$0.reason, default: 0] += 1
      return told[$0.reason, default: 0] <= mostEqualNotes
    }
    guard let node = parser.query() else {
      // Nothing but signs, as ": (": they are looked for as they stand.
      let text = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { throw QuerySyntaxError(.empty, at: 0) }
      return (.word(text), [])
    }
    return (negativeNumber(node) ?? node, notes)
  }

  /// The same without the notes.
  ///
  /// - Throws: `QuerySyntaxError` for nothing and for too much.
  public static func parse(
    _ query: String, fields: QueryFields = QueryFields([])
  ) throws(QuerySyntaxError) -> QueryNode {
    try read(query, fields: fields).node
  }

  /// `-5℃` alone: nobody looks for everything but 5℃; but what is counted in words, as `-10人`, is excluded.
  private static func negativeNumber(_ node: QueryNode) -> QueryNode? {
    guard case .not(.word(let text)) = node, text.first?.isNumber == true,
      !text.contains(where: { QueryLexer.isJapanese($0) && !$0.isNumber })
    else { return nil }
    return .word("-" + text)
  }

  private init(lexemes: [QueryLexeme]) { self.lexemes = lexemes }

  private var peek: QueryLexeme.Token? {
    position < lexemes.count ? lexemes[position].token : nil
  }

  /// Nil where nothing stands.
  private mutating func query() -> QueryNode? {
    var alternatives: [QueryNode] = []
    repeat {
      if peek == .or { position += 1 }
      if let clause = clause(), !alternatives.contains(clause) { alternatives.append(clause) }
    } while peek == .or
    return alternatives.count > 1 ? .any(alternatives) : alternatives.first
  }

  private mutating func clause() -> QueryNode? {
    var terms: [QueryNode] = []
    while let token = peek, token != .close, token != .or {
      if let term = term(), !terms.contains(term) { terms.append(term) }
    }
    return terms.count > 1 ? .all(terms) : terms.first
  }

  private mutating func term() -> QueryNode? {
    let token = lexemes[position].token
    position += 1
    switch token {
    case .word(let text):
      return (valueDepth > 0 ? QueryRange(typed: text) : nil).map(QueryNode.range) ?? .word(text)
    case .prefix(let text): return .prefix(text)
    case .wildcard(let text): return .wildcard(text)
    case .fuzzy(let text, let distance): return .fuzzy(text, distance: distance)
    case .phrase(let text): return text.allSatisfy(\.isWhitespace) ? nil : .phrase(text)
    case .near(let text, let slop): return .near(text, slop: slop)
    case .range(let range): return .range(range)
    case .minus: return operand().map(QueryNode.not)
    case .field(let name): return value().map { .field(name, $0) }
    case .open: return bracket()
    case .and, .or, .close: return nil
    }
  }

  private mutating func value() -> QueryNode? {
    valueDepth += 1
    defer { valueDepth -= 1 }
    return operand()
  }

  private mutating func operand() -> QueryNode? {
    guard let next = peek, next.beginsOperand else { return nil }
    return term()
  }

  private mutating func bracket() -> QueryNode? {
    let node = query()
    if peek == .close { position += 1 }
    return node
  }
}
