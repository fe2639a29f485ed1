internal import Haskap
internal import HaskapDocuments
internal import HaskapText

/// Looks for other words in place of those of a query: such as mean the same, and such as lie near.
struct CivicMeanings {
  /// What a word counts that is found in place of another, against that one.
  private static let weights: [Thesaurus.Relation: Double] = [
    .same: 0.8, .narrower: 0.6, .related: 0.3, .broader: 0.3,
  ]
  /// The same where no report has that one: then only others can answer.
  private static let weightsForAbsent: [Thesaurus.Relation: Double] = [
    .same: 0.8, .narrower: 0.7, .related: 0.5, .broader: 0.3,
  ]
  /// What they count in a name besides, in place of such a word.
  private static let weightOfName = 0.5
  /// What a single kanji counts (町), which stands inside many other words.
  private static let weightOfOne = 0.4
  /// What a word of the thesaurus counts, in itself or another's place, against a word of the text: it
  /// says what is meant where people ask in other words than reports.
  private static let weight = 2.0
  /// More words for one are not looked for.
  private static let mostRelatives = 48

  /// By text of the query.
  private var matches: [[Thesaurus.Match]]
  private let texts: [String]
  private let session: AnalyzerSession
  private let thesaurus: Thesaurus
  private let known: KnownTexts

  /// - Parameters:
  ///   - session: of the analyzer whose words are looked for.
  ///   - isGeneral: whether a word of a text says less than the others of it.
  init(
    of texts: [String], thesaurus: Thesaurus, session: AnalyzerSession, searcher: Searcher,
    known: KnownTexts, isGeneral: (_ word: String, _ text: Int) -> Bool
  ) throws {
    (self.texts, self.thesaurus, self.session) = (texts, thesaurus, session)
    (self.known, matches) = (known, [])
    matches = try texts.indices.map { number in
      try known.matches.value(of: texts[number]) {
        try thesaurus.matches(in: analyzed(texts[number])) { try searcher.hasMatch(unit($0)) }
          .filter { !isGeneral($0.word, number) }
          .map { try withoutNeedless($0, searcher) }
      }
    }
  }

  /// Without broader words where a nearer one is found: フェスタ is no answer to 盆踊り, if there is a 祭り.
  private func withoutNeedless(
    _ match: Thesaurus.Match, _ searcher: Searcher
  ) throws -> Thesaurus.Match {
    var nearer = match
    nearer.relatives = match.relatives.filter { $0.rank != .broader }
    guard !nearer.relatives.isEmpty, nearer.relatives.count < match.relatives.count,
      try searcher.hasMatch(.any(nearer.relatives.map { try unit($0) }))
    else { return match }
    return nearer
  }

  /// Whether a word of a text is only a part of one that the thesaurus has, as 児童 of 待機児童. Where nothing
  /// answers for the whole, a part does that is in the thesaurus itself, as 水道 of 水道料金.
  func isPiece(_ word: String, ofText number: Int, _ searcher: Searcher) throws -> Bool {
    guard let whole = matches[number].first(where: { $0.word != word && $0.word.contains(word) })
    else { return false }
    if ContentWords.isGeneral(word) { return true }
    // Not joined by `||`: where the time is over on its right side, the compiler frees there what it still has.
    let isWord = try thesaurus.hasWord(analyzed(word))
    if !isWord { return true }
    let relatives = try whole.relatives.map { try unit($0) }
    return try searcher.hasMatch(.any(relatives))
  }

  /// Whether a text is a word of the thesaurus.
  func isKnown(ofText number: Int) throws -> Bool {
    try known.areWords.value(of: texts[number]) { try thesaurus.hasWord(analyzed(texts[number])) }
  }

