package import Haskap
internal import HaskapQuery
internal import HaskapText

/// Finds what an index has that is spelled nearly like a word it lacks: "did you mean".
package struct NearWords {
  /// So many of the best answers to the word's near spellings are read.
  private static let mostDocuments = 64
  /// In bytes of UTF-8: long texts are read up to here, all together.
  private static let mostText = 1 << 20
  /// Longer texts are sentences, which nobody misspells as a whole.
  private static let longest = 24

  private let interpreter: QueryInterpreter
  private let searcher: Searcher
  private let session: AnalyzerSession
  private let texts: (Hit) throws -> [String]
  private let bounds: [Query]

  /// - Parameters:
  ///   - bounds: what must be met by the texts that are looked at.
  ///   - texts: of an answer, as they were indexed.
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package init(
    _ reader: IndexReader, _ interpreter: QueryInterpreter, within bounds: [Query] = [],
    texts: @escaping (Hit) throws -> [String]
  ) throws {
    let analyzer = reader.schema.fields.lazy.compactMap { $0.textOptions?.analyzer }.first
    session = try reader.schema.analyzer(named: analyzer ?? "icu").makeSession()
    searcher = reader.makeSearcher()
    (self.interpreter, self.bounds, self.texts) = (interpreter, bounds, texts)
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
    let hits = try searcher.search(within, limit: Self.mostDocuments).hits
    let pieces = PhraseTable(NearWord.pieces(of: scalars, within: distance))
    var counts: [NearWord: Int] = [:]
    var room = Self.mostText
    for hit in hits {
      for near in try near(scalars, pieces, in: hit, &room) { counts[near, default: 0] += 1 }
    }
    return Self.best(counts, near: scalars).prefix(limit).map(\.text)
  }

  /// What one answer has, each once.
  private func near(
    _ word: [Unicode.Scalar], _ pieces: PhraseTable, in hit: Hit, _ room: inout Int
  ) throws -> Set<NearWord> {
    var analyzed = AnalyzedText()
    var found: Set<NearWord> = []
    for text in try texts(hit) where room > 0 {
      room -= text.utf8.count
      try session.normalize(text, into: &analyzed)
      guard pieces.hasPhrase(in: analyzed.utf8) else { continue }
      try session.analyze(text, into: &analyzed)
      found.formUnion(NearWord.all(near: word, in: analyzed))
    }
    return found
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
