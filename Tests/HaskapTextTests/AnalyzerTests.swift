import Testing

@testable import HaskapText

@Suite struct AnalyzerTests {
  private func tokens(_ text: String, by name: String) throws -> [String] {
    var result = AnalyzedText()
    try Analyzer(named: name).makeSession().analyze(text, into: &result)
    return result.tokens.map { result.text(of: $0) }
  }

  @Test func icuCutsWordsAndLeavesPunctuationOut() throws {
    #expect(
      try tokens("東京都に行く。Ｓｗｉｆｔ 6.3！", by: "icu") == ["東京", "都", "に", "行く", "swift", "6.3"])
  }

  @Test func whitespaceLeavesBytesAlone() throws {
    #expect(try tokens("  Ａ 東京  b\t\n", by: "whitespace") == ["Ａ", "東京", "b"])
    #expect(try tokens("", by: "whitespace") == [])
  }

  @Test func keywordIsOneToken() throws {
    #expect(try tokens("苫小牧市　Ａ", by: "keyword") == ["苫小牧市 a"])
    #expect(try tokens("", by: "keyword") == [])
  }

  @Test func unknownNameIsAnErrorThatNamesTheKnown() {
    #expect(throws: AnalysisError.self) { try Analyzer(named: "kuromoji") }
  }

  @Test func boundariesIncludePunctuation() throws {
    var result = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze("都、都", into: &result)
    #expect(result.boundaries.offsets == [0, 3, 6, 9])
    #expect(!result.boundaries.contains(1) && !result.boundaries.contains(10))
  }

  @Test func aSessionForgetsTheTextBefore() throws {
    let session = try Analyzer(named: "icu").makeSession()
    var result = AnalyzedText()
    try session.analyze("長い文章です。", into: &result, mapOffsets: true)
    try session.analyze("短", into: &result, mapOffsets: true)
    #expect(result.tokens == [TokenSpan(start: 0, end: 3)])
    #expect(result.boundaries.offsets == [0, 3])
  }

  @Test func fingerprintTellsOptionsApart() throws {
    var options = Analyzer.Options()
    options.joinsWraps = false
    let plain = try Analyzer(named: "icu").fingerprint
    #expect(try Analyzer(named: "icu", options: options).fingerprint != plain)
    #expect(try Analyzer(named: "keyword").fingerprint != plain)
  }
}
