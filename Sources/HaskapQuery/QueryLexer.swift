/// Cuts a query into its tokens. Full-width forms of the operators count as well, because a
/// Japanese keyboard types them: `（`, `）`, `”`, `－`, `｜`, `：`, `＊` and the ideographic space;
/// `［`, `］`, `｛` and `｝` of ranges. `？` and `～` are punctuation and stand for themselves.
struct QueryLexer {
  enum Token: Equatable {
    case word(String)
    case prefix(String)
    case wildcard(String)
    case fuzzy(String, distance: Int)
    case phrase(String)
    case near(String, slop: Int)
    case range(QueryRange)
    case field(String)
    case minus, or, open, close
  }
  struct Lexeme: Equatable {
    var token: Token
    /// In characters of the query, from 0.
    var offset: Int
  }

  private static let quotes: [Character] = ["\"", "“", "”", "＂"]
  private static let opening: [Character] = ["(", "（"]
  private static let closing: [Character] = [")", "）"]
  private static let bars: [Character] = ["|", "｜"]
  private static let minuses: [Character] = ["-", "－", "−"]
  private static let colons: [Character] = [":", "："]

  let characters: [Character]
  private let fields: QueryFields
  var offset = 0

  init(_ query: String, fields: QueryFields) {
    characters = Array(query)
    self.fields = fields
  }

  static func lex(_ query: String, fields: QueryFields) throws(QuerySyntaxError) -> [Lexeme] {
    var lexer = QueryLexer(query, fields: fields)
    var lexemes: [Lexeme] = []
    while let lexeme = try lexer.next(after: lexemes.last?.token) { lexemes.append(lexeme) }
    return lexemes
  }

  private mutating func next(after last: Token?) throws(QuerySyntaxError) -> Lexeme? {
    let end = offset
    while offset < characters.count, characters[offset].isWhitespace { offset += 1 }
    guard offset < characters.count else { return nil }
    let start = offset
    if case .field = last, start == end, Self.rangeOpening[characters[start]] != nil {
      return Lexeme(token: try range(), offset: start)
    }
    return Lexeme(token: try token(characters[start]), offset: start)
  }

  private mutating func token(_ first: Character) throws(QuerySyntaxError) -> Token {
    if Self.quotes.contains(first) { return try phrase() }
    if let single = Self.single(first) {
      offset += 1
      return single
    }
    return try word()
  }

  private static func single(_ character: Character) -> Token? {
    if opening.contains(character) { return .open }
    if closing.contains(character) { return .close }
    if bars.contains(character) { return .or }
    return minuses.contains(character) ? .minus : nil
  }

  private mutating func phrase() throws(QuerySyntaxError) -> Token {
    let start = offset + 1
    guard let end = characters[start...].firstIndex(where: Self.quotes.contains) else {
      throw QuerySyntaxError(.unclosedQuote, at: offset)
    }
    offset = end + 1
    return try near(text(start..<end))
  }

  private mutating func word() throws(QuerySyntaxError) -> Token {
    let start = offset
    while offset < characters.count, !endsWord(characters[offset]) {
      if Self.colons.contains(characters[offset]), let field = try fieldName(from: start) {
        offset += 1
        return .field(field)
      }
      offset += 1
    }
    let text = text(start..<offset)
    return text == "OR" ? .or : try Self.word(text, at: start)
  }

  private func text(_ range: Range<Int>) -> String {
    characters[range].reduce(into: "") { $0.append($1) }
  }

  private func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || Self.quotes.contains(character) || Self.opening.contains(character)
      || Self.closing.contains(character) || Self.bars.contains(character)
  }

  /// The field that the characters before a colon name. `10:30`, `http://…` and Japanese text
  /// before a colon are words; a Latin name that is no field is most likely a slip.
  private func fieldName(from start: Int) throws(QuerySyntaxError) -> String? {
    let name = text(start..<offset)
    if let canonical = fields[name] { return canonical }
    let isURL = offset + 1 < characters.count && characters[offset + 1] == "/"
    let isLatin = name.first?.isLetter == true && name.allSatisfy(\.isASCII)
    guard isLatin, !isURL else { return nil }
    throw QuerySyntaxError(.unknownField(name, known: fields.names), at: start)
  }
}
