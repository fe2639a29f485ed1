/// Makes of the tokens of any query some that the grammar fits: brackets in pairs, operators with
/// something to work on. What is left out or taken for text is noted.
struct QueryRepair {
  typealias Token = QueryLexeme.Token

  /// Brackets deeper than this are left out.
  static let deepest = 64
  /// Words beyond so many are left out, and patterns beyond so many are text: each costs as much as
  /// a query of its own.
  static let mostWords = 256
  static let mostPatterns = 32

  private(set) var lexemes: [QueryLexeme]
  private(set) var notes: [QueryNote]

  init(_ lexed: (lexemes: [QueryLexeme], notes: [QueryNote])) {
    (lexemes, notes) = lexed
    limitWords()
    readOperators()
    pairBrackets()
    dropOperators()
  }

  private mutating func limitWords() {
    var (words, patterns) = (0, 0)
    lexemes = lexemes.compactMap { lexeme in
      guard lexeme.token.isText else { return lexeme }
      words += 1
      if words == Self.mostWords + 1 { note(.tooManyWords(limit: Self.mostWords), lexeme) }
      guard words <= Self.mostWords else { return nil }
      guard let text = lexeme.token.patternText else { return lexeme }
      patterns += 1
      if patterns == Self.mostPatterns + 1 {
        note(.tooManyPatterns(limit: Self.mostPatterns), lexeme)
      }
      return patterns <= Self.mostPatterns
        ? lexeme : QueryLexeme(token: .word(text), offset: lexeme.offset, typed: lexeme.typed)
    }
  }

  private mutating func note(_ reason: QueryNote.Reason, _ lexeme: QueryLexeme) {
    notes.append(QueryNote(reason, at: lexeme.offset))
  }

  // MARK: Operators that are words

  private static let operators: [String: Token] = [
    "and": .and, "かつ": .and, "&&": .and, "or": .or, "または": .or, "又は": .or, "not": .minus,
  ]

  /// Takes words for operators where they have something to work on.
  private mutating func readOperators() {
    for place in lexemes.indices {
      guard case .word(let text) = lexemes[place].token,
        let sign = Self.operators[Self.halfWidth(text).lowercased()]
      else { continue }
      let isCapital = Self.halfWidth(text).first?.isUppercase == true
      if works(sign, at: place, isCapital: isCapital) {
        lexemes[place].token = sign
        let isSmall = !isCapital && text.contains { $0.isLetter && $0.isCased }
        if isSmall { note(.readAsOperator(text), lexemes[place]) }
      } else if isCapital, lexemes.count > 1, !isValue(place) {
        // It is left out below.
        lexemes[place].token = sign
      }
    }
  }

  private func isValue(_ place: Int) -> Bool {
    if place > 0, case .field = lexemes[place - 1].token { true } else { false }
  }

  private func works(_ sign: Token, at place: Int, isCapital: Bool) -> Bool {
    guard !isValue(place), place + 1 < lexemes.count, lexemes[place + 1].token.beginsOperand,
      !isOperatorWord(place + 1) || sign != .minus
    else { return false }
    let isBehind = place > 0 && lexemes[place - 1].token.endsOperand
    guard sign == .minus else { return isBehind }
    // In English text a small "not" is a word.
    return isCapital || isBehind && (isJapanese(place - 1) || isJapanese(place + 1))
  }

  private func isOperatorWord(_ place: Int) -> Bool {
    guard case .word(let text) = lexemes[place].token else { return false }
    return Self.operators[Self.halfWidth(text).lowercased()] != nil
  }

  private func isJapanese(_ place: Int) -> Bool {
    switch lexemes[place].token {
    case .word(let text), .phrase(let text): text.contains { !$0.isASCII }
    default: false
    }
  }

  /// Full-width letters as ASCII.
  static func halfWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = 0xFF01...0xFF5E ~= scalar.value
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars)
  }

  // MARK: Brackets

  /// Leaves out brackets without their other half, around nothing, and those that lie too deep.
  private mutating func pairBrackets() {
    var kept = [Bool](repeating: true, count: lexemes.count)
    var open: [Int] = []
    for place in lexemes.indices {
      if lexemes[place].token == .open {
        open.append(place)
      } else if lexemes[place].token == .close {
        guard let opening = open.popLast() else {
          kept[place] = false
          note(.unbalanced(")"), lexemes[place])
          continue
        }
        let isEmpty = !lexemes[opening..<place].contains { $0.token.isText }
        let isDeep = open.count >= Self.deepest
        if isEmpty || isDeep { (kept[opening], kept[place]) = (false, false) }
        if isDeep, !notes.contains(where: { $0.reason == .tooDeep(limit: Self.deepest) }) {
          note(.tooDeep(limit: Self.deepest), lexemes[opening])
        }
      }
    }
    for place in open {
      kept[place] = false
      note(.unbalanced("("), lexemes[place])
    }
    lexemes = lexemes.indices.filter { kept[$0] }.map { lexemes[$0] }
  }

  // MARK: Operators with nothing to work on

  /// From the end on, so that what follows is known to stay.
  private mutating func dropOperators() {
    var kept: [QueryLexeme] = []
    for place in lexemes.indices.reversed() {
      var lexeme = lexemes[place]
      let next = kept.last?.token
      let hasOperand = next?.beginsOperand ?? false
      switch lexeme.token {
      case .minus where !hasOperand || next == .minus:
        note(.danglingOperator(lexeme.typed), lexeme)
        continue
      case .and, .or:
        let isBehind = isBehindOperand(place)
        if !hasOperand || !isBehind {
          note(.danglingOperator(lexeme.typed), lexeme)
          continue
        }
        if lexeme.token == .and { continue }
      case .field:
        if case .field = next { continue }
        if !hasOperand {
          note(.emptyField(String(lexeme.typed.dropLast())), lexeme)
          lexeme.token = .word(lexeme.typed)
        }
      default: break
      }
      kept.append(lexeme)
    }
    lexemes = kept.reversed()
  }

  /// Whether something to look for stands before an operator, others and minuses between them left
  /// out.
  private func isBehindOperand(_ place: Int) -> Bool {
    let before = lexemes[..<place].last {
      $0.token != .and && $0.token != .or && $0.token != .minus
    }
    return before?.token.endsOperand ?? false
  }
}
