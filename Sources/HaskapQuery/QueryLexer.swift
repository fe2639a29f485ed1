/// Cuts a query into its tokens. Full-width forms of the operators count as well, because a
/// Japanese keyboard types them: `（`, `）`, `”`, `－`, `｜`, `：`, `＊` and the ideographic space;
/// `［`, `］`, `｛` and `｝` of ranges. `？` and `～` are punctuation and stand for themselves.
struct QueryLexer {
  typealias Token = QueryLexeme.Token

  static let opening: [Character] = ["(", "（"]
  static let closing: [Character] = [")", "）"]
  private static let bars: [Character] = ["|", "｜"]
  private static let minuses: [Character] = ["-", "－", "−"]
  private static let colons: [Character] = [":", "："]
  /// What ends a sentence or a clause, and is no part of the word before it.
  static let punctuation: Set<Character> = [
    "。", "、", "．", "，", "！", "？", "!", ",", ".", ";", "；", "…",
  ]

  /// In characters.
  private static let longestField = 256
  private static let clauseEnds: [Character] = ["、", "。"]
  /// What parts words of Japanese as these do: 町内会/清掃.
  private static let separators: [Character] = [",", "，", "/", "／", "&", "＆", "+", "＋"]
  /// Signs before a word that other search engines know: +町内会, #町内会.
  private static let prefixes: [Character] = ["+", "＋", "#", "＃"]

  let characters: [Character]
  private let fields: QueryFields
  var offset = 0
  private(set) var notes: [QueryNote] = []
  private(set) var wordCount = 0
  /// Of each bracket that is open, whether it holds the values of a field.
  private var valueBrackets: [Bool] = []

  init(_ query: String, fields: QueryFields) {
    characters = Self.characters(of: query)
    self.fields = fields
  }

  static func lex(
    _ query: String, fields: QueryFields
  ) -> (lexemes: [QueryLexeme], notes: [QueryNote]) {
    var lexer = QueryLexer(query, fields: fields)
    var lexemes: [QueryLexeme] = []
    while let lexeme = lexer.next(after: lexemes.last?.token) { lexemes.append(lexeme) }
    return (lexemes, lexer.notes)
  }

  mutating func note(_ reason: QueryNote.Reason, at offset: Int) {
    notes.append(QueryNote(reason, at: offset))
  }

  private mutating func next(after last: Token?) -> QueryLexeme? {
    if last?.endsOperand == true {
      while offset < characters.count, Self.isLooseMark(characters[offset]) { offset += 1 }
      while offset < characters.count, isClauseEnd(at: offset) { offset += 1 }
      if let end = endOfPunctuation(from: offset) { offset = end }
    }
    let end = offset
    while offset < characters.count {
      while offset < characters.count, characters[offset].isWhitespace { offset += 1 }
      guard offset < characters.count else { return nil }
      let start = offset
      var isValue = false
      if case .field = last { isValue = start == end }
      if let token = token(isValue: isValue) {
        return QueryLexeme(token: token, offset: start, typed: text(start..<offset))
      }
    }
    return nil
  }

  /// The token that begins here; nil where something was left out instead.
  private mutating func token(isValue: Bool) -> Token? {
    let (first, start) = (characters[offset], offset)
    let isAmongValues = valueBrackets.last ?? false
    if isValue || isAmongValues, Self.rangeOpening[first] != nil,
      let range = range(isExpected: isValue)
    {
      return range
    }
    if let quotation = quotation() { return quotation }
    if offset > start { return nil }
    let isOption = !isValue && beginsOption
    if !isOption, !(isValue && beginsNegative), let single = Self.single(first) {
      offset += 1
      if single == .or, offset < characters.count, Self.single(characters[offset]) == .or {
        offset += 1
      }
      if single == .open { valueBrackets.append(isValue || isAmongValues) }
      if single == .close { _ = valueBrackets.popLast() }
      guard single == .minus, standsApart else { return single }
      note(.danglingOperator(String(first)), at: start)
      return nil
    }
    let word = word(isValue: isValue)
    if isOption { note(.plainText(text(start..<offset)), at: start) }
    return word
  }

