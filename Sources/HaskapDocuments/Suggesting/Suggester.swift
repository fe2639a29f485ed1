package import Haskap
internal import HaskapQuery
package import HaskapText

/// Completes what somebody types, out of an index's own words and names.
package struct Suggester {
  /// So many of the most frequent candidates are counted in the index, for each one wanted.
  private static let candidatesForOne = 4
  /// So many of these are counted together.
  private static let countedTogether = 8
  /// In bytes of UTF-8, some 200 kanji. What is longer is offered to nobody, and costs no work.
  package static let longestOffer = 600

  private let reader: IndexReader
  private let searcher: Searcher
  let interpreter: QueryInterpreter
  let texts: AnswerTexts
  let session: AnalyzerSession
  private let readings: Readings
  private let names: NameSource
  private let condition: ((String) throws -> Query)?

  /// Gives names as they are shown, at least those that fit by the first letter of what they are
  /// normalized to and by the whole of it.
  package typealias NameSource = (
    _ firsts: Set<Unicode.Scalar>, _ fits: (_ normalized: String) -> Bool
  ) throws -> [String]

  /// - Parameters:
  ///   - interpreter: of the queries by which the suggestions are counted.
  ///   - readings: beside those of the schema's own words.
  ///   - condition: what answers must match besides to be counted for a text.
  ///   - texts: of an answer, as they were indexed.
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package init(
    _ reader: IndexReader, _ searcher: Searcher, _ interpreter: QueryInterpreter,
    names: @escaping NameSource,
    readings: [Readings.Word] = [],
    condition: ((String) throws -> Query)? = nil, texts: @escaping (Hit) throws -> [String]
  ) throws {
    (self.reader, self.searcher, self.interpreter) = (reader, searcher, interpreter)
    (self.names, self.condition) = (names, condition)
    session = try reader.schema.analyzer(named: Self.analyzer(of: reader.schema)).makeSession()
    self.texts = AnswerTexts(searcher: searcher, texts: texts)
    let own = reader.schema.words.compactMap { word in
      word.reading.map { Readings.Word(word.text, reading: $0) }
    }
    self.readings = Readings(own + readings)
  }

  /// The analyzer of the first text field.
  private static func analyzer(of schema: Schema) -> String {
    schema.fields.lazy.compactMap(\.textOptions).first?.analyzer ?? "icu"
  }

  /// What begins with a text, the most frequent first. All of it is found by a search as it is
  /// written.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  package func answer(to prefix: String, limit: Int) throws -> SuggestAnswer {
    let normal = try normalized(prefix)
    guard !normal.isEmpty, limit > 0 else { return SuggestAnswer(prefix: prefix, suggestions: []) }
    let typed = TypedPrefix(normal, readings)
    let (most, overflow) = limit.multipliedReportingOverflow(by: Self.candidatesForOne)
    let names = try self.names(typed)
    let words = try self.words(typed, besides: Set(names.map { try normalized($0.text) }))
    var candidates = [words, names].flatMap { Self.best($0, overflow ? .max : most) }
    if candidates.count < limit {
      let known = Set(try candidates.map { try normalized($0.text) })
      candidates += Self.best(try cutWords(typed, besides: known), limit)
    }
    return SuggestAnswer(
      prefix: prefix,
      suggestions: try mostFrequent(candidates, limit))
  }

  /// The best of some candidates, with how many answers each has. The dictionaries tell at once what it
  /// has at most, so only those are counted that may be among the best.
  private func mostFrequent(_ candidates: [Suggestion], _ limit: Int) throws -> [Suggestion] {
    let queries = try candidates.map { try interpreter.exactQuery(.phrase($0.text)) }
    let bounded = zip(zip(candidates, queries), try searcher.mostMatches(queries))
    var best: [Suggestion] = []
    var rest = ArraySlice(bounded.sorted { $1.1 < $0.1 })
    while let (_, most) = rest.first, best.count < limit || most >= best[limit - 1].count {
      let some = rest.prefix(Self.countedTogether).map(\.0)
      let counts = try searcher.counts(
        some.map { candidate, query in
          let others = try condition.map { [try $0(candidate.text)] } ?? []
          return Query.all([query] + others)
        }, atLeast: best.count < limit ? 1 : best[limit - 1].count)
      for (one, count) in zip(some, counts) {
        guard let count else { continue }
        var counted = one.0
        counted.count = count
        best = Self.best(best + [counted], limit)
      }
      rest = rest.dropFirst(some.count)
    }
    return best
  }

  private static func best(_ suggestions: [Suggestion], _ limit: Int) -> [Suggestion] {
    let sorted = suggestions.sorted {
      ($1.count, $0.text.count, $0.text) < ($0.count, $1.text.count, $1.text)
    }
    return Array(sorted.prefix(limit))
  }

  private func normalized(_ text: String) throws -> String {
    var analyzed = AnalyzedText()
    try session.normalize(text, into: &analyzed)
    return String(decoding: analyzed.utf8, as: UTF8.self)
  }

  /// Of the texts; a single character is no help.
  private func words(_ typed: TypedPrefix, besides names: Set<String>) throws -> [Suggestion] {
    let texts = reader.schema.fields.filter { $0.textOptions != nil }.map(\.name)
    return try terms(of: texts, typed).compactMap { word, found in
      guard word.unicodeScalars.count > 1, !names.contains(word) else { return nil }
      return Suggestion(text: word, kind: .word, reading: found.fit.reading, count: found.count)
    }
  }

  private struct Found {
    var fit: TypedPrefix.Fit
    var count = 0
  }

  private func terms(of fields: [String], _ typed: TypedPrefix) throws -> [String: Found] {
    var found: [String: Found] = [:]
    for field in fields {
      for beginning in typed.beginnings {
        try reader.forEachTerm(of: field, beginningWith: Array(beginning.utf8)) { bytes, count in
          guard bytes.count <= Self.longestOffer else { return }
          let term = String(decoding: bytes, as: UTF8.self)
          guard let fit = found[term]?.fit ?? typed.fit(term) else { return }
          found[term, default: Found(fit: fit)].count += count
        }
      }
    }
    return found
  }

  private func names(_ typed: TypedPrefix) throws -> [Suggestion] {
    let names = try self.names(typed.firsts) { typed.fit($0) != nil }
    let fitting = names.lazy.filter { $0.utf8.count <= Self.longestOffer && typed.mayFit($0) }
    return try Set(fitting).compactMap { name in
      guard let fit = typed.fit(try normalized(name)) else { return nil }
      return Suggestion(text: name, kind: .name, reading: fit.reading, count: 0)
    }
  }
}
