internal import CLibrary
package import Haskap
internal import HaskapText

/// Finds the documents most like one: those that have the most of its telling words, which are rare
/// in the index and frequent in it.
///
/// The words are weighed as BM25 weighs those of a document; the other documents are ranked by
/// BM25F over them.
package struct SimilarSearch {
  /// So many of the most telling words are looked for.
  private static let mostWords = 32
  /// How fast repetitions of a word stop to count.
  private static let saturation = 1.2

  /// The most telling first, as the analyzer cuts them.
  package let words: [String]
  private let prepared: PreparedQuery
  private let each: [PreparedQuery]

  /// - Parameters:
  ///   - texts: of the document.
  ///   - fields: in which the words are looked for; all have the analyzer of the first.
  ///   - conditions: what answers must match, and that they are not the document itself.
  /// - Throws: `InputError` where there is nothing to be like; `FormatError` when the index is
  ///   damaged; `TimeLimitExceeded`.
  package init(
    to texts: [String], in reader: IndexReader, _ searcher: Searcher, fields: [WeightedField],
    conditions: [Query]
  ) throws {
    let analyzer = fields.first.flatMap { reader.schema[$0.name]?.textOptions?.analyzer } ?? "icu"
    let session = try reader.schema.analyzer(named: analyzer).makeSession()
    var telling: [(word: String, weight: Double, query: Query)] = []
    for (word, count) in try Self.counts(of: texts, session) {
      let query = Query.fields(fields, Array(word.utf8))
      // Nothing else has a word of one document.
      guard case let found = try searcher.count(query), found > 1 else { continue }
      let rarity = log1p(Double(max(0, reader.documentCount - found)) / Double(found))
      let repetition = Double(count) / (Double(count) + Self.saturation)
      // The rarity is in the query's own score.
      telling.append((word, rarity * repetition, .boosted(query, by: repetition)))
    }
    telling.sort { ($1.weight, $0.word) < ($0.weight, $1.word) }
    telling = Array(telling.prefix(Self.mostWords))
    words = telling.map(\.word)
    each = try telling.map { try searcher.prepare(.filter($0.query)) }
    let query = Query.any(telling.map(\.query))
    prepared = try searcher.prepare(telling.isEmpty ? .none : .all([query] + conditions))
  }

  /// Content words with how often they occur in the texts; numbers tell of years and dates alone.
  private static func counts(
    of texts: [String], _ session: AnalyzerSession
  ) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    var analyzed = AnalyzedText()
    for text in texts {
      try session.analyze(text, into: &analyzed)
      for token in analyzed.tokens { counts[analyzed.text(of: token), default: 0] += 1 }
    }
    return counts.filter { word, _ in
      !word.unicodeScalars.allSatisfy {
        ("ぁ"..."ゟ").contains($0) || $0.properties.numericType != nil
      }
    }
  }

  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func search(_ request: SearchRequest) throws -> SearchResponse {
    try prepared.run(request)
  }

  /// The telling words that an answer has as well, the most telling first. Single characters are
  /// mostly pieces of names (財, 公, 町), and are left out where there are other words.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func shared(with hit: Hit) throws -> [String] {
    let shared = try words.indices.filter { try each[$0].matches(hit) }.map { words[$0] }
    let longer = shared.filter { $0.unicodeScalars.count > 1 }
    return longer.isEmpty ? shared : longer
  }

  /// How the score of a hit comes about.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func explanation(of hit: Hit) throws -> Explanation? {
    try prepared.explain(segment: hit.segment, document: hit.document)
  }
}