  private func analyzed(_ text: String) throws -> AnalyzedText {
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed)
    return analyzed
  }

  var isEmpty: Bool { matches.allSatisfy(\.isEmpty) }

  /// The words and pieces of the texts for which others are looked for.
  var words: [String] { matches.flatMap { $0.map(\.word) }.uniqued }

  /// What counts in the score of an answer in place of words, whether it has these as well or not.
  func explaining(_ explanation: Explanation?) -> [CivicMeaning] {
    let counted = Set(explanation?.contributions.flatMap { $0.words.map(\.text) } ?? [])
      .subtracting(words)
    guard !counted.isEmpty else { return [] }
    return matches.joined().flatMap { match in
      match.relatives.filter { counted.contains($0.text) }.map { match.meaning($0) }
    }
  }

  /// The parts of a text in the words of the reports: each counts by the best word that is found.
  func queries(ofText number: Int, _ searcher: Searcher) throws -> [Query] {
    try known.meanings.value(of: texts[number]) {
      try matches[number].map { try query($0, searcher) }
    }
  }

  private func query(_ match: Thesaurus.Match, _ searcher: Searcher) throws -> Query {
    guard try !searcher.hasMatch(unit(match.word)) else {
      return .boosted(try best(match, Self.weights), by: Self.weight)
    }
    let named = try best(match, Self.weightsForAbsent, in: CivicSchema.nameFields)
    return .boosted(
      .any([try best(match, Self.weightsForAbsent), .boosted(named, by: Self.weightOfName)]),
      by: Self.weight)
  }

  /// The best of a word and its relatives.
  private func best(
    _ match: Thesaurus.Match, _ weights: [Thesaurus.Relation: Double],
    in fields: [WeightedField] = CivicSchema.textFields
  ) throws -> Query {
    let own = match.word.unicodeScalars.count == 1 ? Self.weightOfOne : 1
    let relatives = try match.relatives.prefix(Self.mostRelatives).map {
      Query.boosted(try unit($0, in: fields), by: weights[$0.rank] ?? 0)
    }
    return .best([.boosted(try unit(match.word, in: fields), by: own)] + relatives)
  }

  /// A word of the query as the thesaurus has it; of katakana, or of a single kanji, only as a word: クマ is
  /// not in パークマラソン, 本 not in 日本.
  private func unit(
    _ word: String, in fields: [WeightedField] = CivicSchema.textFields
  ) throws -> Query {
    let isWhole = word.isKatakana || word.unicodeScalars.count == 1
    return try unit(word, beginsWord: isWhole, endsWord: isWhole, in: fields)
  }

  /// Another word, where a word of the text begins: 議会 is not in 協議会. Without a kanji it ends one as
  /// well, unless it is a stem: くま is not in くまなく, it not in items. A word that does not mean the same
  /// is not looked for in the names of departments, nor in the cells as they are printed, which have them
  /// too: whatever 観光振興課 does is no answer to インバウンド.
  private func unit(
    _ relative: Thesaurus.Relative, in fields: [WeightedField] = CivicSchema.textFields
  ) throws -> Query {
    let hasKanji = relative.text.unicodeScalars.contains(where: \.isKanji)
    let fields = fields.filter {
      relative.relation == .same || ![CivicSchema.departments, CivicSchema.rest].contains($0.name)
    }
    return try unit(
      relative.text, beginsWord: true, endsWord: !relative.isStem && !hasKanji, in: fields)
  }

  private func unit(
    _ word: String, beginsWord: Bool, endsWord: Bool, in fields: [WeightedField]
  ) throws -> Query {
    let unit = WholeUnit(word: word, beginsWord: beginsWord, endsWord: endsWord)
    let variant = try known.units.value(of: unit) {
      UnitVariant(try analyzed(word), beginsWord: beginsWord, endsWord: endsWord)
    }
    return .unit(TextUnit(fields: fields, variants: [variant]))
  }

  /// A word, and whether it counts only where words of the text begin and end with it.
  struct WholeUnit: Hashable {
    var word: String
    var beginsWord: Bool
    var endsWord: Bool
  }

  /// What answers may have in place of the words of a text.
  func found(forText number: Int, _ searcher: Searcher) throws -> [FoundMeaning] {
    try matches[number].flatMap { match in
      try match.relatives.prefix(Self.mostRelatives).map { relative in
        FoundMeaning(
          meaning: match.meaning(relative),
          word: match.word,
          query: try searcher.prepare(.filter(unit(relative))))
      }
    }
  }
}

extension Thesaurus.Match {
  fileprivate func meaning(_ relative: Thesaurus.Relative) -> CivicMeaning {
    CivicMeaning(word: typed, found: relative.text, relation: relative.relation)
  }
}

/// A word that documents may have in place of one of the query: those that match it do.
struct FoundMeaning {
  var meaning: CivicMeaning
  /// Of the query, as the thesaurus has it.
  var word: String
  var query: PreparedQuery
}
