internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery
internal import HaskapText

/// Queries for what has only some of the words.
extension CivicPlanner {
  /// What counts of a text as it was typed.
  struct Loosened: Sendable {
    /// It, its words and what is spelled nearly like it, one of which an answer must have.
    var words: [Query] = []
    /// What raises an answer that has one: pairs of letters are no words.
    var others: [Query] = []
  }

  /// Some words must match: whole ones count most, then their pieces. Names that are spelled nearly
  /// like what matches nothing count as well, and so do words of the same meaning.
  ///
  /// - Parameter literal: of `literal(isFound:)`.
  func some(literal: [Loosened], meanings: CivicMeanings) throws -> Query {
    let years = contents.flatMap(\.years).map { QueryNode.field(CivicSchema.year, .word($0)) }
    let bounds = try (conditions + years).map { try interpreter.query($0) }
    let words = try texts.indices.flatMap { number in
      try literal[number].words + meanings.queries(ofText: number, searcher)
    }
    let others = literal.flatMap(\.others)
    let needed = others.isEmpty ? [] : [Query.filter(.any(words))]
    return .all([.any(words + others)] + needed + bounds)
  }

  /// By text, what counts of it as it was typed.
  func literal(isFound: Bool, meanings: CivicMeanings) throws -> [Loosened] {
    guard canLoosen(isFound: isFound) else { return texts.map { _ in Loosened() } }
    return try texts.indices.map { number in
      let text = texts[number]
      if contents[number].isQuotation {
        return Loosened(words: [.boosted(try interpreter.exactQuery(.phrase(text)), by: 2)])
      }
      return try knownTexts.loosened.value(of: text) {
        try loosened(number, isKnown: try meanings.isKnown(ofText: number)) {
          try meanings.isPiece($0, ofText: number, searcher)
        }
      }
    }
  }

  /// - Parameters:
  ///   - isKnown: whether the text is a word of the thesaurus, and so spelled as it should be.
  ///   - isPiece: whether a word is only a part of one that is known as a whole.
  private func loosened(
    _ number: Int, isKnown: Bool, isPiece: (String) throws -> Bool
  ) throws -> Loosened {
    let (text, content) = (texts[number], contents[number])
    let whole =
      ContentWords.date(text) == nil
      ? try interpreter.query(unit: text)
      : try interpreter.query(QueryNode.word(text).takingTimes)
    let isFound = try searcher.hasMatch(whole)
    // ール of プール is half of it, and stands in words that are nothing like it.
    let isTelling = text.count > 3 || text.unicodeScalars.contains(where: \.isKanji)
    let alike = isFound || isKnown || !isTelling ? [] : CivicSchema.callingFields
    let needed = ContentWords.needed(of: try content.words.filter { try !isPiece($0) })
    let others = content.words.filter { !needed.contains($0) }
    return Loosened(
      words: [
        .boosted(text.isKatakana ? try piece(text) : whole, by: 2),
        try any(needed),
        .boosted(try any(needed, in: CivicSchema.nameFields), by: 0.5),
      ] + (try alike.map { try interpreter.similar(to: text, in: $0, share: 0.7) }),
      others: [try any(others), .boosted(try any(content.pairs), by: 0.5)]
        + (try alike.map { try interpreter.similar(to: text, in: $0, share: 0.5) }))
  }

  /// Words of hiragana alone mostly belong to the grammar, and count little.
  private func any(_ words: [String], in fields: [WeightedField]? = nil) throws -> Query {
    .any(
      try words.map { word in
        let weight = ContentWords.isHiragana(word) ? 0.3 : word.count == 1 ? 0.5 : 1
        return .boosted(try piece(word, in: fields), by: weight)
      })
  }

  /// A word of a longer text, in whatever spelling; of kana or a single kanji only where it is a word of
  /// the answer as well: 聞 is not in 新聞, ばん of そろばん not in フードバンク, バス not in バスケットボール.
  ///
  /// - Parameter tier: of the farthest spelling of such a word; nil for what is hardly another one, as
  ///   サーバ of サーバー.
  func piece(
    _ word: String, in fields: [WeightedField]? = nil, upTo tier: Int? = nil
  ) throws -> Query {
    let query = try interpreter.query(unit: word, in: fields)
    guard ContentWords.isHiragana(word) || word.isKatakana || word.count == 1 else { return query }
    return query.ofWholeWords(upTo: tier ?? (word.isKatakana ? 1 : 0))
  }

  /// By answer, the parts of the query that it lacks as they were typed; of a question its telling words.
  ///
  /// - Parameter having: by part whether each answer has it.
  func missing(from page: [Hit], having: [[Bool]]) throws -> [[String]] {
    var missing = page.map { _ in [String]() }
    for (part, (texts, isThere)) in zip(textsOfParts, having).enumerated() {
      let phrases = texts.map { contents[$0] }.filter(\.isPhrase)
      let words = phrases.flatMap(\.tellingWords)
      let typed = phrases.flatMap { phrase in phrase.tellingWords.map(phrase.typed) }
      let parts = words.isEmpty ? [wanted[part].description] : typed
      let found =
        try words.isEmpty ? [isThere] : words.map { try self.having($0).matches(page) }
      for (part, found) in zip(parts, found) {
        for place in page.indices where !isThere[place] && !found[place] {
          missing[place].append(part)
        }
      }
    }
    return missing
  }

  /// Whether to look for some of the words: a single one that is found is what was asked for, unless
  /// it is a phrase of several.
  func canLoosen(isFound: Bool) -> Bool {
    isFound ? wanted.count > 1 || isPhrase : !texts.isEmpty
  }
}
