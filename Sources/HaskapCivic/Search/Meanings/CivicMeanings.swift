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
  private let matches: [[Thesaurus.Match]]
  private let session: AnalyzerSession

  /// - Parameter session: of the analyzer whose words are looked for.
  init(of texts: [String], thesaurus: Thesaurus, session: AnalyzerSession) throws {
    var analyzed = AnalyzedText()
    matches = try texts.map { text in
      try session.analyze(text, into: &analyzed)
      return thesaurus.matches(in: analyzed)
    }
    self.session = session
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
    try matches[number].map { match in
      guard try searcher.count(unit(match.word)) == 0 else {
        return .boosted(try best(match, Self.weights), by: Self.weight)
      }
      let named = try best(match, Self.weightsForAbsent, in: CivicSchema.nameFields)
      return .boosted(
        .any([try best(match, Self.weightsForAbsent), .boosted(named, by: Self.weightOfName)]),
        by: Self.weight)
    }
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

  /// A word of the query as the thesaurus has it; of katakana only as a word: クマ is not in パークマラソン.
  private func unit(
    _ word: String, in fields: [WeightedField] = CivicSchema.textFields
  ) throws -> Query {
    try unit(word, beginsWord: word.isKatakana, endsWord: word.isKatakana, in: fields)
  }

  /// Another word, where a word of the text begins: 議会 is not in 協議会. Without a kanji it ends one as
  /// well, unless it is a stem: くま is not in くまなく, it not in items. A word that does not mean the same
  /// is not looked for in the names of departments: whatever 観光振興課 does is no answer to インバウンド.
  private func unit(
    _ relative: Thesaurus.Relative, in fields: [WeightedField] = CivicSchema.textFields
  ) throws -> Query {
    let hasKanji = relative.text.unicodeScalars.contains(where: \.isKanji)
    let fields = fields.filter { relative.relation == .same || $0.name != CivicSchema.departments }
    return try unit(
      relative.text, beginsWord: true, endsWord: !relative.isStem && !hasKanji, in: fields)
  }

  private func unit(
    _ word: String, beginsWord: Bool, endsWord: Bool, in fields: [WeightedField]
  ) throws -> Query {
    var analyzed = AnalyzedText()
    try session.analyze(word, into: &analyzed)
    return .unit(
      TextUnit(
        fields: fields,
        variants: [UnitVariant(analyzed, beginsWord: beginsWord, endsWord: endsWord)]))
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
