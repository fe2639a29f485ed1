internal import CLibrary
package import Haskap
internal import HaskapText

/// Ranks documents by how much of a sentence's information they match: a question, or words that
/// no document has all of.
///
/// First all that have any of its words, by BM25 over the words and the pairs of their characters;
/// then the best of these by how much of it stands in one sentence of their texts.
package struct SentenceSearch {
  private let reader: IndexReader
  /// All documents that have any of the words, without a score for their texts.
  private let words: PreparedQuery
  private let scorer: SentenceScorer
  private let session: AnalyzerSession
  /// Of the text fields whose values are stored, those above the texts and those of the texts, by
  /// their numbers in the schema.
  private let headings: [Int]
  private let bodies: [Int]

  /// - Parameters:
  ///   - text: the question.
  ///   - needed: its parts of which documents must have a word, unless they have a quotation; all of it
  ///     unless given.
  ///   - quotations: what counts as a whole alone, beside the words.
  ///   - conditions: what the documents must match besides.
  /// - Throws: `ICUError`; `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package init(
    _ text: String, needed: [String]? = nil, quotations: [Query] = [], in reader: IndexReader,
    conditions: [Query] = []
  ) throws {
    let fields = RankedField.all(of: reader.schema)
    let searcher = reader.makeSearcher(ranking: SentenceWeights.ranking)
    let session = try reader.schema.analyzer(named: fields.first?.analyzer ?? "icu").makeSession()
    self.session = session
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed)
    let sentence = try Sentence(analyzed) { word in
      try Self.rarity(of: word, fields, reader, searcher)
    }
    // Each by itself: normalization joins ハスカップ カヌー.
    let whole = try (needed ?? [text]).flatMap { part -> [Query] in
      try session.analyze(part, into: &analyzed)
      return Self.wholeWords(in: analyzed).flatMap { terms in fields.map { $0.query(terms) } }
    }
    // Pairs of characters and pieces of words raise what has a word, and are no words themselves.
    words = try searcher.prepare(
      .all(
        [
          .any(Self.queries(sentence, fields) + quotations), .filter(.any(whole + quotations)),
        ] + conditions))
    scorer = SentenceScorer(sentence)
    let stored = fields.filter(\.isStored)
    headings = stored.filter(\.isHeading).map(\.number)
    bodies = stored.filter { !$0.isHeading }.map(\.number)
    self.reader = reader
  }

  /// All documents that have any of the words.
  package var query: Query { words.query }

  /// The best hits by both steps; those that a column is to order, by the column.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func run(_ request: SearchRequest) throws -> SearchResponse {
    guard request.sort == nil else { return try words.run(request) }
    let (offset, limit) = (max(0, request.offset), max(0, request.limit))
    let end = min(offset, reader.documentCount) + min(limit, reader.documentCount)
    let step = SentenceWeights.candidates
    var first = request
    (first.offset, first.limit) = (0, (end + step - 1) / step * step)
    var found = try words.run(first)
    let looked = min(found.hits.count, SentenceWeights.mostLooked)
    for start in stride(from: offset / step * step, to: looked, by: step) {
      try sort(&found.hits[start..<min(start + step, looked)])
    }
    found.hits = Array(found.hits.dropFirst(offset).prefix(limit))
    return found
  }

  /// Adds what the texts score.
  private func sort(_ hits: inout ArraySlice<Hit>) throws {
    for place in hits.indices { hits[place].score += try textScore(of: hits[place]) }
    hits.sort { first, second in
      (first.score, second.segment, second.document)
        > (second.score, first.segment, first.document)
    }
  }

  /// How the score of a hit comes about.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func explanation(of hit: Hit) throws -> Explanation? {
    try words.explain(segment: hit.segment, document: hit.document).map { words in
      let text = Explanation(
        score: try textScore(of: hit), reason: "what occurs together in one sentence of the text")
      return Explanation(
        score: words.score + text.score, reason: "the sum of the words and of their sentences",
        kind: .sum, parts: [words, text])
    }
  }

  private func textScore(of hit: Hit) throws -> Double {
    guard !headings.isEmpty || !bodies.isEmpty else { return 0 }
    let texts = try reader.storedTexts(hit, fields: headings + bodies)
    return scorer.score(
      headings: try normalized(texts, of: headings), try normalized(texts, of: bodies))
  }

  private func normalized(
    _ texts: [(field: Int, utf8: [UInt8])], of fields: [Int]
  ) throws -> [[UInt8]] {
    try texts.filter { fields.contains($0.field) }.map { text in
      var analyzed = AnalyzedText()
      try text.utf8.withUnsafeBufferPointer {
        try session.normalize($0, into: &analyzed, mapOffsets: false)
      }
      return analyzed.utf8
    }
  }

  private static func rarity(
    of word: String, _ fields: [RankedField], _ reader: IndexReader, _ searcher: Searcher
  ) throws -> Double {
    let counts = try fields.map { try searcher.count(.term(field: $0.name, Array(word.utf8))) }
    let found = Double(counts.max() ?? 0)
    return log1p((max(0, Double(reader.documentCount) - found) + 0.5) / (found + 0.5))
  }

  /// Of words of hiragana alone nothing is asked where there are others.
  private static func queries(_ sentence: Sentence, _ fields: [RankedField]) -> [Query] {
    let content = sentence.distinctWords.filter(\.isContent)
    let words = (content.isEmpty ? sentence.distinctWords : content).flatMap { word in
      fields.map { field in
        Query.boosted(
          .term(field: field.name, Array(word.text.utf8)), by: field.weight * word.weight)
      }
    }
    let pairs = sentence.pairs.flatMap { pair in
      fields.filter(\.hasPairs).map { field in
        Query.boosted(.pair(pair, in: field.name), by: SentenceWeights.pair * field.weight)
      }
    }
    return words + pairs
  }

  /// The words one of which a document must have, each as the terms that it is cut into.
  private static func wholeWords(in text: AnalyzedText) -> [[[UInt8]]] {
    let words = WholeWord.all(in: text)
    let content = words.filter { !$0.isHiragana }
    return (content.isEmpty ? words : content).map { word in
      text.tokens[word.tokens].map { Array(text.utf8[Int($0.start)..<Int($0.end)]) }
    }
  }
}

/// A text field as a sentence is looked for in it.
struct RankedField {
  /// In the schema.
  var number: Int
  var name: String
  var analyzer: String
  var isHeading: Bool
  var hasPairs: Bool
  var hasPositions: Bool
  var isStored: Bool

  var weight: Double { isHeading ? SentenceWeights.heading : 1 }

  /// The documents that have a word. One that is cut in several may be cut otherwise in a text.
  func query(_ terms: [[UInt8]]) -> Query {
    if terms.count == 1 { return .term(field: name, terms[0]) }
    if hasPairs {
      let word = UnitVariant(utf8: Array(terms.joined()))
      return .unit(TextUnit(fields: [WeightedField(name)], variants: [word]))
    }
    return hasPositions
      ? .phrase(field: name, terms) : .all(terms.map { .term(field: name, $0) })
  }

  /// The fields of the lowest weight hold the texts themselves; those above them, headings.
  static func all(of schema: Schema) -> [RankedField] {
    let lowest = schema.fields.compactMap(\.textOptions?.weight).min() ?? 1
    return schema.fields.enumerated().compactMap { number, field in
      guard let options = field.textOptions else { return nil }
      return RankedField(
        number: number, name: field.name, analyzer: options.analyzer,
        isHeading: options.weight > lowest,
        hasPairs: options.grams, hasPositions: options.positions, isStored: field.isStored)
    }
  }
}
