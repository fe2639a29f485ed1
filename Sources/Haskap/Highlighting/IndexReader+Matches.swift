internal import HaskapText

extension IndexReader {
  /// Where the terms stand in a text of a field, by the field's analyzer.
  ///
  /// - Parameters:
  ///   - terms: UTF-8 of the terms as the analyzer gives them. A term matches tokens that equal it
  ///     and also runs of tokens that join up to it.
  ///   - text: the field's value as it was stored.
  ///   - field: a text field.
  /// - Returns: in the order of the text; `TextMatch.term` is the place in `terms`.
  /// - Throws: `AnalysisError` where the field is no text; `ICUError`.
  public func matches(of terms: [[UInt8]], in text: String, field: String) throws -> [TextMatch] {
    guard case .text(let options) = schema[field]?.kind else {
      throw SchemaError(
        field: field, problem: "it is not a text field", remedy: "name a field of type text")
    }
    let session = try schema.analyzer(named: options.analyzer).makeSession()
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed, mapOffsets: true)
    return terms.enumerated().flatMap { number, term in
      Self.ranges(of: term, in: analyzed).map {
        TextMatch(analyzed.offsetMap.originalRange(of: $0), term: number)
      }
    }.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
  }

  /// Offsets in the normalized text.
  private static func ranges(of term: [UInt8], in text: AnalyzedText) -> [Range<Int>] {
    guard !term.isEmpty else { return [] }
    return text.tokens.indices.compactMap { first in
      let start = Int(text.tokens[first].start)
      let end = start + term.count
      guard end <= text.utf8.count, text.utf8[start..<end].elementsEqual(term),
        text.tokens[first...].prefix(while: { Int($0.end) <= end }).last?.end == UInt32(end)
      else { return nil }
      return start..<end
    }
  }
}
