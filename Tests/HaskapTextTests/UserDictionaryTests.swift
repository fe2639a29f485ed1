import Testing

@testable import HaskapText

@Suite struct UserDictionaryTests {
  private func tokens(_ text: String, _ words: [UserWord] = []) throws -> [String] {
    var options = Analyzer.Options()
    options.userWords = words
    var result = AnalyzedText()
    try Analyzer(named: "japanese", options: options).makeSession().analyze(text, into: &result)
    return result.tokens.map { result.text(of: $0) }
  }

  @Test func wordsHandedInCountAndChangeTheFingerprint() throws {
    #expect(try tokens("ふくろう文庫", [UserWord("ふくろう文庫")]) == ["ふくろう文庫"])
    var options = Analyzer.Options()
    options.userWords = [UserWord("ふくろう文庫")]
    let plain = try Analyzer(named: "japanese").fingerprint
    #expect(try Analyzer(named: "japanese", options: options).fingerprint != plain)
  }

  @Test func wordsThatCannotStandInARunAreLeftOut() throws {
    #expect(try tokens("NPO法人", [UserWord("NPO法人")]) == ["npo", "法人"])
  }

  @Test func aBadLineIsNamed() {
    #expect(throws: AnalysisError.self) { try UserDictionary.parse("協働\nごみ\t高い") }
    do { _ = try UserDictionary.parse("協働\nごみ\t高い") } catch {
      #expect("\(error)".contains("line 2"))
    }
  }
}
