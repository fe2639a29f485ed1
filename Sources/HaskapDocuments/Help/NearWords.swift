package import Haskap
internal import HaskapQuery
internal import HaskapText

/// Finds what an index has that is spelled nearly like a word it lacks: "did you mean".
package struct NearWords {
  /// Longer texts are sentences, which nobody misspells as a whole.
  private static let longest = 24

  private let interpreter: QueryInterpreter
  private let session: AnalyzerSession
  private let texts: AnswerTexts
  private let bounds: [Query]

  /// - Parameters:
  ///   - bounds: what must be met by the texts that are looked at.
  ///   - texts: of an answer, as they were indexed.
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package init(
    _ reader: IndexReader, _ searcher: Searcher, _ interpreter: QueryInterpreter,
    within bounds: [Query] = [],
    texts: @escaping (Hit) throws -> [String]
  ) throws {
    let analyzer = reader.schema.fields.lazy.compactMap { $0.textOptions?.analyzer }.first
    // Without the words of the schema, which are whole names: 福祉協議会 is a part of one.
    session = try Analyzer(named: analyzer ?? "icu").makeSession()
    self.texts = AnswerTexts(searcher: searcher, texts: texts)
    (self.interpreter, self.bounds) = (interpreter, bounds)
  }

  /// The nearest, those that most texts have first; none for words of one or two characters, which
  /// are near to too many.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func all(near word: String, limit: Int = 2) throws -> [String] {
    var analyzed = AnalyzedText()
    try session.normalize(word, into: &analyzed)
    let scalars = Array(String(decoding: analyzed.utf8, as: UTF8.self).unicodeScalars)
    guard scalars.count <= Self.longest, let distance = NearWord.limit(of: scalars) else {
      return []
    }
    let query = try interpreter.query(.fuzzy(word, distance: distance))
    let within = bounds.isEmpty ? query : .all([query] + bounds)
    let nearTexts = NearTexts(scalars, within: distance)
    // By word, the ranks of the answers that have it.
    var holders: [NearWord: Set<Int>] = [:]
    try texts.forEach(of: within) { rank, text in
      try session.forEachClause(of: text, where: nearTexts.has) { clause in
        for near in NearWord.all(near: scalars, in: clause) {
          holders[near, default: []].insert(rank)
        }
      }
    }
    return Self.best(holders.mapValues(\.count), near: scalars).prefix(limit).map(\.text)
  }

  /// Only the nearest: of one distance first what is no part of the word, then what has its length,
  /// since 町内 is a part of 町内怪 and 町内会 what was meant.
  private static func best(_ counts: [NearWord: Int], near word: [Unicode.Scalar]) -> [NearWord] {
    let whole = String(String.UnicodeScalarView(word))
    func rank(_ near: NearWord) -> (Int, Int, Int) {
      let length = near.text.unicodeScalars.count
      return (near.distance, whole.contains(near.text) ? 1 : 0, abs(length - word.count))
    }
    guard let nearest = counts.keys.map(rank).min(by: <) else { return [] }
    return counts.filter { rank($0.key) == nearest }.sorted {
      ($1.value, $0.key.text) < ($0.value, $1.key.text)
    }.map(\.key)
  }
}
