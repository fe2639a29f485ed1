package import HaskapText

/// A text with what it is in the index: to normalize it takes longer than to look for words in it.
package struct NormalizedText: Sendable {
  /// As it was given to the index.
  package let text: String
  let utf8: [UInt8]
  let offsetMap: OffsetMap

  /// - Parameter session: of the analyzer of the text's field.
  /// - Throws: `ICUError`.
  package init(_ text: String, by session: AnalyzerSession) throws {
    var analyzed = AnalyzedText()
    try session.normalize(text, into: &analyzed, mapOffsets: true)
    (self.text, utf8, offsetMap) = (text, analyzed.utf8, analyzed.offsetMap)
  }
}