  /// Whether the `-` here belongs to a number, or is one of several that mean nothing: `temp:--5`.
  private var beginsNegative: Bool {
    Self.minuses.contains(characters[offset]) && offset + 1 < characters.count
      && (characters[offset + 1].isNumber || Self.minuses.contains(characters[offset + 1]))
  }

  /// Whether a word begins here as options of programs do: `--help`. Nobody excludes twice.
  private var beginsOption: Bool {
    guard offset == 0 || !Self.minuses.contains(characters[offset - 1]) else { return false }
    let minuses = characters[offset...].prefix(while: Self.minuses.contains)
    return minuses.count > 1 && minuses.endIndex < characters.count
      && !endsWord(characters[minuses.endIndex])
  }

  /// Whether white space follows, before which a `-` is a dash.
  private var standsApart: Bool { offset == characters.count || characters[offset].isWhitespace }

  private static func single(_ character: Character) -> Token? {
    if opening.contains(character) { return .open }
    if closing.contains(character) { return .close }
    if bars.contains(character) { return .or }
    return minuses.contains(character) ? .minus : nil
  }

  private func isClauseEnd(at place: Int) -> Bool {
    Self.clauseEnds.contains(characters[place])
      || Self.separators.contains(characters[place]) && isJapanese(at: place - 1)
        && isJapanese(at: place + 1)
  }

  private func isJapanese(at place: Int) -> Bool {
    characters.indices.contains(place) && Self.isJapanese(characters[place])
  }

  static func isJapanese(_ character: Character) -> Bool {
    character.isLetter && !character.isCased
  }

  private func isColon(at place: Int) -> Bool {
    characters.indices.contains(place) && Self.colons.contains(characters[place])
  }

  private mutating func word(isValue: Bool) -> Token {
    if Self.prefixes.contains(characters[offset]), isJapanese(at: offset + 1) { offset += 1 }
    let start = offset
    var (hasText, depth) = (false, 0)
    while offset < characters.count, offset == start || !endsWord(characters[offset]) {
      let character = characters[offset]
      if Self.colons.contains(character), let field = fieldName(from: start) {
        offset += 1
        // One colon too many is none of the value; two begin one: ip:::1.
        if isColon(at: offset), !isColon(at: offset + 1) { offset += 1 }
        return .field(field)
      }
      // What stands on either side, as in 町内会、清掃, is asked for, next to each other or not.
      if isClauseEnd(at: offset), hasText, depth <= 0, !isValue { break }
      hasText = hasText || !Self.punctuation.contains(character)
      depth += Self.cornerDepth(character)
      offset += 1
    }
    wordCount += 1
    let text = text(start..<offset)
    if isValue || valueBrackets.last == true && QueryRange(typed: text) != nil {
      return word(text, at: start)
    }
    return word(trimmed(withoutStrayCorner(text, at: start)), at: start)
  }

  func text(_ range: Range<Int>) -> String {
    characters[range].reduce(into: "") { $0.append($1) }
  }

  func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || Self.quotes.contains(character) || Self.opening.contains(character)
      || Self.closing.contains(character) || Self.bars.contains(character)
  }

  /// Where the punctuation ends that stands from here to the end of a word or to a quotation: `。` of
  /// `「清掃」。`; nil where none does.
  func endOfPunctuation(from start: Int) -> Int? {
    let end =
      characters[start...].firstIndex {
        !Self.punctuation.contains($0) && $0 != Self.questionMark
      } ?? characters.count
    return end > start && (end == characters.count || endsQuotation(characters[end])) ? end : nil
  }

  /// The field that the characters before a colon name. All others are text: `10:30`, `http://…`,
  /// `TEL：`; a Latin name that is no field may be a slip, and is noted.
  private mutating func fieldName(from start: Int) -> String? {
    guard offset - start <= Self.longestField else { return nil }
    let name = text(start..<offset)
    if let canonical = fields[name] { return canonical }
    let isURL = offset + 1 < characters.count && characters[offset + 1] == "/"
    let isLatin = name.first?.isLetter == true && name.allSatisfy(\.isASCII)
    if isLatin, !isURL, !fields.names.isEmpty, !name.contains(where: Self.colons.contains) {
      note(.unknownField(name, known: fields.names), at: start)
    }
    return nil
  }
}
